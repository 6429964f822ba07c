import { reportTopic } from '@jaki/contracts';

export const reportNotices = { topic: reportTopic };
