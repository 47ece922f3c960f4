import { Unusable } from "#db/unusable.ts";

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

/** The database is newer than the code. */
export class SchemaTooNew extends Unusable {
  constructor(found: number, newest: number) {
    super(`The database is at schema ${found}; this version of Zbornik knows ${newest}. Install a newer one.`);
  }
}

/** The database is older than the code. */
export class SchemaTooOld extends Unusable {
  constructor(found: number, newest: number) {
    super(
      `The database is at schema ${found}; this version of Zbornik works with ${newest}. Stop the server and run migrate.`,
    );
  }
}

/** A migration is not the one that the database was made with. */
export class MigrationEdited extends Unusable {
  constructor(faults: readonly string[]) {
    super(`The database was made by another version of Zbornik: ${faults.join("; ")}. Install that one.`);
  }
}
