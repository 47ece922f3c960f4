import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { attributions, type FoundKind, foundKinds, hasCodes, wideBeneficiaries } from "#app/domain/codes.ts";
import { type NameWithMark, nameWithMark, wideName } from "#app/domain/programme/beneficiary-name.ts";
import { isRecord, kindLabel } from "#app/domain/search/query/kind-label.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import type { Term } from "#app/domain/vocabulary/vocabulary.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { capitalised, label, parseLabels } from "#app/i18n/labels.ts";
import { type InterfaceLocale, interfaceLocales, languageCodes, selfNames } from "#app/i18n/languages.ts";
import { textOf } from "#app/i18n/text.ts";
import { analyse } from "#app/language/analyse.ts";
import { editDistance } from "#app/language/edit-distance.ts";
import type { Db } from "#db/store.ts";

/** A value of a filter: its code, how a viewer sees it, and every name by which it may be typed. */
export interface Value {
  code: string;
  label: string;
  names: readonly string[];
}

/** A beneficiary: it is never shown without its mark. */
export interface BeneficiaryValue extends Value {
  label: NameWithMark;
}

/** What filters may say and how their values are called, as far as it is the same for every viewer. */
export interface Vocabulary {
  /** Of the viewer. */
  locale: InterfaceLocale;
  kinds: Value[];
  institutionTypes: Value[];
  phases: Value[];
  targetGroups: Value[];
  attributions: Value[];
  statuses: Value[];
  languages: Value[];
  /** What a record may be asked to have. */
  has: Value[];
  /** With their marks, in the order of the programme; the wide ones at the end. */
  beneficiaries: BeneficiaryValue[];
  themes: Value[];
  /** `[ancestor, theme]` for every theme and each of its broader ones, itself included; by code. */
  themeTree: [ancestor: string, theme: string][];
}

/**
 * The vocabulary in the language of a viewer: three statements, and one while nobody has committed anything since.
 */
export async function readVocabulary(db: Db, locale: InterfaceLocale): Promise<Vocabulary> {
  const { value: version } = await db.selectFrom("change_number").select("value").executeTakeFirstOrThrow();
  const known = vocabularies.get(db)?.get(locale);
  if (known?.version === version) return known.vocabulary;
  const vocabulary = await readAnew(db, locale);
  const byLocale = vocabularies.get(db) ?? new Map();
  vocabularies.set(db, byLocale.set(locale, { version, vocabulary }));
  return vocabulary;
}

/** What was read last from each connection, and at which change number. */
const vocabularies = new WeakMap<Db, Map<InterfaceLocale, { version: number; vocabulary: Vocabulary }>>();

async function readAnew(db: Db, locale: InterfaceLocale): Promise<Vocabulary> {
  const { institutionType, phase, targetGroup } = await findVocabulary(db);
  const themes = await db.selectFrom("theme").selectAll().orderBy("position").orderBy("code").execute();
  const rows = await db.selectFrom("beneficiary").selectAll().orderBy("position").orderBy("id").execute();
  const beneficiaries = new Map<string, BeneficiaryValue>();
  for (const row of rows) {
    if (beneficiaries.has(row.code)) continue;
    const labels = parseLabels(row.names);
    beneficiaries.set(row.code, { code: row.code, label: nameWithMark(row, locale), names: Object.values(labels) });
  }
  return {
    locale,
    kinds: foundKinds.map((code) => kindValue(locale, code)),
    institutionTypes: listed(institutionType, locale),
    attributions: coded(locale, "attribution", attributions),
    phases: listed(phase, locale),
    targetGroups: listed(targetGroup, locale),
    statuses: coded(locale, "status", submittedStatuses),
    languages: languageCodes.map((code) => ({
      code,
      label: selfNames[code],
      // "sr" means both scripts.
      names: [selfNames[code], code.replace(/-.*/, "")],
    })),
    has: coded(locale, "has", hasCodes).map(({ names, ...value }) => ({
      ...value,
      // "With a translation" is how it reads, "translation" how it is typed.
      names: [...names, ...interfaceLocales.map((other) => textOf(textFor(other), `codes.hasWord.${value.code}`))],
    })),
    beneficiaries: [
      ...beneficiaries.values(),
      ...coded(locale, "beneficiary", wideBeneficiaries).map((value) => ({
        ...value,
        label: wideName(textFor(locale), value.code),
      })),
    ],
    themes: themes.map((theme) => {
      const labels = parseLabels(theme.labels);
      return {
        code: theme.code,
        label: capitalised(label(labels, locale), locale),
        names: [...Object.values(labels), ...(JSON.parse(theme.synonyms) as string[])],
      };
    }),
    themeTree: treeOf(themes),
  };
}

/** Values that a person may mean: by code, or by a name in any language and script. */
export function resolveValues(values: readonly Value[], typed: string): Value[] {
  const exact = values.filter(({ code }) => code.toLowerCase() === typed.toLowerCase());
  const wanted = folded(typed);
  if (exact.length > 0 || wanted === "") return exact;
  return values.filter(({ names }) => names.some((name) => folded(name) === wanted));
}

/** Values that may have been meant by one that is unknown: with its words in their name, or a few letters off. */
export function nearValues(values: readonly Value[], typed: string): Value[] {
  const wanted = folded(typed);
  if (wanted.length < SHORTEST) return [];
  const isNear = (name: string) => {
    const other = folded(name);
    return other.includes(wanted) || editDistance(other, wanted, LETTERS_OFF) <= LETTERS_OFF;
  };
  return values.filter(({ code, names }) => [code, ...names].some(isNear)).slice(0, MOST_NEAR);
}

/** Shorter values are like too many others. */
const SHORTEST = 3;
const LETTERS_OFF = 2;
const MOST_NEAR = 3;

/** A kind of what is found; all that somebody posts may be asked for together, as a record. */
function kindValue(locale: InterfaceLocale, code: FoundKind): Value {
  const names = interfaceLocales.map((other) => kindLabel(textFor(other), code));
  const record = isRecord(code) ? interfaceLocales.map((other) => textFor(other)("search.kind.record")) : [];
  return { code, label: kindLabel(textFor(locale), code), names: [...names, ...record] };
}

function coded(
  locale: InterfaceLocale,
  prefix: "status" | "has" | "beneficiary" | "attribution",
  codes: readonly string[],
): Value[] {
  const key = (code: string) => `codes.${prefix}.${code}` as const;
  return codes.map((code) => ({
    code,
    label: textOf(textFor(locale), key(code)),
    names: interfaceLocales.map((other) => textOf(textFor(other), key(code))),
  }));
}

function listed(terms: readonly Term[], locale: InterfaceLocale): Value[] {
  return terms.map(({ code, labels }) => ({ code, label: label(labels, locale), names: Object.values(labels) }));
}

function folded(name: string): string {
  return analyse(name.slice(0, 200))
    .map((token) => token.word.first)
    .join(" ");
}

function treeOf(themes: readonly { id: string; code: string; broader_id: string | null }[]): [string, string][] {
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  return themes.flatMap((theme) => {
    const line: [string, string][] = [];
    let at: (typeof themes)[number] | undefined = theme;
    // The length guards against a circle somebody edited into the taxonomy.
    while (at && line.length < 10) {
      line.push([at.code, theme.code]);
      at = byId.get(at.broader_id ?? "");
    }
    return line;
  });
}
