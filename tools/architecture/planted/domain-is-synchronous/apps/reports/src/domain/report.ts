export function confirm(report: { state: string }): string {
  return report.state;
}

// breaks on the next lines
export async function load(): Promise<void> {} // breaks
export const later = () => Promise.resolve(1); // breaks
export const wait = async () => {}; // breaks
export class Report {
  async confirm() {} // breaks
}
export const held = await confirm({ state: 'closed' }); // breaks
