import type { Logger } from "pino";
import { openCounting, type Rule, type Spent } from "#app/http/counting.server.ts";
import { PersonTurns } from "#app/http/person-turns.ts";
import { WaitingRoom } from "#app/http/waiting-room.ts";

// Two kinds. A limit refuses, and only whoever spent its points: one account from one place, one person, one program.
// A pressure never refuses: it says how long those wait who share a network, an account or the whole installation with
// somebody who guesses. What refuses for all who share something could be spent by one of them to shut out the others.

/** How often something may be tried by one and the same: points in so many seconds. */
const limits = {
  /** Wrong passwords of one account from one network, or from one browser that it was signed in with before. */
  signInPair: { points: 10, duration: 900 },
  /** The same, right ones too: nobody has to sign in every few seconds. */
  signInAgain: { points: 200, duration: 900 },
  /** Mails with a link for a new password. While none is sent, the last one still works. */
  resetAccount: { points: 3, duration: 1800 },
  searchAddress: { points: 240, duration: 60 },
  // Programs: per account, however many tokens it has; and per address of the network for tokens that are none.
  apiAccount: { points: 600, duration: 60 },
  apiRefused: { points: 60, duration: 60 },
  /** Where a token is used from is told once a day. */
  tokenPlace: { points: 1, duration: 86_400 },
  // Calendars: per address that one of them reads, and per network for addresses that are none.
  feedRead: { points: 30, duration: 600 },
  feedRefused: { points: 60, duration: 60 },
  /** Calendar files that one person has read: all are read one after the other, and nobody has many. */
  calendarRead: { points: 6, duration: 600 },
  /** Answers by one link of a mail: whoever has it may change their mind, and no program goes on and on. */
  answerLink: { points: 20, duration: 3600 },
  // What one person changes. People stay far below, also while every few seconds what they type is kept.
  changesAtOnce: { points: 30, duration: 10 },
  changesOnAndOn: { points: 600, duration: 600 },
} as const satisfies Record<string, Rule>;

export interface Pressure extends Rule {
  /** Attempts that cost nobody any time. */
  free: number;
  /** After so many more, the wait doubles. */
  step: number;
  /** The longest wait, in milliseconds. */
  longest: number;
}

const NEVER_SPENT = 1_000_000_000;
const pressure = (free: number, duration: number, step: number, longest: number): Pressure => ({
  ...{ points: NEVER_SPENT, free, duration, step, longest },
});

/** What makes others wait: wrong passwords and links that are none, by who shares them. */
export const pressures = {
  // One line: an IPv4 address or a /64. Its home or site: /56 and /48, of which one customer may have all.
  signInLine: pressure(20, 900, 5, 8000),
  signInHome: pressure(60, 900, 20, 8000),
  signInSite: pressure(200, 900, 50, 8000),
  /** One account, guessed at from many places. */
  signInAccount: pressure(60, 3600, 20, 5000),
  /** The same, in browsers that it was signed in with before: only somebody who had its password has such a one. */
  signInKnown: pressure(30, 3600, 10, 5000),
  signInGlobal: pressure(2000, 900, 500, 3000),
  /** Links for passwords that are asked for, and secret links that are none, from one line. */
  resetLine: pressure(20, 3600, 10, 8000),
  tokenLine: pressure(60, 900, 20, 8000),
} as const satisfies Record<string, Pressure>;

export type Limit = keyof typeof limits;
export type PressureName = keyof typeof pressures;

export interface Limits {
  /** Spends a point. @returns how many were spent; and 0 when there was one left, otherwise the seconds to wait */
  spend(limit: Limit, key: string): Promise<Spent>;
  /** Spends a point. @returns 0 when there was one left, otherwise the seconds to wait */
  take(limit: Limit, key: string): Promise<number>;
  /** Counts an attempt. @returns how long it has to wait for those before it, in milliseconds */
  press(name: PressureName, key: string): Promise<number>;
  /** Takes back what was spent: it was no guess after all. */
  giveBack(name: Limit | PressureName, key: string): Promise<void>;
  /** Where those wait who have to. */
  room: WaitingRoom;
  /** What one person sends at once is done in turn. */
  turns: PersonTurns;
  close(): void;
}

/** Limits that survive a restart. @param dataDir null: in memory only */
export async function openLimits(
  dataDir: string | null,
  { log = null, room = new WaitingRoom() }: { log?: Pick<Logger, "warn"> | null; room?: WaitingRoom } = {},
): Promise<Limits> {
  const counting = await openCounting(dataDir, { ...limits, ...pressures }, log);
  return {
    spend: (limit, key) => counting.spend(limit, key),
    take: async (limit, key) => (await counting.spend(limit, key)).seconds,
    press: async (name, key) => waitAfter(pressures[name], await counting.spend(name, key)),
    giveBack: (name, key) => counting.giveBack(name, key),
    room,
    turns: new PersonTurns(),
    close: () => counting.close(),
  };
}

const FIRST_WAIT = 250;

/** The wait before an attempt, in milliseconds: none at first, then longer and longer. */
function waitAfter({ free, step, longest }: Pressure, { used }: Spent): number {
  if (used <= free) return 0;
  return Math.min(longest, FIRST_WAIT * 2 ** Math.floor((used - free - 1) / step));
}
