/**
 * Prepositions, conjunctions, particles and pronouns, folded: they stand in every text and have no other forms, or none
 * anyone searches for, but look like forms of nouns and verbs (Macedonian "od", from, like a form of "odi", goes).
 * Serbo-Croatian ones are among the words the stemmer knows.
 */
export const MACEDONIAN_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "od na vo so za do po pri pred nad pod zad niz kaj kon medu bez protiv preku spored okolu zaradi osven vrz i a ama no " +
    "ili ako zasto zatoa bidejki duri samo uste mnogu povece malku vece sega togas tuka tamu jas ti toj taa toa nie vie " +
    "tie mene me mi tebe te nego go mu nea nas ne ni vas ve vi niv gi im se sebe si ovoj ovaa ova ovie onoj onaa ona onie " +
    "koj koja koe koi kogo komu cij sto kako koga kade nesto sekoj nikoj nisto ke da li neka pak tuku nitu inaku sepak " +
    "skoro pomedu otkako dodeka denes vcera utre posle potoa"
  ).split(" "),
);

export const ALBANIAN_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "ne te e i dhe per nga me se qe do si nuk nje por edhe ose as ai ajo ata ato kjo ky keto keta une ti ju pa prej ndaj tek " +
    "nen mbi pas para gjate sipas kunder deri rreth brenda jashte midis nder kur ku sa pse cfare cili cila tij saj tyre im yt " +
    "jo po mos le u ia ua iu keshtu ate kete atij asaj kesaj ketij mua ty atyre neve juve tone jone tonat yne juaj shume pak " +
    "tani atehere sot neser ketu atje cdo asnje askush asgje prandaj megjithate ndersa sepse nese derisa sidomos apo madje " +
    "duke drejt pervec pasi sesa sic"
  ).split(" "),
);
