import { newId } from '@jaki/kernel';
import { person } from '../../../identity/src/index.js'; // breaks
import { person as again } from '@jaki/identity'; // breaks
import { own } from '@jaki/reports';

export const all = [newId, person, again, own];
