import { type OpenAPIObject } from '@nestjs/swagger';
import { Validator } from '@seriousme/openapi-schema-validator';
import { type Operation, operationsOf } from '@jaki/platform';
import { lintFaults } from '../rest/lint.js';

/** What keeps an OpenAPI document from being of use: to the specification, and to those who make clients from it. */
export async function openApiFaults(name: string, text: string): Promise<string[]> {
  const document = JSON.parse(text) as OpenAPIObject;
  const { valid, errors } = await new Validator().validate(document as unknown as Record<string, unknown>);
  const invalid = valid ? [] : [`${name}: ${JSON.stringify(errors).slice(0, 1000)}`];
  const operations = operationsOf(document);
  const ids = operations.map(({ operation }) => operation.operationId);
  const twice = ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `${name}: ${String(id)} stands there twice`);
  const faults = operations.flatMap(({ path, method, operation }) =>
    faultsOf(path, operation).map((fault) => `${name}: ${method.toUpperCase()} ${path} ${fault}`),
  );
  const linted = (await lintFaults(document)).map((fault) => `${name}: ${fault}`);
  return [...invalid, ...twice, ...faults, ...linted];
}

function faultsOf(path: string, { parameters = [], responses, operationId, summary }: Operation): string[] {
  const declared = parameters.flatMap((each) =>
    'in' in each && each.in === 'path' && each.required ? [each.name] : [],
  );
  const missing = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (declared.includes(name) ? [] : [name]));
  const shapeless = parameters.flatMap((each) =>
    'schema' in each && hasType(each.schema) ? [] : ['name' in each ? each.name : '$ref'],
  );
  return [
    ...missing.map((name) => `does not declare ${name}`),
    ...shapeless.map((name) => `does not say what ${name} is`),
    ...(operationId === undefined ? ['has no operationId'] : []),
    ...(summary ? [] : ['has no summary']),
    ...(Object.keys(responses).some((status) => /^[23]/.test(status)) ? [] : ['says of no success']),
  ];
}

function hasType(schema: object | undefined): boolean {
  return schema !== undefined && ('type' in schema || '$ref' in schema);
}
