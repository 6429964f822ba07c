import { readFileSync } from 'node:fs'; // breaks
import { DomainError } from '@jaki/kernel';
import { reportFiled } from '@jaki/contracts'; // breaks
import { type Decision } from './decision.js';
import { loadReport } from '../store/report.store.js'; // breaks
import { bill } from '../../../marketplace/src/domain/bill.js'; // breaks

export type * from '../use-cases/file-report.js'; // breaks
export const known = [readFileSync, DomainError, reportFiled, loadReport, bill, {} as Decision];
