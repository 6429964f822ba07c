/** The import cannot begin. The message is one sentence for the person at the terminal. */
export class CannotImport extends Error {
  override readonly name: string = 'CannotImport';
}

/** The file as a whole cannot be imported: the message says what is wrong with it. */
export class UnusableFile extends Error {
  override readonly name: string = 'UnusableFile';
}

/** Identity did not let the account in. The message says why, for the person at the terminal. */
export class NotLetIn extends CannotImport {
  override readonly name = 'NotLetIn';
}
