import { Kafka } from 'kafkajs';

export const sender = Kafka;
