import { describe, expect, it } from '@jest/globals';
import { IllegalTransition, NotYourStep } from '@jaki/kernel';
import { actors, AGENCY, AT, attempt, OTHER_AGENCY, reports, SUB_AGENCY } from '../../../test/world.js';
import type { Actor } from '../../report/domain/report.js';
import { type State, states } from '../../report/domain/states.js';
import { type Command, life } from '../../report/domain/workflow.js';

const commands = life.table.steps.map(({ command }) => command).filter((command) => command !== 'file');
const everyPair = (Object.keys(states) as State[]).flatMap((state) =>
  commands.map((command) => ({ state, command, allowed: life.stepOf(command).from.includes(state) })),
);

// Written by hand from the published table, so that the code's table cannot be its own witness.
const rightful: Record<Exclude<Command, 'file'>, Partial<Record<State, readonly (keyof typeof actors)[]>>> = {
  coordinate: { waiting: ['agency', 'kelurahan'], coordinating: ['agency', 'kelurahan'] },
  dispatch: { waiting: ['agency'], coordinating: ['agency'] },
  start: { waiting: ['agency', 'kelurahan'], coordinating: ['agency'], dispatched: ['subAgency'] },
  promise: { in_progress: ['subAgency'] },
  complete: { in_progress: ['subAgency'] },
  validate: { awaiting_validation: ['validator'] },
  refuse: { awaiting_validation: ['validator'] },
  confirm: { done: ['reporter'] },
  dispute: { done: ['reporter'] },
  reject: { waiting: ['agency', 'kelurahan'], coordinating: ['agency', 'kelurahan'] },
};

describe('the workflow table', () => {
  it('has the rows that the city published', () => {
    const published = `
      file - waiting filed,routed
      coordinate waiting,coordinating coordinating coordinated,routed
      dispatch waiting,coordinating dispatched dispatched
      start waiting,coordinating,dispatched in_progress work_started
      promise in_progress in_progress finish_promised
      complete in_progress awaiting_validation completion_claimed
      validate awaiting_validation done validated
      refuse awaiting_validation in_progress completion_refused
      confirm done closed confirmed
      dispute done in_progress disputed
      reject waiting,coordinating rejected rejected`;
    const ours = life.table.steps.map(
      ({ command, from, to, events }) => `${command} ${from.join() || '-'} ${to} ${events.join()}`,
    );
    expect(ours).toEqual(published.trim().split(/\n\s+/));
  });

  it.each(everyPair.filter(({ allowed }) => allowed))('lets $command happen to a report that is $state', (pair) => {
    const { command, state } = pair;
    const { to, events } = life.stepOf(command);
    const [who] = rightful[command][state] ?? [];
    const { next, facts } = attempt(command, reports[state], actors[who!]);
    expect(next.state).toBe(to);
    expect(facts.map(({ type }) => type)).toEqual(events);
    expect(facts.map(({ version }) => version)).toEqual(events.map((_, index) => reports[state].version + 1 + index));
    expect(next.version).toBe(reports[state].version + events.length);
    expect(facts.every(({ at }) => at === AT)).toBe(true);
  });

  it.each(everyPair.filter(({ allowed }) => !allowed))('refuses $command for a report that is $state', (pair) => {
    for (const actor of Object.values(actors)) {
      const refused = {
        code: 'illegal_transition',
        kind: 'conflict',
        details: { state: pair.state, command: pair.command },
      };
      expect(() => attempt(pair.command, reports[pair.state], actor)).toThrow(IllegalTransition);
      expect(() => attempt(pair.command, reports[pair.state], actor)).toThrow(expect.objectContaining(refused));
    }
  });

  it.each(everyPair.filter(({ allowed }) => allowed))('lets nobody else $command a report that is $state', (pair) => {
    const { command, state } = pair;
    const able = rightful[command][state] ?? [];
    const others = Object.entries(actors).filter(([name]) => !able.includes(name as keyof typeof actors));
    for (const name of able) expect(() => attempt(command, reports[state], actors[name])).not.toThrow();
    for (const [, actor] of others) expect(() => attempt(command, reports[state], actor)).toThrow(NotYourStep);
  });
});

describe('who may take a step', () => {
  const refusal = (command: Exclude<Command, 'file'>, state: State, actor: Actor) => {
    expect(() => attempt(command, reports[state], actor)).toThrow(NotYourStep);
    return expect(() => attempt(command, reports[state], actor));
  };

  it('is told apart by code', () => {
    refusal('start', 'waiting', actors.citizen).toThrow(expect.objectContaining({ code: 'not_the_holder' }));
    refusal('confirm', 'done', actors.citizen).toThrow(expect.objectContaining({ code: 'not_the_reporter' }));
    refusal('validate', 'awaiting_validation', actors.agency).toThrow(
      expect.objectContaining({ code: 'not_the_validator' }),
    );
  });

  it('is no validator of the organisation that did the work', () => {
    const organisation = { ...actors.validator.organisation!, id: SUB_AGENCY };
    refusal('validate', 'awaiting_validation', { ...actors.validator, organisation });
  });

  it('is no validator who is not competent where the pin lies', () => {
    const elsewhere = { ...actors.validator.organisation!, regions: ['31.7', '31.74'] };
    refusal('validate', 'awaiting_validation', { ...actors.validator, organisation: elsewhere });
  });

  it('is no kelurahan office of the district above', () => {
    const district = { ...actors.kelurahan.organisation!, regions: ['31.71.01'] };
    refusal('start', 'waiting', { ...actors.kelurahan, organisation: district });
  });

  it('is no member of the holder without the role of an officer', () => {
    refusal('start', 'waiting', { ...actors.agency, roles: ['registrar'] });
    refusal('start', 'waiting', { ...actors.kelurahan, roles: ['registrar'] });
  });

  it('is the reporter only as a citizen, not while acting for an organisation', () => {
    refusal('confirm', 'done', { ...actors.agency, id: actors.reporter.id });
  });

  it('is the agency that it was passed to, no longer the one before', () => {
    const passed = { ...reports.coordinating, agency: OTHER_AGENCY };
    expect(() => attempt('start', passed, actors.agency)).toThrow(NotYourStep);
    const other = { ...actors.agency, organisation: { ...actors.agency.organisation!, id: OTHER_AGENCY } };
    expect(attempt('start', passed, other).next).toMatchObject({ executor: OTHER_AGENCY, agency: OTHER_AGENCY });
    expect(AGENCY).not.toBe(OTHER_AGENCY);
  });
});
