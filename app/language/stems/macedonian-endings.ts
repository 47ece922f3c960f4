import { endingsOf } from "#app/language/stems/endings.ts";

/**
 * Macedonian endings, folded (š is s, ќ is c). Kinds: n for nouns and adjectives, v for verbs in -i and -e, a for
 * verbs in -a. An ending some words have of their own is also left in place (debata, debatata; život, životot).
 */
const NOMINAL = `
  a o: n/2 a/2
  e: n/2 v/2
  i: n/2 v/2
  ata: n n+at
  ava: n/4 n+av a+av
  ite: n/2 v/2
  ive: n
  ine: v+in n/5
  ana ano: n+an a
  ani: n+an a v+an
  oto: n/2
  ovo: n/4 n+ov
  ono: n n+on
  eto: n/2 n+et
  evo: n/4 n+ev
  ot: n n+ot
  otot: n+ot
  otov: n+ot n+otov
  u: n/4
  iot: n/2 n+iot
  iov: n
  ion: n/5 n+ion
  ov: n/4 n+ov v
  uv: v+u/2 n+uv
  uvme uvte uja: v+u/2 n+uj
  ul ulo ule: v+u/2 n+ul
  ula: v+u/2 n+ul a+ul
  ova: n+ov a+ov
  inja injata injava: n/2 n+inj
  ovci ovcite ovcive: n/2 n+ovc
  evci evcite evcive: n/2 n+evc
  anin aninot anine: n+an
  anje anjata anjeto anevo anjevo anjava: n+anj
  anja: n+anj a+anj
  aneto: n+anj n+anet v+an
  eneto: n+enj n+enet v+en
  veto: n+v n+vj n+vet
  peto: n+p n+pj n+pet
  zeto: n+z n+zj n+zet
  seto: n+s n+sj n+set
  reto: n+r n+rj n+ret
  enje enja enjata enjeto enevo enjevo enjava: n+enj
  ista istata: n+ist
  osta: n+ost
  tta: n+t
  vta: n+v
  lta: n+l n+lt a+lt
  nta: n+n n+nt a+nt
  rta: n+r n+rt a+rt
  cta: n+c n+ct a+ct
`;

/** Plurals before which k, g, h have become c, z, s, with and without an article. */
const SIBILANT_PLURALS = [
  ["c", "k"],
  ["z", "g"],
  ["s", "h"],
].flatMap(([sibilant, velar]) =>
  ["a", "e", "i", "o", "u"].map((vowel) => {
    const end = `${vowel}${sibilant}`;
    return `${end}i ${end}ite ${end}ive: n+${end} n+${vowel}${velar} v+${end}`;
  }),
);

/** The same after consonants, where it is less common: miting, mitinzi; kiosk, kiosci. */
const RARER_PLURALS = ["n z g", "r z g", "s c k", "r s h"].map((told) => {
  const [before, sibilant, velar] = told.split(" ");
  const end = `${before}${sibilant}`;
  return `${end}i ${end}ite ${end}ive: n+${end} n+${before}${velar} v+${end}`;
});

/** Plurals in -ovi and -evi, with and without an article. */
const LONG_PLURALS = ["ov", "ev"].map((end) => `${end}i ${end}ite ${end}ive: n/2 n+${end} v+${end}`);

const VERBAL = `
  am: v/2 a/2 n+am
  as: a/2 n+as
  ame: a/2 n+am
  ate: a/2
  aat: a/2 v+a
  es: v/2 n+es
  is: v/2 n+is
  eme: v/2 v+em n+em
  ime: v/2 n+im
  ete: v/2 v+et n+et
  at: v/2 n+at
  aa: a/2
  av: a/2 n+av
  ase: a/2 n+as
  avme avte: a/2
  ev: v/2 n+ev
  ese: v/2 v+es n+es
  evme evte: v/2
  ea: v/2 v+e n+e
  eja: v/2 v+e n+ej
  aja: a/2 n+aj
  iv: v/2 n+iv
  ivme ivte: v/2
  ija: n+ij v/2
  oa: v/2 n
  oata oava: n/2
  ovme ovte: v/2
  oja: v n+oj
  al alo ale: a/2 n+al
  ala: a/2 n+al a+al
  il ila ilo ile: v/2 n+il
  el elo: v/2 n+el
  ela: v/2 n+el a+el
  ele: v/2 n+el v+el
  ol: v/2 n+ol
  sla: v+s n+sl a+sl
  slo sle: v+s n+sl
  kla: v+k n+kl a+kl
  klo kle: v+k n+kl
  gla: v+g n+gl a+gl
  glo gle: v+g n+gl
  stla stlo stle: v+st n+stl
  an anoto anite aniot: a n+an
  anata: a n+an n+anat v+an
  eni: v/2 n+en v+en
  en ena eno enoto enite eniot: v/2 n+en
  enata: v/2 n+en n+enat
  nat nato nati natata natoto natite natiot: v+n n+nat
  nata: n+n v+n n+nat
  net neta neto neti netata netoto netite netiot: v+n n+net
  ajci: a/2 n+ajc
  ejci: v/2 n+ejc
  aj: a/2 n+aj
  ajte: a/2
  ejte: v/2 v+e n+ejt
  ojte: v+o n+ojt
  ijte: v/2
`;

export const MACEDONIAN_ENDINGS = endingsOf(
  [NOMINAL, ...SIBILANT_PLURALS, ...RARER_PLURALS, ...LONG_PLURALS, VERBAL].join("\n"),
);
