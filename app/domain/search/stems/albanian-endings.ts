import { endingsOf } from "#app/domain/search/stems/endings.ts";

/**
 * Albanian endings, folded (ë is e, ç is c). Kinds: n for nouns and adjectives, v for verbs. The stem of a feminine in
 * -i keeps it (ministri, ministria, against ministër, ministri), that of a verb in a vowel its vowel (punoj, punuar:
 * puno, against punë). What looks like an ending is also left in place where words end so of their own (deputet).
 */
const NOMINAL = `
  i: n/2 n+i v/2
  ia ie iesh: n+i
  ise: n+i n+is
  ine: n+i n+in
  ite: n+i n+it
  ive: n+i n+iv
  ish: n+i n+ish
  it: n/2 n+it v+it
  in: n/2 n+in v/2
  iu: n n+i v+i
  iut iun: n n+i
  eu: n/2 v+e
  eut eun: n/2
  e a: n/2 v/2
  es: n/2 n+es v+es
  ues: n+ues
  yes: n+yes v+yes
  en: n/2 v/2 v+e n+en
  et: n/2 v/2 n+et v+et
  em: n+em v/2
  eve: n/2
  evet: n
  esh: n/2 n+esh v/2 v+e
  at: n/2 n+at
  ave: n/2 n+av
  ash: n/2 n+ash v+a
  ve: n/3 n+v
  jt: n+j n+jt
  te: n/3 v/2 n+t
  ete: n+et v+et
  ate: n+at v+at
  ote: n+ot v+ot
  ute: n+ut v+ut
  sh: n+sh v/2 n/4
  o: n/2 n+o v+o
  os: n+o n+os v+os
  ot: n+o n+ot
  ove ova: n+ov v+o
  uj ujt ujte ujve ujsh: n+ull n+uj
  llare llaret llareve: n n+llar
  ja je: n/2
  jen jes jet: n/3
  jeve jesh: n/3
  ku: n+k v+k/2
  gu: n+g v+g/2
  hu: n+h v+h/2
  kut kun: n+k
  gut gun: n+g
  hut hun: n+h
`;

/** Endings of verbs in a vowel, which they follow. */
const AFTER_VOWELS = {
  passive: "hem hesh het hemi heni hen hej hesha heshe heshim heshit heshin",
  active: "j n jme jne ni nim nit nin nte ja je fsha fsh fshim fshi fshin fte jti jta jte jtem jten jtet jtur va vem vet ven",
};

/** Verbs in a vowel: that of the key, those it changes to before such endings. */
const VOWEL_VERBS = [
  ["o", "o ua", "o u"],
  ["a", "a", "a"],
  ["e", "e ye", "e y"],
  ["i", "i", "i"],
  ["y", "y", "y"],
].flatMap(([stem, active = "", passive = ""]) => [
  ...active.split(" ").map((vowel) => `${after(vowel, AFTER_VOWELS.active)}: v+${stem}/2`),
  ...passive
    .split(" ")
    .map((vowel) => `${after(vowel, AFTER_VOWELS.passive)}: v+${stem}/2 v+${vowel}h n+${vowel}h`),
]);

/** Nouns that end like forms of verbs in a vowel. */
const LIKE_VERBS = ["o", "a", "e", "i"].map(
  (vowel) => `
  ${vowel}n ${vowel}nit ${vowel}nin: n+${vowel}n
  ${vowel}ni: n+${vowel}n n+${vowel}ni
  ${vowel}nim: n+${vowel}nim
  ${vowel}va ${vowel}ven ${vowel}vet: n+${vowel}v
  ${vowel}nte: n+${vowel}nt
  ${vowel}ja: n+${vowel}j
`,
);

const VERBAL = `
  on oja: n+o
  oj: n+oj
  oi: v+o n+o
  uam uat: v+o
  uan: v+o n+uan
  ua: v+o n+ua
  uar: v+o n+uar
  uaka uakam uakan uake uakemi: v+o
  osh: v+o n+osh
  uash: v+o n+uash
  au: v+a/2 n
  are: n+ar v+a/2
  ane: n+an v+a/2
  era erat erave: n n+er v+er
  yem yet yen ye: v+e
  yer: v+e n+yer
  ere: n+er v+e/2 v+er
  ire: v+i/2 n+ir
  ita iten item iti: v+it v+i n+it
  itur: v+it v+i n+itur
  yri: v+y/2 n+yr n+yri
  yra yre yrem yren: v+y/2 n+yr
  yu: v+y
  im: n+im
  emi: v/2 n+em
  ej: v/2
  eni: v/2
  eshin eshim eshit eshe esha: v/2
  ni nin nit: v/2 n+n v+n
  ni: n+ni
  nim: v/2 n+nim
  ur: v/2 n+ur
  ura uri: n+ur v/2
  uri: n+uri
  uara: n+uar v+o
  ka kan: n+k v/3
  yne: v+y/2 n+yn
`;

export const ALBANIAN_ENDINGS = endingsOf([NOMINAL, ...VOWEL_VERBS, ...LIKE_VERBS, VERBAL].join("\n"));

function after(vowel: string, ends: string): string {
  return ends
    .split(" ")
    .map((end) => vowel + end)
    .join(" ");
}
