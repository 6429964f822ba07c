export const day = 1; // breaks
