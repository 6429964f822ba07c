import { type Producer } from 'kafkajs'; // breaks

export type { Consumer } from 'kafkajs'; // breaks
export const load = () => import('kafkajs/src/index.js'); // breaks
export type Sender = Producer;
