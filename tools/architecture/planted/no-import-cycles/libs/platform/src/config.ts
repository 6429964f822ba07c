import type { auth } from '@jaki/platform'; // breaks

export type Config = typeof auth;
