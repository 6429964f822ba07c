export const row = 1; // breaks
