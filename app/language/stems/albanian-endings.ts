import { endingsOf } from "#app/language/stems/endings.ts";

/**
 * Albanian endings, folded (ë is e, ç is c). Kinds: n for nouns and adjectives, v for verbs. The stem of a feminine in
 * -i keeps it (ministri, ministria, against ministër, ministri), that of a verb in a vowel its vowel (punoj, punuar:
 * puno, against punë). What looks like an ending is also left in place where words end so of their own (deputet).
 */
const NOMINAL = `
  i: n/2 n+i/2 v/2
  ia ie iesh: n+i/2
  ise: n+i/2 n+is v+is
  ine: n+i/2 n+in v+i
  ite: n+i/2 n+it v+it
  ive: n+i/2 n+iv
  ish: n+i n+ish v+ish
  it: n/2 n+it v+it
  in: n/2 n+in v/2
  iu: n n+i v+i
  iut iun: n n+i
  eu: n/2 v+e
  eut eun: n/2
  e a: n/2 v/2
  es: n/2 n+j/4 n+es v+es
  ues: n+ues
  yes: n+yes v+yes
  en: n/2 v/2 v+e n+j/4
  omen: n+om n+omen v+om
  et: n/2 v/2 n+et v+et n+j/4
  em: n+em v/2
  eve: n/2 n+j/4 n+ev
  evet: n
  esh: n/2 n+esh n+j/4 v+e
  at: n/2 n+at v+at
  ave: n/2 n+av
  ash: n/2 n+ash v+ash v+a
  ve: n/3 n+v
  jt: n+j n+jt
  te: n/3 v/2 n+t v+t
  ete: n+et v+et
  ate: n+at v+at
  ote: n+ot n+o v+ot
  ose: n+os n+o v+os
  one: n+on n+o
  ute: n+ut v+ut
  sh: n+sh v+sh v/2
  o: n/2 n+o v+o
  os: n+o n+os v+os
  ot: n+o n+ot v+ot
  ove ova: n+ov v+o/2
  uj ujt ujte ujve ujsh: n+ull n+uj
  inj injte injve injsh: n+i n+inj
  erinj erinjte erinjve: n n+er n+eri
  onj onjte onjve: n+o n+onj
  llare llaret llareve: n n+llar
  ja: n+j/2 n/2
  je: n+j/2
  ija ije: n+ij n/2
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
  active:
    "j n jme jne ni nim nit nin nte ja je fsha fsh fshim fshi fshin fte jti jta jte jtem jten jtet jtur va vem vet ven",
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
  ...passive.split(" ").map((vowel) => `${after(vowel, AFTER_VOWELS.passive)}: v+${stem}/2 v+${vowel}h n+${vowel}h`),
]);

/** Nouns that end like forms of verbs in a vowel. */
const LIKE_VERBS = ["o", "a", "e", "i"].map(
  (vowel) => `
  ${vowel}n ${vowel}nin: n+${vowel}n
  ${vowel}nit: n+${vowel}n n+${vowel}nit
  ${vowel}ni: n+${vowel}n n+${vowel}ni
  ${vowel}nim: n+${vowel}nim
  ${vowel}va ${vowel}ven ${vowel}vet: n+${vowel}v
  ${vowel}nte: n+${vowel}nt
  ${vowel}j ${vowel}ja ${vowel}je: n+${vowel}j
  ${vowel}fte: n+${vowel}ft
  ${vowel}jme: n+${vowel}jm
  ${vowel}jta ${vowel}jte ${vowel}jten ${vowel}jtet: n+${vowel}jt
  ${vowel}jten ${vowel}jtet: n+${vowel}jtj
  ${vowel}hen ${vowel}het: n+${vowel}hj
  ${vowel}jti: n+${vowel}jt n+${vowel}jti
  ${vowel}jtur: n+${vowel}jtur
`,
);

const VERBAL = `
  on oja: n+o
  uaj uaje uaja: n+uaj
  uajta uajte uajten uajtet: n+uajt
  uajten uajtet: n+uajtj
  uajtur: n+uajtur
  oi: v+o/2 n+o
  uam: v+o/2
  uat: v+o/2 n+uat
  uan: v+o/2 n+uan
  ua: v+o/2 n+ua
  uar: v+o/2 n+uar
  uaka uakam uakan uake uakemi: v+o/2
  osh: v+o/2 n+osh v+osh
  uash: v+o/2 n+uash
  au: v+a/2 n
  are: n+ar v+a/2
  ane: n+an v+a/2
  era erave: n n+er v+er
  erat: n n+er n+erat
  yem yet yen yeu: v+e/2
  ye: v+e/2 n+y
  yet: v+yet n+yet
  yer: v+e/2 n+yer
  ere: n+er v+e/2 v+er
  ire: v+i/2 n+ir
  ita item iti: v+it v+i n+it
  iten: v+it v+i n+it n+itj
  itur: v+it v+i n+itur
  yri: v+y/2 n+yr n+yri
  yra yre yrem: v+y/2 n+yr
  yren: v+y/2 n+yr n+yrj
  ynim: v+y/2 n+ynim
  yu: v+y
  im: n+im
  ame: n+am v+am v+a/2
  ene: n+en v+en v+e/2 n+e
  tro trot trove: n+tr n+tro v+tro
  emi: v/2 n+em n+emi
  ej: v/2
  eni: v/2
  eshin eshit: v/2 v+esh n+esh
  eshe esha: v/2 n+esh v+esh
  eshim: v/2 n+eshim
  ni: v/2 n+n v+n n+ni
  nin: v/2 n+n v+n
  nit: v/2 n+n v+nit n+nit
  nim: v/2 n+nim
  ur: v/2 n+ur
  ura uri: n+ur v/2
  uri: n+uri
  uara: n+uar v+o
  ka: n+k v/3
  kan: n+kan
  yne: v+y/2 n+yn
`;

export const ALBANIAN_ENDINGS = endingsOf([NOMINAL, ...VOWEL_VERBS, ...LIKE_VERBS, VERBAL].join("\n"));

function after(vowel: string, ends: string): string {
  return ends
    .split(" ")
    .map((end) => vowel + end)
    .join(" ");
}
