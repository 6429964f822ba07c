import { eventually } from '@jaki/testing';

export const used = eventually;
