/** A change of a source file while it is loaded. The text to find must stand in it exactly once. */
export interface Edit {
  /** From the root of the workspace. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Puts a statement before the anchor. */
export function before(file: string, anchor: string, statement: string): Edit {
  return { file, find: anchor, replace: `${statement} ${anchor}` };
}
