import type { InterfaceLocale } from "#app/i18n/languages.ts";
import { editDistance } from "#app/language/edit-distance.ts";

/** Filters that can be typed or stand in an address, by the codes that both use. An unknown one is plain text. */
export const FILTER_NAMES = [
  "kind",
  "theme",
  "beneficiary",
  "institution",
  "group",
  "lang",
  "status",
  "cites",
  "phase",
  "target",
  "attribution",
  "round",
  "session",
  "evidence",
  "before",
  "after",
  "date",
  "has",
] as const;

export type FilterName = (typeof FILTER_NAMES)[number];

/** Values as codes are written, in the order typed, none twice; a filter that was not typed is absent. */
export type Filters = { readonly [Name in FilterName]?: readonly string[] };

/** Filters that narrow with every value, where values of the others are alternatives. */
export const BOUND_NAMES = ["evidence", "before", "after", "date", "has"] as const;
export type BoundName = (typeof BOUND_NAMES)[number];

/** Filters by what a record is filed under beside its kind and themes, whoever reads it. */
export const FILED_NAMES = ["phase", "target", "attribution"] as const;

/** The same filters in words of the region, without marks, as people type them before a colon. */
const WORDS: Readonly<Record<FilterName, string>> = {
  kind: "vrsta врста вид lloji type tip тип",
  theme: "tema тема topic",
  beneficiary: "delegacija delegation делегација delegacioni korisnik",
  institution: "institucija ustanova институција установа institucioni",
  group: "grupa група grupi",
  lang: "language jezik језик јазик gjuha",
  status: "stanje стање состојба gjendja статус statusi",
  phase: "faza фаза",
  target: "ciljna циљна целна",
  attribution: "navodenje navođenje навођење atribucija атрибуција",
  cites: "citira цитира citon referenca",
  round: "krug круг",
  session: "sesija сесија sesioni",
  evidence: "utemeljenost утемељеност dokazi докази",
  before: "prije пре пред para",
  after: "nakon poslije posle после након pas",
  date: "datum датум data",
  has: "sadrzi садржи",
};
const named = new Map<string, FilterName>(
  FILTER_NAMES.flatMap((name) => [name, ...WORDS[name].split(" ")].map((word) => [word, name] as const)),
);

/** What a filter is called on pages in Bosnian; in English by its code. */
const BOSNIAN: Readonly<Record<FilterName, string>> = {
  kind: "vrsta",
  theme: "tema",
  beneficiary: "delegacija",
  institution: "institucija",
  group: "grupa",
  lang: "jezik",
  status: "stanje",
  cites: "citira",
  phase: "faza",
  target: "ciljna",
  attribution: "navođenje",
  round: "krug",
  session: "sesija",
  evidence: "utemeljenost",
  before: "prije",
  after: "nakon",
  date: "datum",
  has: "sadrži",
};

/** The word by which a page tells its reader to type a filter. */
export function filterWord(name: FilterName, locale: InterfaceLocale): string {
  return locale === "bs" ? BOSNIAN[name] : name;
}

/** The word for a filter, ours or of the region, that may have been meant by another; null without any near. */
export function nearFilterWord(word: string): string | null {
  const typed = plain(word);
  if (typed.length < SHORTEST) return null;
  const most = typed.length < LONG ? 1 : 2;
  const near = [...named.keys()].map((known) => ({ known, distance: editDistance(known, typed, most) }));
  near.sort((one, other) => one.distance - other.distance);
  const [nearest] = near;
  return nearest && nearest.distance <= most ? nearest.known : null;
}

/** Shorter words are like too many others; in longer ones two letters may be wrong. */
const SHORTEST = 4;
const LONG = 6;

/** The filter that is meant by what stands before a colon, in any case, with marks or without; null where none is. */
export function filterNamed(word: string): FilterName | null {
  return named.get(plain(word)) ?? null;
}

function plain(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
