import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type OpenAPIObject } from '@nestjs/swagger';
import { notAgreed } from './published.js';
import { restBreaks } from './rest-breaks.js';

const text = readFileSync(new URL('../../docs/generated/openapi/reports.json', import.meta.url), 'utf8');
const read = () => JSON.parse(text) as OpenAPIObject;

const LIST = ['paths', '/v1/reports', 'get'];
const FILE = ['paths', '/v1/reports', 'post'];
const schema = (name: string, ...rest: string[]) => ['components', 'schemas', name, ...rest];
const DESCRIPTION = schema('FileReportDto', 'properties', 'description', 'maxLength');
const LIMIT = [...LIST, 'parameters', '0', 'schema', 'maximum'];
const text204 = { description: 'Done' };

/** Sets what lies at the path; undefined takes it away. */
function planted(document: unknown, path: readonly string[], value: unknown): void {
  const [last = '', ...before] = path.toReversed();
  const holder = before
    .reverse()
    .reduce<Record<string, unknown>>(
      (within, name) => within[name] as Record<string, unknown>,
      document as Record<string, unknown>,
    );
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder, last);
}

function breaksOf(path: readonly string[], value: unknown): string[] {
  const [older, newer] = [read(), read()];
  planted(newer, path, value);
  return restBreaks(older, newer);
}

describe('a REST API breaks its clients when', () => {
  it.each<[string, string[], unknown, RegExp]>([
    ['an operation goes', ['paths', '/v1/queue'], undefined, /^GET \/v1\/queue is gone$/],
    ['a parameter goes', [...LIST, 'parameters', '0'], undefined, /query limit is gone/],
    [
      'a parameter is needed that was not',
      [...LIST, 'parameters', '0', 'required'],
      true,
      /was optional and is required/,
    ],
    ['a parameter lets less through', LIMIT, 50, /query limit: maximum was 100 and is 50/],
    ['a token is needed that was not', [...LIST, 'security'], [{ bearer: [] }], /a token was not needed and is/],
    [
      'what is sent needs more',
      schema('FileReportDto', 'required', '9'),
      'landmark',
      /the body\.landmark was not required and is/,
    ],
    ['what is sent may be less', DESCRIPTION, 10, /the body\.description: maxLength was \d+ and is 10/],
    [
      'a field that could be sent goes',
      schema('FileReportDto', 'properties', 'landmark'),
      undefined,
      /the body\.landmark is gone/,
    ],
    [
      'a field of an answer goes',
      schema('FiledReportView', 'properties', 'number'),
      undefined,
      /the answer 201\.number is gone/,
    ],
    [
      'a field of an answer may be absent',
      schema('FiledReportView', 'required'),
      ['id'],
      /201\.number was always there/,
    ],
    [
      'a field of an answer deep within may be null',
      schema('ReportSummary', 'properties', 'number', 'type'),
      ['string', 'null'],
      /the answer 200\.items\[\]\.number: type was "string" and is \["string","null"\]/,
    ],
    ['an answer has another status', [...FILE, 'responses', '201'], undefined, /it is answered 201 no more/],
  ])('%s', (_, path, value, says) => {
    expect(breaksOf(path, value).join('\n')).toMatch(says);
  });
});

describe('a REST API keeps to its clients when', () => {
  it.each<[string, string[], unknown]>([
    ['nothing changes', ['info', 'version'], '1'],
    ['words change', [...FILE, 'summary'], 'Report something'],
    ['an operation is added', ['paths', '/v1/more'], { get: { responses: { '204': text204 } } }],
    [
      'a parameter is added that need not be given',
      [...LIST, 'parameters', '99'],
      { name: 'sort', in: 'query', schema: { type: 'string' } },
    ],
    ['more may be sent', DESCRIPTION, 100_000],
    ['less must be sent', schema('FileReportDto', 'required'), []],
    ['an answer holds more', schema('FiledReportView', 'properties', 'more'), { type: 'string' }],
    ['an answer promises more', schema('FiledReportView', 'properties', 'number', 'minLength'), 3],
    ['a token is not needed any more', ['paths', '/v1/queue', 'get', 'security'], []],
  ])('%s', (_, path, value) => {
    expect(breaksOf(path, value)).toEqual([]);
  });
});

describe('the gate', () => {
  it('lets a break through that people agreed to, and no other', () => {
    expect(notAgreed(['GET /v1/queue is gone', 'GET /v1/me is gone'], ['GET /v1/queue is gone'])).toEqual([
      'GET /v1/me is gone',
    ]);
  });

  it('wants no agreement left over', () => {
    expect(notAgreed([], ['GET /v1/queue is gone'])).toEqual(['approved, and no break: GET /v1/queue is gone']);
  });
});
