import { LetterTree } from "#app/language/stems/letter-tree.ts";

/**
 * Endings of nouns and adjectives, and of verbs, folded (č and ć as c). An ending may be read in several ways, the
 * likeliest first; a shorter ending is looked at only where a longer one is not in the table.
 */

/** How many letters to cut, one number for each reading. */
export type NounEnding = readonly number[];

/**
 * How a verb's stem is written before an ending: I for -iti, -eti; A for -ati; U for -ovati, -ivati, -uti, whose
 * present is in -uje. E, L and V are endings two classes share, and the consonant tells which (see the stemmer):
 * E as in "piše, kaže, vide, krene", L as in "trči, vidi", V as in "pišu, krenu". N is -nuti, and
 * U where the stem does not end in n; J is -ije of dobiti, razumjeti; W is -aje of davati. The future in -će needs that
 * letter.
 */
export type VerbClass = "I" | "A" | "U" | "E" | "L" | "V" | "N" | "J" | "W";
export interface VerbEnding {
  readonly cut: number;
  readonly kind: VerbClass;
  readonly future: boolean;
}

// biome-ignore format: a table reads better in rows
export const NOUN_ENDINGS = new LetterTree<NounEnding>(Object.entries({
  a: [1], e: [1], i: [1], o: [1], u: [1],
  om: [2, 0], em: [2, 0], og: [2, 0], eg: [2, 0], oj: [2, 0], ih: [2, 0], im: [2, 0],
  oga: [3, 1], ega: [3, 1], ome: [3, 1], omu: [3, 1], emu: [3, 1], ima: [3, 1], ama: [3, 1],
  ovi: [3, 1], ova: [3, 1], ove: [3, 1], ovu: [1], ovo: [1], ovima: [5, 3], ov: [0, 2],
  evi: [3, 1], eva: [3, 1], eve: [3, 1], evu: [1], evo: [1], evima: [5, 3], ev: [0, 2],
  ovog: [2, 4], ovoga: [3, 5], ovom: [2, 4], ovome: [3, 5], ovoj: [2, 4], ovih: [2, 4], ovim: [2, 4],
  evog: [2, 4], evoga: [3, 5], evom: [2, 4], evome: [3, 5], evoj: [2, 4], evih: [2, 4], evim: [2, 4],
  ea: [2, 1], eu: [2, 1], oa: [2, 1], ou: [2, 1], oe: [2, 1], oi: [2, 1], oom: [3, 2], eom: [3, 2], oima: [4, 3],
  ua: [2, 1], uu: [2, 1], ue: [2, 1], ui: [2, 1], uom: [3, 2], uima: [4, 3],
}), true);

/** Endings of the adjective, the empty one of the masculine among them. */
// biome-ignore format: a table reads better in rows
export const ADJECTIVE_ENDINGS: readonly string[] = [
  "", "a", "e", "i", "o", "u", "og", "oga", "om", "ome", "omu", "oj", "ih", "im", "ima",
];

/** The comparative: noviji, važnijih. Folding has made važnijeg vazneg. */
// biome-ignore format: a table reads better in rows
export const COMPARATIVE_ENDINGS = new LetterTree([
  "iji", "ija", "ije", "iju", "ijim", "ijih", "ijima", "ijoj", "ijom",
].map((ending) => [ending, true] as const), true);

/** The other comparative: brži, višeg, kraćoj. */
export const SOFT_COMPARATIVE_ENDINGS: ReadonlySet<string> = new Set(
  ADJECTIVE_ENDINGS.filter((ending) => ending !== "" && ending !== "o").concat("eg", "ega", "em", "emu"),
);

const verbs = new Map<string, VerbEnding[]>();

function put(kind: VerbClass, base: string, endings: string, future = false): void {
  for (const ending of endings.split(" ")) {
    const whole = base + (ending === "-" ? "" : ending);
    const readings = verbs.get(whole) ?? [];
    readings.push({ cut: whole.length, kind, future });
    verbs.set(whole, readings);
  }
}

const INFINITIVE = "ti t";
const PAST = "o la lo li le vsi";
const FUTURE = "cu ces ce cemo cete";

// Longer endings need not be put before shorter ones; the readings of one ending are in the order written here.
put("U", "ova", `${INFINITIVE} ${PAST} se`);
put("U", "iva", `${INFINITIVE} ${PAST} - m s mo te ju juci j jmo jte`);
put("U", "uj", "e em es emo ete u uci - mo te");
put("A", "a", `${INFINITIVE} ${PAST} - m s mo te ju juci j jmo jte se`);
put("W", "aj", "e em es emo ete u uci - te");
for (const base of ["i", "e"]) put("I", base, `${INFINITIVE} ${PAST} se`);
put("N", "u", `${INFINITIVE} ${PAST} se`);
put("E", "e", "- m s mo te");
put("L", "i", "- m s mo te");
put("V", "u", "-");
// Before the gerund, since odluči, liječi are commoner than either.
for (const ending of ["uci", "eci"]) verbs.set(ending, [{ cut: 1, kind: "I", future: false }]);
put("L", "e", "ci");
put("V", "u", "ci");
put("I", "eju", "- ci");
put("J", "ij", "e u uci - mo te");

// Words that look like a longer ending but have the shorter one: hvali, deli, vrati, leti, štiti, uputi.
function alsoShorter(kind: VerbClass, endings: string): void {
  for (const ending of endings.split(" ")) verbs.get(ending)?.push({ cut: 1, kind, future: false });
}
alsoShorter("L", "ali eli ili uli ovali ati eti iti uti eci");
alsoShorter("E", "ale ele ile ule ovale ate ete ite ase ise use ese emo ovase");
for (const base of ["ova", "iva"]) put("U", base, FUTURE, true);
for (const base of ["i", "e"]) put("I", base, FUTURE, true);
put("A", "a", FUTURE, true);
put("N", "u", FUTURE, true);

export const VERB_ENDINGS = new LetterTree<readonly VerbEnding[]>(verbs, true);
