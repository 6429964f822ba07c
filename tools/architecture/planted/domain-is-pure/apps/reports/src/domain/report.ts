import { Clock, newId } from '@jaki/kernel'; // breaks

export const given = (at: Date) => new Date(at.getTime() + 1000);
export const now = () => new Date(); // breaks
export const millis = () => Date.now(); // breaks
export const text = () => Date(); // breaks
export const dice = () => Math.random(); // breaks
export const id = () => newId(); // breaks
export const uuid = () => globalThis.crypto.randomUUID(); // breaks
export const later = (work: () => void) => setTimeout(work, 1); // breaks
export const clock = Clock;
