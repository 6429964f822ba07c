/** What a broker answers while it starts, or right after a topic was made. */
const STARTING = new Set([
  'GROUP_COORDINATOR_NOT_AVAILABLE',
  'GROUP_LOAD_IN_PROGRESS',
  'NOT_COORDINATOR_FOR_GROUP',
  'LEADER_NOT_AVAILABLE',
  'UNKNOWN_TOPIC_OR_PARTITION',
]);

/** A failure of Kafka's client in words for people, and whether it goes away by itself. */
export interface Trouble {
  readonly temporary: boolean;
  readonly text: string;
}

/** Looks at the error and what caused it: kafkajs wraps what it gave up, and calls the wrapping final. */
export function troubleOf(error: unknown): Trouble {
  const text = error instanceof Error ? error.message : String(error);
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('type' in at && STARTING.has(String(at.type))) {
      return { temporary: true, text: `Kafka is still starting, trying again: ${text}` };
    }
    if ('retriable' in at && at.retriable === true) {
      return { temporary: true, text: `Kafka cannot be reached, trying again: ${text}` };
    }
  }
  return { temporary: false, text };
}
