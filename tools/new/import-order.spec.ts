import { describe, expect, it } from '@jest/globals';
import { inOrder } from './import-order.js';

describe('the imports of what is made', () => {
  const text = (...lines: string[]) => [...lines, ''].join('\n');

  it('stand in the order of the linter, whatever the names', async () => {
    const made = text(
      "import { CommunityConfig, config } from './config.js';",
      "import { defineService } from '@jaki/platform';",
      "import { Module } from '@nestjs/common';",
      "import { join } from 'node:path';",
    );
    expect(await inOrder('apps/community/src/service.ts', made)).toBe(
      text(
        "import { join } from 'node:path';",
        "import { Module } from '@nestjs/common';",
        "import { defineService } from '@jaki/platform';",
        "import { CommunityConfig, config } from './config.js';",
      ),
    );
    const parking = "import { ParkingConfig, config } from './config.js';\n";
    expect(await inOrder('apps/parking/src/service.ts', parking)).toMatch(/\{ config, *ParkingConfig \}/);
  });

  it('are left alone when they are', async () => {
    const made = text("import { a } from 'a';", "import { b } from './b.js';", 'export const c = a + b;');
    expect(await inOrder('apps/parking/src/c.ts', made)).toBe(made);
  });
});
