import { Type } from 'typebox';
import { Code, field, HumanNumber, Kelurahan, Seal, Uuid } from '../../fields.js';

/** What every event of a report carries, so that each can be understood on its own. */
export const reportFields = {
  reportId: field('public', 'The report', Uuid()),
  number: field(
    'public',
    'What people call it: letters of the city + YYMMDD of its day + daily sequence',
    HumanNumber(),
  ),
  category: field('public', "The report's category", Code()),
  region: field('public', 'The kelurahan of its pin', Kelurahan()),
  state: field('public', 'Where it stands after this event, as in the workflow table', Code()),
  visibility: field('public', '`public` or `private`', Code()),
  recipient: field(
    'pseudonymous',
    'The reporter, sealed for notifications; absent when nobody is to be told',
    Type.Optional(Seal()),
  ),
};

/** An organisation that has a part in the event. */
export const organisationField = (description: string) => field('public', description, Uuid());

/** The values that all samples share. */
export const reportSample = {
  reportId: '0199c1f0-0000-7000-8000-00000000000a',
  number: 'JK2611220001',
  category: 'flood',
  region: '31.71.01.1001',
  visibility: 'public',
};

export const SAMPLE_AGENCY = '0199c1f0-0000-7000-8000-000000000001';
export const SAMPLE_SUB_AGENCY = '0199c1f0-0000-7000-8000-000000000002';
export const SAMPLE_VALIDATOR = '0199c1f0-0000-7000-8000-000000000003';
