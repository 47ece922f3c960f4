import { type Fault, Refused } from "#app/domain/errors.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Instant } from "#db/schema/columns.ts";

/** A person who is in another session at that time. What it is, is only there for an actor who sees it. */
export interface Clash {
  accountId: string;
  person: string;
  startsAt: Instant;
  endsAt: Instant;
  /** The zone of the time that was asked for, and the city it was picked by. */
  clock: { zone: string; city: string };
  session: SessionFacts | null;
}

/** The field names under which single clashes come back with the form, in order. */
export function clashField(at: number): string {
  return `clash-${at}`;
}

/** Somebody would be in two places. A warning: sent again with `confirmConflicts`, the deed is done all the same. */
export class Clashes extends Refused {
  readonly clashes: readonly Clash[];
  readonly fieldOf: (at: number) => string;
  /** @param fieldOf where the clash of a number is shown */
  constructor(clashes: readonly Clash[], fieldOf: (at: number) => string = clashField) {
    super([
      { field: "confirmConflicts", message: { key: "sessions.clashesConfirm", params: { count: clashes.length } } },
      ...clashes.map(
        ({ person, startsAt, endsAt }, at): Fault => ({
          field: fieldOf(at),
          message: { key: "sessions.clash", params: { person, time: `${startsAt}/${endsAt}` } },
        }),
      ),
    ]);
    this.clashes = clashes;
    this.fieldOf = fieldOf;
  }
}
