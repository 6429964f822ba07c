/** A step that somebody may take, as a row of a table that is written by hand. */
export interface Row<State extends string, Command extends string, Who extends string> {
  readonly state: State;
  readonly command: Command;
  readonly who: readonly Who[];
  readonly to: State;
  readonly tells: string;
}

interface Names<State extends string, Command extends string> {
  readonly states: readonly State[];
  readonly commands: readonly Command[];
}

/**
 * Reads a table of `state command who,who to tells`, which must not come from the code: so that the code's table is not its
 * own witness. All that it does not name is impossible.
 */
export function stepsOf<State extends string, Command extends string, Who extends string>(
  { states, commands }: Names<State, Command>,
  table: string,
) {
  const possible = table
    .trim()
    .split(/\n\s*/)
    .map((line): Row<State, Command, Who> => {
      const [state, command, who, to, tells] = line.split(/\s+/);
      return { state, command, who: who?.split(',') ?? [], to, tells } as unknown as Row<State, Command, Who>;
    });
  const impossible = states
    .flatMap((state) => commands.map((command) => ({ state, command })))
    .filter((pair) => !possible.some(({ state, command }) => state === pair.state && command === pair.command));
  return { possible, impossible };
}
