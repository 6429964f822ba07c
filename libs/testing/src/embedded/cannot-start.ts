/** Something that a person must change before this can start. The message is one sentence: what, and what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
