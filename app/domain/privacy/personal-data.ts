import {
  BEGIN,
  BIRTH,
  DOCUMENT,
  END,
  FILLER,
  IDENTITY_NUMBER,
  PERSONAL_NUMBER,
  PHONE,
  PRISON_NUMBER,
} from "#app/domain/privacy/context-words.ts";
import { digitWindows } from "#app/domain/privacy/digit-groups.ts";
import { type FoldedRange, type FoldedText, foldText } from "#app/domain/privacy/folded-text.ts";
import { isJmbg } from "#app/domain/privacy/identifiers.ts";
import { namedPrisoners } from "#app/domain/privacy/named-prisoners.ts";
import { nidWindows } from "#app/domain/privacy/nid-windows.ts";
import { readings } from "#app/domain/privacy/readings.ts";
import { sure } from "#app/sure.ts";

/** What was found, and whether the text may be kept (`warn`: the author states that it is not about a prisoner). */
const SEVERITY = {
  jmbg: "block",
  nid: "block",
  "kosovo-number": "warn",
  document: "warn",
  "prison-number": "warn",
  "birth-date": "warn",
  "named-prisoner": "warn",
  email: "warn",
  phone: "warn",
} as const;

export type FindingKind = keyof typeof SEVERITY;

/** A place in the original text (UTF-16 offsets, end exclusive). It never carries the text that stands there. */
export interface Finding {
  kind: FindingKind;
  severity: "block" | "warn";
  start: number;
  end: number;
}

/**
 * Finds what looks like personal data, in the order of the text. A help, not a proof: review comes after it. Linear in
 * the length of the text; `now` decides which birth dates lie in the future.
 */
export function findPersonalData(text: string, now: Date = new Date()): Finding[] {
  const folded = foldText(text);
  const findings: Finding[] = [];
  const owners = new Uint32Array(text.length);
  const digits = digitCount(folded.lower);
  for (const kind of Object.keys(SEVERITY) as FindingKind[]) {
    if (digits < FEWEST_DIGITS[kind]) continue;
    for (const range of SEARCH[kind](folded, now)) add(findings, owners, kind, range, folded);
  }
  return findings.sort((a, b) => a.start - b.start);
}

/** Where a finding begins, counted from 1, for a message: the line and the character in it. */
export function placeOf(text: string, finding: Pick<Finding, "start">): { line: number; column: number } {
  const before = text.slice(0, finding.start).split(/\r\n?|\n/);
  return { line: before.length, column: [...(before.at(-1) ?? "")].length + 1 };
}

/** Digits without which a search can find nothing. */
const FEWEST_DIGITS: Record<FindingKind, number> = {
  ...{ jmbg: 0, nid: 8, "kosovo-number": 10, document: 4, "prison-number": 2, "birth-date": 4 },
  ...{ "named-prisoner": 0, email: 0, phone: 6 },
};

function digitCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) count++;
  }
  return count;
}

type Search = (folded: FoldedText, now: Date) => Iterable<FoldedRange>;

const RANGE_OF_YEARS = String.raw`(?:19|20)\d\d ?- ?(?:19|20)\d\d`;
const WRITTEN_DATE = String.raw`\d{1,2}[ ./-]{1,3}\d{1,2}[ ./-]{1,3}(?:(?:19|20)\d\d|\d\d)(?!\d)`;
const DATE = [
  WRITTEN_DATE,
  String.raw`(?:18|19|20)\d\d[ ./-]{1,3}\d{1,2}[ ./-]{1,3}\d{1,2}(?!\d)`,
  String.raw`\d{1,2}(?:st|nd|rd|th|\.)? {1,2}(?:of )?[a-z]{3,12}[.,]{0,2} (?:19|20)\d\d(?!\d)`,
  String.raw`[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d(?!\d)`,
].join("|");
const DOCUMENT_NUMBER = [
  String.raw`[a-z]{0,3}[ -]?(?!${RANGE_OF_YEARS}|${WRITTEN_DATE})\d(?:[ -]?\d){5,11}[a-z]?${END}`,
  String.raw`(?=[a-z]{0,9}\d[a-z]{0,9}\d[a-z]{0,9}\d[a-z]{0,9}\d)[a-z\d]{7,12}${END}`,
].join("|");
const LOCAL = String.raw`(?!${RANGE_OF_YEARS}|${WRITTEN_DATE})\(?(?:0|\d(?=(?:[ ./()-]{0,3}\d){6}))(?:[ ./()-]{0,3}\d){5,10}(?!\d)`;

const INTERNATIONAL = /(?<![a-z0-9.,+/-]|\d:)(?:\+ ?|00 ?(?=[1-9]\d))\(?[1-9](?:[ ./()-]{0,3}\d){7,14}(?!\d)/g;
const EMAIL = new RegExp(
  String.raw`(?<![a-z0-9._%+'-])[a-z0-9._%+'-]{1,100} ?(?:@|[[({] ?at ?[\])}]) ?` +
    String.raw`(?:[a-z0-9][a-z0-9-]{0,62} ?(?:\.|[[({] ?(?:dot|tacka|tocka|pike) ?[\])}]) ?){1,6}[a-z]{2,24}${END}`,
  "g",
);

/** Without one of these no address begins. */
const AT_SIGN = /@|[[({] ?at/;

const KOSOVO_NUMBER = following(PERSONAL_NUMBER, String.raw`\d(?:[ ./-]{0,3}\d){9}(?!\d)`);
const IDENTITY = following(IDENTITY_NUMBER, String.raw`(?:\d(?:[ ./-]{0,3}\d){12}(?!\d)|[a-t0-9]\d{8}[a-w]${END})`);
const DOCUMENTS = following(DOCUMENT, DOCUMENT_NUMBER);
const PRISON = following(
  PRISON_NUMBER,
  String.raw`(?=[a-z0-9 /-]{0,6}\d[a-z0-9/-]{0,4}\d)[a-z]{0,3}[ -]?\d[\da-z/-]{2,11}`,
);
const BIRTHS = following(BIRTH, DATE);
const PHONES = following(PHONE, LOCAL);

/** The searches; where two find the same place, the first of SEVERITY's order wins. */
const SEARCH: Record<FindingKind, Search> = {
  jmbg: ({ lower }, now) => readings(lower).flatMap(jmbgWindows(now)),
  nid: ({ cased }) => nidWindows(cased),
  "kosovo-number": ({ lower }) => KOSOVO_NUMBER(lower),
  document: ({ lower }) => [...IDENTITY(lower), ...DOCUMENTS(lower)],
  "prison-number": ({ lower }) => PRISON(lower),
  "birth-date": ({ lower }) => BIRTHS(lower),
  "named-prisoner": namedPrisoners,
  email: ({ lower }) => (AT_SIGN.test(lower) ? all(lower, EMAIL) : []),
  phone: ({ lower }) => [...all(lower, INTERNATIONAL), ...PHONES(lower)],
};

const jmbgWindows = (now: Date) => (text: string) => digitWindows(text, 13, (digits) => isJmbg(digits, now));

function* all(lower: string, pattern: RegExp): Generator<FoldedRange> {
  for (const match of lower.matchAll(pattern)) yield { start: match.index, end: match.index + match[0].length };
}

/**
 * Makes a search for the stretches of `value` that follow one of the context words, perhaps with small words between.
 * Compiled once, since it is asked of every text.
 */
function following(context: string, value: string): (lower: string) => Generator<FoldedRange> {
  const words = new RegExp(`${BEGIN}(?:${context})${END}`, "g");
  const follow = new RegExp(`${FILLER}(${value})`, "y");
  return function* (lower) {
    for (const match of lower.matchAll(words)) {
      follow.lastIndex = match.index + match[0].length;
      const found = follow.exec(lower);
      if (found) yield { start: follow.lastIndex - (found[1] as string).length, end: follow.lastIndex };
    }
  };
}

/**
 * Readings of one kind that overlap are one finding; of different kinds, the more serious one stays. `owners` holds
 * for every place of the text the number of the finding that covers it, counted from 1.
 */
function add(
  findings: Finding[],
  owners: Uint32Array,
  kind: FindingKind,
  range: FoldedRange,
  folded: FoldedText,
): void {
  // What stands in a text that is written backwards begins where it ends.
  const start = Math.min(sure(folded.starts[range.start]), sure(folded.starts[range.end - 1]));
  const end = Math.max(sure(folded.ends[range.end - 1]), sure(folded.ends[range.start]));
  const owner = owners.subarray(start, end).find((number) => number > 0);
  const known = owner === undefined ? undefined : findings[owner - 1];
  if (known && known.kind !== kind) return;
  if (known) {
    known.start = Math.min(known.start, start);
    known.end = Math.max(known.end, end);
  } else findings.push({ kind, severity: SEVERITY[kind], start, end });
  owners.fill(owner ?? findings.length, start, end);
}
