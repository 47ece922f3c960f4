import type BetterSqlite from "better-sqlite3";

type Number = BetterSqlite.Statement<[], number | undefined>;

/**
 * The numbers that are asked for before anything is answered from memory, by a connection of their own: that of all
 * readers may be in the middle of a snapshot and would tell the number of an earlier moment.
 */
export class Numbers {
  private readonly changeNumber: Number;
  private publicNumber: Number | undefined;

  constructor(private readonly raw: BetterSqlite.Database) {
    this.changeNumber = raw.prepare<[], number | undefined>("select value from change_number").pluck();
  }

  change(): number {
    return this.changeNumber.get() ?? 0;
  }

  /** Of what is public. */
  open(): number {
    // Not from the beginning: a database that is only looked at may be of an older schema.
    this.publicNumber ??= this.raw.prepare<[], number | undefined>("select value from public_number").pluck();
    return this.publicNumber.get() ?? 0;
  }

  close(): void {
    this.raw.close();
  }
}
