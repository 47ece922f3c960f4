import { newId, sha256 } from "#app/domain/identity.server.ts";
import type { SecurityEventKind } from "#app/domain/security/security-events.ts";
import type { Notes } from "#db/notes.ts";

/** Where something came from. */
export interface Origin {
  /** The address. */
  network: string;
  /** Family of the browser and its system. */
  browser: string;
}

export interface SecurityEvent {
  kind: SecurityEventKind;
  accountId?: string | null;
  /** The token of the sign-in, of which only the beginning of its hash is kept. */
  token?: string | null;
  /** Method and path without secrets, or what else the kind needs. */
  place?: string;
}

/** How much of one kind is written of one account or one address in an hour: nobody can bury the rest in it. */
const MOST_OF_ONE = 60;
/** How much of one kind in a day, whoever it is: nobody can fill the disk with it. */
const MOST_A_DAY = 5000;
const HOUR = 3_600_000;
/** How many accounts and addresses are counted; more than that is a flood from everywhere, which the day cuts. */
const MAX_SOURCES = 20_000;

/** Characters of the hash of a sign-in: enough to tell those of one account apart, too few to find it by. */
const SIGN_IN_LENGTH = 12;
const MAX_PLACE = 200;

/** Writes the security log, in its own time. */
export class SecurityLog {
  private hour = 0;
  private day = 0;
  private readonly ofOne = new Map<string, number>();
  private readonly ofKind = new Map<string, number>();

  constructor(private readonly notes: Notes) {}

  /** Writes down what happened, unless there was too much of it; where it was cut, the log says so. */
  tell({ kind, accountId = null, token, place = "" }: SecurityEvent, origin: Origin, now: Date): void {
    this.turnTo(now.getTime());
    const source = `${kind} ${accountId ?? origin.network}`;
    const one = count(this.ofOne, source);
    const all = count(this.ofKind, kind);
    if (one > MOST_OF_ONE + 1 || all > MOST_A_DAY + 1) return;
    const isCut = one === MOST_OF_ONE + 1 || all === MOST_A_DAY + 1;
    const row = {
      ...{ id: newId(), at: now.toISOString(), account_id: accountId, ...origin },
      kind: isCut ? "log.cut" : kind,
      sign_in: token ? sha256(token).slice(0, SIGN_IN_LENGTH) : "",
      place: isCut ? kind : place.slice(0, MAX_PLACE),
    };
    this.notes.add((db) => db.insertInto("security_event").values(row).execute());
  }

  private turnTo(at: number): void {
    const hour = Math.floor(at / HOUR);
    if (hour !== this.hour || this.ofOne.size > MAX_SOURCES) this.ofOne.clear();
    if (Math.floor(hour / 24) !== this.day) this.ofKind.clear();
    this.hour = hour;
    this.day = Math.floor(hour / 24);
  }
}

function count(counts: Map<string, number>, key: string): number {
  const next = (counts.get(key) ?? 0) + 1;
  counts.set(key, next);
  return next;
}
