import { join } from 'node:path';
import { companions } from './local.js';
import { type Output } from './output.js';
import { type ServiceSurroundings } from './services.js';
import { type UndoStack } from './undo-stack.js';

/**
 * Starts what the services need from outside of the platform, such as an SMS gateway, within this process: for rigs, which
 * kill and measure services alone. The platform gives each a process of its own.
 */
export async function startCompanions(
  { folder, ports }: Pick<ServiceSurroundings, 'folder' | 'ports'>,
  { undo, output }: { readonly undo: UndoStack; readonly output: Output },
): Promise<void> {
  for (const [name, { start }] of companions()) {
    const companion = await start({ port: ports.of(name), print: output.from(name, join(folder, 'logs')) });
    undo.push(() => companion.stop());
  }
}
