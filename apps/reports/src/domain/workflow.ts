/** What people read for each state, in Indonesian and English. */
export const states = {
  waiting: { id: 'Menunggu', en: 'Waiting' },
  coordinating: { id: 'Koordinasi', en: 'Passed on' },
  dispatched: { id: 'Disposisi', en: 'Sub-agency instructed' },
  in_progress: { id: 'Proses', en: 'In progress' },
  awaiting_validation: { id: 'Menunggu Validasi', en: 'Awaiting validation' },
  done: { id: 'Selesai', en: 'Done' },
  closed: { id: 'Ditutup', en: 'Closed' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
} as const;

export type State = keyof typeof states;

/** Who may take a step; each name is a rule in `who.ts`. */
export type Who = 'citizen' | 'channel' | 'holder' | 'holder_agency' | 'kelurahan' | 'other_validator' | 'reporter';

interface Row {
  readonly command: string;
  readonly from: readonly State[];
  readonly who: readonly [Who, ...Who[]];
  readonly needs: string;
  readonly to: State;
  readonly events: readonly string[];
}

/**
 * The life of a report. The decisions take their states, their authority and their facts from here, the documentation
 * prints it, and a test tries every state with every command against it.
 */
export const workflow = [
  {
    command: 'file',
    from: [],
    who: ['citizen', 'channel'],
    needs: 'a pin in the service area',
    to: 'waiting',
    events: ['filed', 'routed'],
  },
  {
    command: 'coordinate',
    from: ['waiting', 'coordinating'],
    who: ['holder', 'kelurahan'],
    needs: 'another agency, note',
    to: 'coordinating',
    events: ['coordinated', 'routed'],
  },
  {
    command: 'dispatch',
    from: ['waiting', 'coordinating'],
    who: ['holder_agency'],
    needs: 'its sub-agency',
    to: 'dispatched',
    events: ['dispatched'],
  },
  {
    command: 'start',
    from: ['waiting', 'coordinating', 'dispatched'],
    who: ['holder'],
    needs: '',
    to: 'in_progress',
    events: ['work_started'],
  },
  {
    command: 'promise',
    from: ['in_progress'],
    who: ['holder'],
    needs: 'a future date (EWS)',
    to: 'in_progress',
    events: ['finish_promised'],
  },
  {
    command: 'complete',
    from: ['in_progress'],
    who: ['holder'],
    needs: "executor's before and after photo",
    to: 'awaiting_validation',
    events: ['completion_claimed'],
  },
  {
    command: 'validate',
    from: ['awaiting_validation'],
    who: ['other_validator'],
    needs: '',
    to: 'done',
    events: ['validated'],
  },
  {
    command: 'refuse',
    from: ['awaiting_validation'],
    who: ['other_validator'],
    needs: 'reason',
    to: 'in_progress',
    events: ['completion_refused'],
  },
  { command: 'confirm', from: ['done'], who: ['reporter'], needs: '', to: 'closed', events: ['confirmed'] },
  { command: 'dispute', from: ['done'], who: ['reporter'], needs: 'reason', to: 'in_progress', events: ['disputed'] },
  {
    command: 'reject',
    from: ['waiting', 'coordinating'],
    who: ['holder', 'kelurahan'],
    needs: 'reason code, text',
    to: 'rejected',
    events: ['rejected'],
  },
] as const satisfies readonly Row[];

type Rows = (typeof workflow)[number];
type RowOf<C extends Command> = Extract<Rows, { command: C }>;

export type Command = Rows['command'];
export type From<C extends Command> = RowOf<C>['from'][number];
export type To<C extends Command> = RowOf<C>['to'];
export type FactsOf<C extends Command> = RowOf<C>['events'][number];

const rows = Object.fromEntries(workflow.map((row): [Command, Row] => [row.command, row])) as Record<Command, Row>;

/** The table's row of a command. */
export function rowOf(command: Command): Row {
  return rows[command];
}
