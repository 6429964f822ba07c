type Defined<Given> = {
  [Key in keyof Given as undefined extends Given[Key] ? never : Key]: Given[Key];
} & {
  [Key in keyof Given as undefined extends Given[Key] ? Key : never]?: Exclude<Given[Key], undefined>;
};

/** The properties that are given: `{ ...defined({ note }) }` has no `note` when it is undefined. */
export function defined<Given extends object>(properties: Given): Defined<Given> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as Defined<Given>;
}
