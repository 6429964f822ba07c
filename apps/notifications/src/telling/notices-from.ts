import {
  type EventData,
  type EventDeclaration,
  type EventIn,
  type EventName,
  type EventNamed,
  eventsIn,
  type ReceivedEvent,
  type Topic,
} from '@jaki/contracts';
import { type Address } from '../organisations/domain/address.js';
import { type News, type Subject, type Words } from './domain/notices.js';

/** Who is told of an event in which template; undefined when nobody is to be told. */
interface ToldOf<Data> {
  readonly tell: Readonly<Record<string, (data: Data) => Address | undefined>>;
  /** What its texts speak of, beside what all texts of the topic do. */
  readonly words?: (data: Data) => Words;
}

/** Whom the events of a topic concern, by what they are called in it. An event that is not named is not heard. */
export interface Told<In extends Topic> {
  readonly subject: (data: EventData<EventIn<In>>) => Subject;
  /** What all texts may speak of. */
  readonly words: (data: EventData<EventIn<In>>) => Words;
  readonly on: { readonly [Name in EventName<In>]?: ToldOf<EventData<EventNamed<In, Name>>> };
}

/** What a context's events mean to those who are to be told. */
export interface NoticeSource {
  readonly topic: Topic;
  readonly events: readonly EventDeclaration[];
  readonly templates: readonly string[];
  readonly read: (event: Pick<ReceivedEvent, 'type' | 'data'>) => News;
}

/**
 * Declares once, for each event of a topic, who is told what. A name that the topic has no event of, and a field that the
 * event does not have, do not compile.
 */
export function noticesFrom<In extends Topic>(topic: In, told: Told<In>): NoticeSource {
  const all = eventsIn(topic);
  const rows = new Map<string, ToldOf<never>>();
  for (const [name, row] of Object.entries<ToldOf<never> | undefined>(told.on)) {
    const declaration = all.get(name);
    if (declaration === undefined) throw new TypeError(`${topic.name} has no event ${name}`);
    if (row !== undefined) rows.set(declaration.type, row);
  }
  return {
    topic,
    events: [...all.values()].filter(({ type }) => rows.has(type)),
    templates: [...rows.values()].flatMap(({ tell }) => Object.keys(tell)),
    read: ({ type, data }) => newsOf(data as never, { told, row: rows.get(type) }),
  };
}

function newsOf<In extends Topic>(
  data: never,
  { told, row }: { told: Told<In>; row: ToldOf<never> | undefined },
): News {
  const about = { subject: told.subject(data), words: { ...told.words(data), ...row?.words?.(data) } };
  const notices = Object.entries(row?.tell ?? {}).flatMap(([template, whom]) => {
    const address = whom(data);
    return address === undefined ? [] : [{ template, address }];
  });
  return { about, notices };
}
