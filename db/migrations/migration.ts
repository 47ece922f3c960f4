/** Statements by the database that they are written for; a second database gets a text of its own beside the first. */
export interface Texts {
  readonly sqlite: string;
}

/** A step from one schema to the next: numbered, its parts run in order, never edited once landed. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly parts: readonly Texts[];
}
