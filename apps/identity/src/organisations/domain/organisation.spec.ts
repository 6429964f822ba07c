import { describe, expect, it } from '@jest/globals';
import { newId, type RegionCode } from '@jaki/kernel';
import { OrganisationNotValid, ParentNotValid, RegionNotOfOrganisation, RoleNotForKind } from './errors.js';
import { allowMembership, regionsOf } from './membership.js';
import { change, type NewOrganisation, register } from './organisation.js';

const at = new Date('2026-11-22T00:00:00Z');
const regions = (...codes: string[]) => codes as RegionCode[];
const water: NewOrganisation = {
  id: newId(),
  name: 'Dinas Sumber Daya Air',
  kind: 'agency',
  regions: regions('31'),
  categories: ['flood'],
};
const agency = register(water, { at }).next;
const unit: NewOrganisation = { ...water, id: newId(), kind: 'sub_agency', regions: regions('31.71') };
const office: NewOrganisation = {
  ...water,
  kind: 'kelurahan_office',
  regions: regions('31.71.01.1001'),
  categories: [],
};

describe('an organisation', () => {
  it('is announced as registered in its first version', () => {
    const { next, facts } = register(water, { at });
    expect(next).toEqual({ ...water, version: 1 });
    expect(facts).toEqual([{ type: 'registered', organisation: next, at }]);
  });

  it('below an agency names it', () => {
    expect(register(unit, { parent: agency, at }).next.parentId).toBe(agency.id);
  });

  it('is refused a parent that is no agency, or any parent when it is no sub-agency', () => {
    const validator = register({ ...water, kind: 'validator', categories: [] }, { at }).next;
    expect(() => register(unit, { at })).toThrow(ParentNotValid);
    expect(() => register(unit, { parent: validator, at })).toThrow(ParentNotValid);
    expect(() => register(water, { parent: agency, at })).toThrow(ParentNotValid);
  });

  it('is not competent where its parent is not', () => {
    const central = register({ ...water, regions: regions('31.71') }, { at }).next;
    expect(() => register({ ...unit, regions: regions('31.72') }, { parent: central, at })).toThrow('31.72');
    expect(() => register({ ...unit, regions: regions('31.7') }, { parent: central, at })).toThrow(ParentNotValid);
  });

  it('needs a name and a region', () => {
    expect(() => register({ ...water, name: ' ' }, { at })).toThrow(OrganisationNotValid);
    expect(() => register({ ...water, regions: [] }, { at })).toThrow(OrganisationNotValid);
  });

  it('of a kelurahan has exactly one kelurahan and no categories', () => {
    expect(register(office, { at }).next.regions).toEqual(['31.71.01.1001']);
    expect(() => register({ ...office, regions: regions('31.71.01') }, { at })).toThrow('exactly one');
    expect(() => register({ ...office, regions: regions('31.71.01.1001', '31.71.01.1002') }, { at })).toThrow();
    expect(() => register({ ...office, categories: ['flood'] }, { at })).toThrow('categories');
  });

  it('is announced with its whole new state and next version when it changes', () => {
    const { next, facts } = change(agency, { categories: ['flood', 'drainage'] }, { at });
    expect(next).toEqual({ ...agency, categories: ['flood', 'drainage'], version: 2 });
    expect(facts).toEqual([{ type: 'changed', organisation: next, at }]);
  });

  it('says nothing when nothing changed', () => {
    expect(change(agency, { name: agency.name }, { at })).toEqual({ next: agency, facts: [] });
  });

  it('keeps what a change does not name', () => {
    const { next } = change(agency, { name: 'Dinas SDA' }, { at });
    expect(next).toEqual({ ...agency, name: 'Dinas SDA', version: 2 });
  });

  it('is held to the same rules when it changes', () => {
    expect(() => change(agency, { regions: [] }, { at })).toThrow(OrganisationNotValid);
    const child = register(unit, { parent: agency, at }).next;
    expect(() => change(child, { regions: regions('32') }, { parent: agency, at })).toThrow(ParentNotValid);
  });
});

describe('a membership', () => {
  it('has only roles of that kind of organisation: who works does not validate', () => {
    expect(allowMembership(agency, { roles: ['officer', 'officer'] })).toEqual({ roles: ['officer'] });
    expect(() => allowMembership(agency, { roles: ['validator'] })).toThrow(RoleNotForKind);
    expect(() => allowMembership(agency, { roles: ['registrar'] })).toThrow(RoleNotForKind);
  });

  it('may be narrowed to a region inside, never outside', () => {
    const region = '31.71' as RegionCode;
    expect(allowMembership(agency, { roles: ['officer'], region })).toEqual({ roles: ['officer'], region });
    expect(() => allowMembership(agency, { roles: ['officer'], region: '32' as RegionCode })).toThrow(
      RegionNotOfOrganisation,
    );
  });

  it('acts in its own region, else in all of the organisation', () => {
    expect(regionsOf(agency)).toEqual(['31']);
    expect(regionsOf(agency, '31.71' as RegionCode)).toEqual(['31.71']);
  });
});
