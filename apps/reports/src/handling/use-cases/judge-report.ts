import { Injectable } from '@nestjs/common';
import { Steps, type StepTaken } from '@jaki/platform';
import { confirm, dispute, refuse, validate } from '../domain/judge.js';
import { type ReasonedRequest, reportSteps, type StepRequest } from '../steps.js';

/** Judges whether the work is done: another organisation's validator first, then the reporter. */
@Injectable()
export class JudgeReport {
  constructor(private readonly steps: Steps) {}

  /** A validator agrees that the work is done. */
  validate(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(reportSteps, request, validate);
  }

  /** A validator does not agree: the work goes on. */
  refuse(request: ReasonedRequest): Promise<StepTaken> {
    return this.steps.take(reportSteps, request, (report, by) => refuse(report, { ...by, note: request.note }));
  }

  /** The reporter agrees: the report is closed. */
  confirm(request: StepRequest): Promise<StepTaken> {
    return this.steps.take(reportSteps, request, confirm);
  }

  /** The reporter does not agree: the work goes on. */
  dispute(request: ReasonedRequest): Promise<StepTaken> {
    return this.steps.take(reportSteps, request, (report, by) => dispute(report, { ...by, note: request.note }));
  }
}
