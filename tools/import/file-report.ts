import { randomUUID } from 'node:crypto';
import { asObject } from './as-object.js';
import { type Answer, ask, codeOf, isRefusal } from './ask.js';
import { type Filing } from './filing.js';
import { type Outcome } from './outcome.js';
import { NoAnswer } from './patiently.js';

/**
 * Files one report through the public API. Every try of this call has the same Idempotency-Key, so a lost answer
 * cannot file it twice; the next import has another key, and the reference tells that the report is already there.
 *
 * @param reports the address of the reports service
 * @param token gives a valid access token for it
 */
export async function fileReport(reports: string, token: () => Promise<string>, filing: Filing): Promise<Outcome> {
  try {
    return outcomeOf(await ask(`${reports}/v1/reports`, token, { key: randomUUID(), json: filing }));
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: 'unsettled', code: 'no_answer' };
    throw error;
  }
}

function outcomeOf(answer: Answer): Outcome {
  const { id, details } = answer.body;
  if (answer.status === 201 && typeof id === 'string') return { kind: 'filed', reportId: id };
  const code = codeOf(answer);
  if (code === 'already_filed') return { kind: 'already_there', reportId: String(asObject(details)?.['reportId']) };
  return { kind: isRefusal(answer) ? 'refused' : 'unsettled', code };
}
