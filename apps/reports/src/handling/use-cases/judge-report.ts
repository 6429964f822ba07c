import { Injectable } from '@nestjs/common';
import { confirm, dispute, refuse, validate } from '../domain/judge.js';
import { type ReasonedRequest, type StepRequest, type StepTaken, TakeStep } from './take-step.js';

/** Judges whether the work is done: another organisation's validator first, then the reporter. */
@Injectable()
export class JudgeReport {
  constructor(private readonly steps: TakeStep) {}

  /** A validator agrees that the work is done. */
  validate(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(request, validate);
  }

  /** A validator does not agree: the work goes on. */
  refuse(request: ReasonedRequest): Promise<StepTaken> {
    return this.steps.take(request, (report, by) => refuse(report, { ...by, note: request.note }));
  }

  /** The reporter agrees: the report is closed. */
  confirm(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(request, confirm);
  }

  /** The reporter does not agree: the work goes on. */
  dispute(request: ReasonedRequest): Promise<StepTaken> {
    return this.steps.take(request, (report, by) => dispute(report, { ...by, note: request.note }));
  }
}
