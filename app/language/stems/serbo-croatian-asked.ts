import { irregularInfinitiveKeys } from "#app/language/stems/serbo-croatian-verbs.ts";
import { COUNTRIES, WHOLE_FORMS } from "#app/language/stems/serbo-croatian-words.ts";

/**
 * What a word someone searches for asks for. It mostly is a dictionary form, so that readings as another form can be
 * left out, and stems that only longer forms have can be added.
 */

const LOWER_A = 97;
/** Endings only a verb is likely to have, above all those of the infinitive. */
const VERB_FORM = /(?:ti|[aeiu]o|l[aei]|[aeiu]ju|[au]je|[aei]mo|[aei]te|se)$/;
/** Infinitives that are as likely forms of a noun: pomoći, povijesti, obuci. */
const LIKE_NOUNS = /(?:.moc|.vest|obuc|propast)i$/;
const PLURALS_IN_NUTI = new Set(["minuti", "instituti"]);
/** Infinitives and adjectives: raditi, srpski, vojni, noviji. */
const OTHER_IN_I = /(?:[tcj]|[sc]k|[bcdfghjklmprstvz]n)i$/;
/** Plurals whose stem in -ij would be that of a country. */
const PEOPLES = new Set(["srbi", "rusi"]);

/** Dictionary forms that look like another form of a more frequent word: "key key: form". */
const ASKED: readonly string[] = [
  "rekX: reci",
  "uidX: uci",
  "preidX: preci",
  "priidX: prici",
  "uspI uspnX: uspeti",
  "pocnX pocI: poceti",
  "sejA sijA: sijati",
  "sest sedX: sesti",
  "domc: domaci",
  "rastuc: rastuci",
  "vec vecer: vece",
  "posl: posao",
  "videl vide: video",
  "prosl: prosli",
  "ostl: ostali",
  "iduc: iduci",
  "bic: bice",
  "bih: bih",
  // A religious official; whoever asks for having types the infinitive.
  "imam imm: imam",
  "dat: dat",
];

export const ASKED_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  ASKED.map((entry) => {
    const [keys = "", form = ""] = entry.split(": ");
    return [form, keys.split(" ")];
  }),
);

/** The keys of a text's word that are asked for by someone who types it. */
export function askedOf(word: string, keys: readonly string[]): readonly string[] {
  if (keys.length === 1 || WHOLE_FORMS.has(word)) return keys;
  if (LIKE_NOUNS.test(word)) return keys;
  if (keys[0] === word && COUNTRIES.has(word.slice(0, -1))) return [word];
  const verbs = infinitiveKeys(word, keys);
  if (verbs.length > 0) return verbs;
  if (VERB_FORM.test(word)) return keys;
  const nouns = keys.filter((key) => !isVerbKey(key));
  return nouns.length === 0 ? keys : nouns;
}

/** Keys of a word that is hardly anything but an infinitive: uzeti, pronaći, prekinuti; none for others. */
function infinitiveKeys(word: string, keys: readonly string[]): readonly string[] {
  const irregular = irregularInfinitiveKeys(word);
  if (irregular.length > 0) return irregular;
  return word.endsWith("nuti") && !PLURALS_IN_NUTI.has(word) ? keys.filter(isVerbKey) : [];
}

/**
 * Stems that the longer forms of a dictionary form have: Toni, Tonija; pile, pileta; teme, temena; Romeo, Romea; kalem,
 * kalema.
 */
export function longerStems(word: string): readonly string[] {
  if (word.length < 4) return [];
  const stem = word.slice(0, -1);
  if (word.endsWith("i") && !OTHER_IN_I.test(word) && !PEOPLES.has(word)) return [`${stem}ij`];
  if (word.endsWith("me")) return [`${stem}en`, `${stem}et`];
  if (word.endsWith("e")) return [`${stem}et`];
  if (word.endsWith("eo") || word.endsWith("io")) return [stem];
  return word.endsWith("em") ? [word] : [];
}

function isVerbKey(key: string): boolean {
  return key.charCodeAt(key.length - 1) < LOWER_A;
}
