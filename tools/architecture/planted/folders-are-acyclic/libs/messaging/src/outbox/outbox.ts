import { send } from '../kafka/sender.js'; // breaks
import { clock } from '../clock.js';

export const add = () => [send, clock];
