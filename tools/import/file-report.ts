import { randomUUID } from 'node:crypto';
import { type Filing } from './filing.js';
import { asObject } from './geojson.js';
import { type Outcome } from './outcome.js';
import { NoAnswer, patiently } from './patiently.js';

/**
 * Files one report through the public API. Every try of this call has the same Idempotency-Key, so a lost answer
 * cannot file it twice; the next import has another key, and the reference tells that the report is already there.
 *
 * @param reports the address of the reports service
 * @param token gives a valid access token for it
 */
export async function fileReport(reports: string, token: () => Promise<string>, filing: Filing): Promise<Outcome> {
  const key = randomUUID();
  try {
    const answer = await patiently(async () =>
      fetch(`${reports}/v1/reports`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await token()}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify(filing),
      }),
    );
    // A login page of a network in between answers too, but not for the platform.
    const body: unknown = await answer.json().catch(() => undefined);
    return outcomeOf(answer.status, asObject(body) ?? {});
  } catch (error) {
    if (error instanceof NoAnswer) return { kind: 'unsettled', code: 'no_answer' };
    throw error;
  }
}

function outcomeOf(status: number, body: Readonly<Record<string, unknown>>): Outcome {
  const { id } = body;
  if (status === 201 && typeof id === 'string') return { kind: 'filed', reportId: id };
  const code = typeof body['code'] === 'string' ? body['code'] : `status_${status}`;
  if (code === 'already_filed')
    return { kind: 'already_there', reportId: String(asObject(body['details'])?.['reportId']) };
  const aboutThisReport = 'code' in body && [400, 409, 413, 422].includes(status);
  return { kind: aboutThisReport ? 'refused' : 'unsettled', code };
}
