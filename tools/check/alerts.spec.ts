import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alertFaults } from './alerts.js';

const rules = (expr: string) => `
groups:
  - name: planted
    rules:
      - alert: Planted
        expr: '${expr}'
        labels: { severity: page }
        annotations: { summary: planted, runbook: docs/runbooks/a-message-is-dead.md }
`;

describe('the check of alert rules', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jaki-alerts-'));
    mkdirSync(join(folder, 'broken'));
    mkdirSync(join(folder, 'sound'));
    writeFileSync(join(folder, 'broken/alerts.yml'), rules('sum by (service (up) > 0'));
    writeFileSync(join(folder, 'sound/alerts.yml'), rules('sum by (service) (up) > 0'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('without promtool refuses what is no PromQL, and nothing else', () => {
    expect(alertFaults(join(folder, 'broken'), 'no-such-tool')[0]).toContain('Planted: no PromQL');
    expect(alertFaults(join(folder, 'sound'), 'no-such-tool')).toEqual([]);
  });

  it('with promtool says what that says when it refuses', () => {
    const tool = join(folder, 'promtool');
    writeFileSync(tool, '#!/bin/sh\n[ "$1" = check ] || { echo "FAILED: it does not fire"; exit 1; }\n');
    chmodSync(tool, 0o755);
    expect(alertFaults(join(folder, 'sound'), tool)).toEqual(['FAILED: it does not fire\n']);
  });
});
