import { type Id } from '@jaki/kernel';

export type ReportId = Id<'report'>;
export type PhotoId = Id<'photo'>;
