import { fold } from "#app/language/normalise.ts";

/**
 * A document number, record number or named instrument found in a text: CM/Rec(2010)1, A/RES/70/175, VERA-2R,
 * P/CVE. People write them with and without slashes, brackets and spaces; the key is what is left of all of them.
 */
export interface Identifier {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly surface: string;
  /** Letters and digits, lower case: "cmrec20101". */
  readonly key: string;
  /** Other names of the same document: without the leading CM, without the year in brackets. */
  readonly sameAs: readonly string[];
  /** The document without its revision or addendum: "rec20062" for Rec(2006)2-rev. */
  readonly bases: readonly string[];
}

interface Family {
  /** What every identifier of the family holds: most texts have none of it, which is quickly seen. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly read: (groups: Record<string, string>, surface: string) => Names | null;
}
interface Names {
  readonly key: string;
  readonly sameAs?: readonly string[];
  readonly suffix?: string;
}

const GAP = String.raw`[\s\p{DI}]{0,3}`;
const SEPARATOR = String.raw`(?:${GAP}/${GAP}|[\s\p{DI}]{1,3})`;
const HYPHEN = "[-\u2010\u2011\u2013]";
const YEAR = String.raw`\(?${GAP}(?<year>\d{4})${GAP}\)?`;
const SUFFIX = String.raw`(?<suffix>(?:${GAP}${HYPHEN}?${GAP}(?:rev(?:ised)?|add|corr|final|prov)\.?(?:${GAP}\d{1,2})?){0,3})`;

/** Single letters with full stops between them. */
const DOTTED = /\p{L}\.\p{L}\./u;

const FAMILIES: readonly Family[] = [
  {
    // Committee of Ministers: CM/Rec(2010)1, Rec(2006)2-rev, CM/Res(2011)3
    hint: /re[cs]/iu,
    pattern: whole(
      String.raw`(?<cm>cm${GAP}[/.-]?${GAP})?(?<family>rec|res)\.?${GAP}${YEAR}${GAP}[-/.]?${GAP}(?<number>\d{1,3})${SUFFIX}`,
    ),
    read: ({ cm, family, year, number, suffix }) => {
      const bare = `${family}${year}${number}`;
      return cm ? { key: `cm${bare}`, sameAs: [bare], suffix } : { key: bare, suffix };
    },
  },
  {
    // Committee papers: PC-CP (2016) 2 rev 4, CM(2009)187 add3, CPT/Inf (2017) 3
    hint: /cp|cd[pd]|cm/iu,
    pattern: whole(
      String.raw`(?<family>pc${GAP}${HYPHEN}?${GAP}cp|cdpc|cddh|cpt${GAP}/?${GAP}inf|cm)${GAP}${YEAR}${GAP}[-/]?${GAP}(?<number>\d{1,4})${SUFFIX}`,
    ),
    read: ({ family, year, number, suffix }) => ({ key: `${family}${year}${number}`, suffix }),
  },
  {
    // Older recommendations: R (97) 12. Without brackets it would be any letter before two numbers.
    hint: /\(/,
    pattern: whole(String.raw`r${GAP}\(${GAP}(?<year>\d{2}|\d{4})${GAP}\)${GAP}(?<number>\d{1,3})`),
    read: ({ year, number }) => ({ key: `r${year}${number}` }),
  },
  {
    // General Assembly and the like: A/RES/70/175
    hint: /res|hrc|conf/iu,
    pattern: whole(
      String.raw`(?<body>[ae])${SEPARATOR}(?<family>res|hrc|conf)${SEPARATOR}(?<session>\d{1,3})${SEPARATOR}(?<number>\d{1,4})`,
    ),
    read: ({ body, family, session, number }) => ({ key: `${body}${family}${session}${number}` }),
  },
  {
    // Security Council: S/RES/2178 (2014), with or without the year
    hint: /res/iu,
    pattern: whole(String.raw`s${SEPARATOR}res${SEPARATOR}(?<number>\d{3,4})(?:${GAP}/?${GAP}${YEAR})?`),
    read: ({ number, year }) =>
      year ? { key: `sres${number}${year}`, sameAs: [`sres${number}`] } : { key: `sres${number}` },
  },
  {
    // Treaties: ETS No. 51, CETS 196
    hint: /ets/iu,
    pattern: whole(String.raw`(?<family>c?ets)${GAP}(?:(?:no|nr|br|бр)\.?)?${GAP}(?<number>\d{1,3})`),
    read: ({ family, number }) => ({ key: `${family}${number}` }),
  },
  {
    hint: /isbn/iu,
    pattern: whole(String.raw`isbn[\s:]{0,3}(?<number>[\d-]{9,16}[\dx])`),
    read: ({ number }) => ({ key: `isbn${number}`, sameAs: [number ?? ""] }),
  },
  {
    hint: /10\./,
    pattern: whole(String.raw`(?:doi[\s:]{0,3})?(?<number>10\.\d{4,9}/[\p{L}\p{N}./_-]{0,60}[\p{L}\p{N}])`),
    read: ({ number }) => ({ key: `${number}`, sameAs: [`doi${number}`] }),
  },
  {
    // Records of the platform: REL-2020-K7Q4, longer where those are taken. With spaces it must look like nothing else:
    // digits and letters, in a longer one by turns and without the letters that are never drawn ("do 2020 18maja").
    hint: /[a-z][-\u2010\u2011\u2013\s]\d{4}[-\u2010\u2011\u2013\s]/iu,
    pattern: whole(
      String.raw`[a-z]{2,6}(?:${HYPHEN}\d{4}${HYPHEN}[a-z0-9]{4,6}|\s\d{4}\s(?=[a-z]*\d)(?=\d*[a-z])(?:[a-z0-9]{4}|(?=\d+[a-z]+\d|[a-z]+\d+[a-z])[0-9a-hjkmnp-tv-z]{5,6}))`,
    ),
    read: (_groups, surface) => ({ key: surface }),
  },
  {
    // Abbreviations with full stops, which others write without: R.A.N., O.E.S.S.
    hint: DOTTED,
    pattern: whole(String.raw`(?:\p{L}\.){2,9}(?:\p{L}(?![\p{L}\p{N}\p{M}])\.?)?`),
    read: (_groups, surface) => ({ key: surface }),
  },
  {
    // Instruments and abbreviations: VERA-2R, HCR-20, P/CVE. A hyphen between plain words names nothing.
    hint: /[/\u2010\u2011\u2013-]/,
    pattern: whole(
      String.raw`(?:[a-z]/(?=[a-z])|(?=[a-z0-9/\u2010\u2011\u2013-]{0,40}\d)[a-z])[a-z0-9]{0,10}(?:[-/\u2010\u2011\u2013][a-z0-9]{1,10}){0,3}`,
    ),
    read: (_groups, surface) =>
      /^[a-z]\/|[-/\u2010\u2011\u2013].*\d|\d.*[-/\u2010\u2011\u2013]/i.test(surface) ? { key: surface } : null,
  },
];

/** Codes of the characters from the slash to the last digit. */
const FULL_STOP = 46;
const SLASH = 47;
const NINE = 57;
/** No identifier has more UTF-16 code units before its first or after its last digit or slash. */
const REACH = 80;

/** Identifiers in a text in order, never overlapping. A longer kind (a whole document number) wins over a shorter. */
export function findIdentifiers(text: string): Identifier[] {
  return windowsOf(text).flatMap(([from, to]) => identifiersIn(text.slice(from, to), from));
}

/**
 * The parts of a text that may hold an identifier, since every one has a digit, a slash or full stops between letters:
 * what lies around these, as far as an identifier can reach. Most of a text is left out.
 */
function windowsOf(text: string): [from: number, to: number][] {
  const windows: [number, number][] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < SLASH || code > NINE) && !(code === FULL_STOP && DOTTED.test(text.slice(at - 1, at + 3)))) continue;
    const last = windows.at(-1);
    const to = Math.min(text.length, at + REACH);
    if (last !== undefined && at - REACH <= last[1]) last[1] = to;
    else windows.push([Math.max(0, at - REACH), to]);
  }
  return windows;
}

function identifiersIn(text: string, offset: number): Identifier[] {
  const found: Identifier[] = [];
  const taken = new Uint8Array(text.length);
  for (const family of FAMILIES) {
    if (!family.hint.test(text)) continue;
    for (const match of text.matchAll(family.pattern)) {
      const surface = match[0];
      const { index } = match;
      const [start, end] = [index + offset, index + offset + surface.length];
      if (taken.subarray(index, index + surface.length).includes(1)) continue;
      const names = family.read(match.groups ?? {}, surface);
      if (names === null) continue;
      taken.fill(1, index, index + surface.length);
      found.push({ start, end, surface, ...named(names) });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Nothing but letters of English, digits and signs: of most identifiers. */
const PLAIN = /^[!-~\s]*$/;

/** Letters and digits of an identifier, lower case, as the `identifiers` column holds them. */
export function squeezeIdentifier(identifier: string): string {
  if (PLAIN.test(identifier)) return identifier.toLowerCase().replace(/[^a-z0-9]/g, "");
  return Array.from(identifier.normalize("NFKD").toLowerCase())
    .map((letter) => (letter < "\u0080" ? letter : fold(letter)))
    .join("")
    .replace(/[^a-z0-9]/g, "");
}

function named({ key, sameAs = [], suffix = "" }: Names): Pick<Identifier, "key" | "sameAs" | "bases"> {
  const names = [key, ...sameAs].map(squeezeIdentifier);
  const tail = squeezeIdentifier(suffix).replace("revised", "rev");
  const [full = "", ...others] = names.map((name) => name + tail);
  return { key: full, sameAs: others, bases: tail === "" ? [] : names };
}

function whole(source: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}\p{M}])(?:${source})(?![\p{L}\p{N}\p{M}])`, "giu");
}
