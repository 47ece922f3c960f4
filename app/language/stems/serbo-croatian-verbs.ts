import { LetterTree } from "#app/language/stems/letter-tree.ts";
import { ADJECTIVE_ENDINGS } from "#app/language/stems/serbo-croatian-endings.ts";

/**
 * Verbs whose stems differ from form to form. Each is given once and serves all its prefixed verbs: "vesti" also
 * dovesti, izvesti, proizvesti. Everything is written folded (đ as d, č as c).
 *
 * A key ends in the class of verbs (I, A, U as in the regular verbs) or in X for a verb found here only.
 */

const PREFIXES = new Set(
  (
    "do iz is iza na nad nado ne ni o ob oba od oda odu ot oto po pod poda pre pred preo pri pro raz ras raza s sa su " +
    "u uz us uza z za proiz prois ispo zapo otpo pona podu predu izu obu preu zau prona zao zaob ispre spo upo pripo " +
    "prepo iznu iznena nai izna pree rasprost op opo sna uspo ovla pro nadma odo doo suprotst suo poza prip prouz spro prido dopri izo nedo pods"
  ).split(" "),
);

/** Keys of a form that stands alone, and what follows the prefix in the keys of a form with one. */
interface Root {
  readonly alone: string[];
  readonly prefixed: string[];
}

const FORMS = new Map<string, Root>();
const PASSIVES = new Map<string, Root>();
const INFINITIVES = new Map<string, Root>();

const PRESENT = ["e", "em", "es", "emo", "ete", "u", "i", "imo", "ite", "uci", "oh", "ose", "osmo", "oste"];
const PAST = ["a", "o", "i", "e"];

interface Verb {
  readonly key: string;
  /** Infinitives. */
  readonly to: string;
  /** Stems before -e, -em, -u. */
  readonly now?: string;
  /** Masculine participle, and the stem of the other genders. */
  readonly was?: readonly [masculine: string, others: string];
  /** Passive participle. */
  readonly done?: string;
  readonly other?: string;
  /** Only with a prefix is it a verb, or only then safe. */
  readonly bound?: true;
}

// biome-ignore format: a table reads better in rows
const VERBS: readonly Verb[] = [
  { key: "vedX", to: "vesti", now: "ved", was: ["veo", "vel"], done: "veden", bound: true },
  { key: "vezX", to: "vesti", now: "vez", was: ["vezao", "vezl"], done: "vezen", bound: true },
  { key: "metX", to: "mesti", now: "met", was: ["meo", "mel"], done: "meten", bound: true },
  { key: "pletX", to: "plesti", now: "plet", was: ["pleo", "plel"], done: "pleten" },
  { key: "sedX", to: "sesti", now: "sedn", was: ["seo", "sel"], other: "sjeo sio" },
  { key: "jedX", to: "jesti", now: "jed", was: ["jeo", "jel"], done: "jeden", other: "izeo izela" },
  { key: "kradX", to: "krasti", now: "krad", was: ["krao", "kral"], done: "kraden" },
  { key: "padX", to: "pasti", now: "padn", was: ["pao", "pal"], other: "padoh pade padose padoste" },
  { key: "rastX", to: "rasti", now: "rast", was: ["rastao", "rasl"], other: "raso" },
  { key: "tresX", to: "tresti", now: "tres", was: ["tresao", "tresl"], done: "tresen" },
  { key: "grizX", to: "gristi", now: "griz", was: ["grizao", "grizl"], done: "grizen" },
  { key: "sretX", to: "sresti", now: "sretn", was: ["sreo", "srel"] },
  { key: "bodX", to: "bosti", now: "bod", was: ["bo", "bol"], done: "boden", bound: true },
  { key: "nesX", to: "neti nesti", now: "nes", was: ["neo", "nel"], done: "net nesen", other: "nio nijeti nesao nesla neslo nesli nesle", bound: true },
  { key: "crpX", to: "crpsti", now: "crp", was: ["crpao", "crpl"], done: "crpen" },
  { key: "mozX", to: "moci", now: "mogn", was: ["mogao", "mogl"], done: "mognut", other: "mogu mozes moze mozemo mozete mogoh mogose moz mozi mozimo mozite" },
  { key: "rekX", to: "reci", now: "rekn rec", was: ["rekao", "rekl"], done: "recen", other: "rekoh rekose rece" },
  { key: "pekX", to: "peci", now: "pec", was: ["pekao", "pekl"], done: "pecen", other: "peku" },
  { key: "vukX", to: "vuci", now: "vuc", was: ["vukao", "vukl"], done: "vucen", other: "vuku vukose" },
  { key: "obukX", to: "obuci", now: "obuc", was: ["obukao", "obukl"], done: "obucen", other: "obuku" },
  { key: "tekX", to: "teci", now: "tec tekn", was: ["tekao", "tekl"], done: "tecen", other: "teku" },
  { key: "sekX", to: "seci", now: "sec", was: ["sekao", "sekl"], done: "secen", other: "seku" },
  { key: "tukX", to: "tuci", now: "tuc", was: ["tukao", "tukl"], done: "tucen", other: "tuku" },
  { key: "strigX", to: "strici", now: "striz", was: ["strigao", "strigl"], done: "strizen", other: "strigu" },
  { key: "cnX", to: "ceti", now: "cn", was: ["ceo", "cel"], done: "cet", bound: true },
  { key: "uzmX", to: "uzeti", now: "uzm", was: ["uzeo", "uzel"], done: "uzet", other: "uze uzese" },
  { key: "otmX", to: "oteti", now: "otm", was: ["oteo", "otel"], done: "otet" },
  { key: "pnX", to: "peti", now: "pn penj pen", was: ["peo", "pel"], done: "pet", bound: true },
  { key: "kunX", to: "kleti", now: "kun", was: ["kleo", "klel"], done: "klet" },
  { key: "zmX", to: "zeti", now: "zm", was: ["zeo", "zel"], done: "zet", bound: true },
  { key: "meljX", to: "mleti", now: "melj mel", was: ["mleo", "mlel"], done: "mleven" },
  { key: "zvX", to: "zvati", now: "zov", was: ["zvao", "zval"], done: "zvan", other: "zva zvase" },
  { key: "brX", to: "brati", now: "ber", was: ["brao", "bral"], done: "bran" },
  { key: "prX", to: "prati", now: "per", was: ["prao", "pral"], done: "pran" },
  { key: "slX", to: "slati", now: "salj sal", was: ["slao", "slal"], done: "slan" },
  { key: "klX", to: "klati", now: "kolj kol", was: ["klao", "klal"], done: "klan" },
  { key: "stA", to: "stati", now: "stan", was: ["stao", "stal"], other: "stade stadose" },
  { key: "hteX", to: "hteti", now: "htedn", was: ["hteo", "htel"], other: "htio hoce hocu hoces hocemo hocete necu neces nece necemo necete htede htedose" },
  { key: "smejA", to: "smejati smijati", now: "smej smij", was: ["smejao", "smejal"], other: "smijao smijala smijalo smijali smijale" },
  { key: "grejA", to: "grejati grijati", now: "grej grij", was: ["grejao", "grejal"], other: "grijao grijala grijalo grijali grijale" },
  { key: "sejA", to: "sejati sijati", now: "sej sij", was: ["sejao", "sejal"], done: "sejan", other: "sijao sijala sijalo sijali sijale" },
  { key: "vijA", to: "vijati", now: "vij", was: ["vijao", "vijal"], bound: true },
  { key: "dA", to: "dati", now: "dadn dad", was: ["dao", "dal"], done: "dat", other: "dade dadoh dadose", bound: true },
  { key: "spX", to: "suti", now: "sp", was: ["suo", "sul"], done: "sut", bound: true },
  { key: "spasI", to: "spasti", now: "spas", was: ["spasao", "spasl"] },
  { key: "spA", to: "spati", was: ["spao", "spal"], other: "spim spis spi spimo spite" },
  { key: "tkA", to: "tkati", now: "tk tka", was: ["tkao", "tkal"], done: "tkan" },
];

/** Verbs in -nuti that have shorter forms too: stignuti, stići, stigao. */
const NUTI =
  "stig:stici dig:dici beg:beci mak:maci tak:taci puk:puci nik:nici vik:vici klek:kleci seg:seci teg:teci vrg:vrci " +
  "leg:leci preg:preci crk mrz cez prs mrk muk buk prh druk tih vrg sah trg bod sus slep gluh";

/** Prefixes of "ići" as they stand before -ći, -đe, -šao. */
const GOING =
  "do na po pro pre za iza u si izi nai obi zaobi pri razi mimoi prona sna odi zai poi pronai nado dona predo ui nadi prevazi";

// biome-ignore format: a table reads better in rows
const R_VERBS = ["mr", "dr", "tr", "str", "zr", "vr", "spr", "dupr", "opr", "upr", "zapr", "otpr"];

function add(map: Map<string, Root>, form: string, key: string, uses: readonly (keyof Root)[]): void {
  const root = map.get(form) ?? { alone: [], prefixed: [] };
  map.set(form, root);
  for (const use of uses) if (!root[use].includes(key)) root[use].push(key);
}

function addVerb({ key, to, now, was, done, other, bound }: Verb): void {
  const uses: readonly (keyof Root)[] = bound === undefined ? ["alone", "prefixed"] : ["prefixed"];
  const put = (form: string) => add(FORMS, form, key, uses);
  for (const infinitive of to.split(" ")) {
    put(infinitive);
    add(INFINITIVES, infinitive, key, uses);
    if (!infinitive.endsWith("ti")) continue;
    const cut = infinitive.slice(0, -1);
    put(cut);
    // The future in -će only where no noun looks the same: zvaće, not poduzeće.
    const future = infinitive.slice(0, -2);
    for (const ending of ["cu", "ces", "cemo", "cete"]) put(future + ending);
    if (future.endsWith("a")) put(`${future}ce`);
  }
  for (const stem of now?.split(" ") ?? []) for (const ending of PRESENT) put(stem + ending);
  if (was !== undefined) {
    put(was[0]);
    for (const ending of PAST) put(was[1] + ending);
    put(`${was[1].slice(0, -1)}vsi`);
    put(`${was[0].slice(0, -1)}vsi`);
  }
  for (const form of other?.split(" ") ?? []) put(form);
  for (const stem of done?.split(" ") ?? []) {
    for (const ending of ADJECTIVE_ENDINGS) add(PASSIVES, stem + ending, key, uses);
  }
}

for (const verb of VERBS) addVerb(verb);
for (const entry of NUTI.split(" ")) {
  const [stem = "", short = ""] = entry.split(":");
  addVerb({
    key: `${stem}N`,
    to: `${stem}nuti${short === "" ? "" : ` ${short}`}`,
    now: `${stem}n`,
    was: [`${stem}ao`, `${stem}l`],
    done: `${stem}nut`,
    other: [`${stem}ose`, ...["o", "la", "lo", "li", "le", "vsi", "t"].map((ending) => `${stem}nu${ending}`)].join(" "),
  });
}
for (const stem of R_VERBS) {
  for (const ending of ["o", "la", "lo", "li", "le", "vsi", "ose"]) add(FORMS, stem + ending, `${stem}I`, ["prefixed"]);
}
for (const prefix of new Set(GOING.split(" "))) {
  const key = `${prefix}idX`;
  const forms = ["ci", "sao", "sla", "slo", "sli", "sle", "savsi", ...PRESENT.map((ending) => `d${ending}`)];
  for (const form of forms) add(FORMS, prefix + form, key, ["alone"]);
  add(INFINITIVES, `${prefix}ci`, key, ["alone"]);
  for (const ending of ADJECTIVE_ENDINGS) add(PASSIVES, `${prefix}den${ending}`, key, ["alone"]);
}

const FORM_TREE = new LetterTree(FORMS, true);
const PASSIVE_TREE = new LetterTree(PASSIVES, true);
const INFINITIVE_TREE = new LetterTree(INFINITIVES, true);

/** Keys of the irregular verb a folded word may be a form of, put into `keys`; whether there were any. */
export function irregularVerbKeys(word: string, keys: string[], passive: boolean): boolean {
  const before = keys.length;
  look(FORM_TREE, word, keys);
  if (passive) look(PASSIVE_TREE, word, keys);
  return keys.length > before;
}

/** Keys of the irregular verb whose infinitive a folded word may be. */
export function irregularInfinitiveKeys(word: string): string[] {
  const keys: string[] = [];
  look(INFINITIVE_TREE, word, keys);
  return keys;
}

function look(tree: LetterTree<Root>, word: string, keys: string[]): void {
  for (let entry = tree.longest(word, true); entry !== null; entry = entry.shorter) {
    const length = word.length - entry.length;
    if (length === 0) {
      for (const key of entry.value.alone) keys.push(key);
    } else if (entry.value.prefixed.length > 0) {
      const prefix = word.slice(0, length);
      if (PREFIXES.has(prefix)) for (const key of entry.value.prefixed) keys.push(prefix + key);
    }
  }
}
