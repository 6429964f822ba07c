import { eventually } from '@jaki/testing'; // breaks
import fc from 'fast-check'; // breaks
import { newId } from '@jaki/kernel';

export const used = [eventually, fc, newId];
