import { env } from 'node:process'; // breaks

const { env: same } = process; // breaks
export const folder = process.env['PHOTOS_DIR']; // breaks
export const indirect = globalThis.process.env; // breaks
export const bracketed = process['env']; // breaks
export const uptime = process.uptime();
export const all = [env, same];
