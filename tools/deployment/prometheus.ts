import { defaultPorts } from '../dev/ports.js';
import { serviceNames } from '../dev/services.js';

/** `operations/prometheus.yml`: whom Prometheus asks on this machine. */
export function prometheusFile(): string {
  const targets = serviceNames.map((name) => `'127.0.0.1:${defaultPorts.of(name)}'`);
  return `# For the platform that \`npm start\` runs on this machine: prometheus --config.file=operations/prometheus.yml
# This file is made by \`npm run generate\` from apps/*/local.ts.
global:
  scrape_interval: 15s
  evaluation_interval: 15s
rule_files: [alerts.yml]
scrape_configs:
  - job_name: jaki
    static_configs:
      - targets: [${targets.join(', ')}]
`;
}
