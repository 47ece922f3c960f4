import { exactForm, fold } from "#app/language/normalise.ts";

/**
 * What the months are called in the languages of the region, in Latin letters: Croatian, then Bosnian, Serbian and
 * Montenegrin, Macedonian, Albanian, English, Roman numerals. Nominative, genitive and locative, Albanian with its
 * definite endings, and abbreviations. Cyrillic and letters without marks fold to the same.
 */
// biome-ignore format: a table reads better in rows
const MONTHS: readonly string[] = [
  "siječanj siječnja siječnju sij januar januara januaru januari janar janari janarin janarit january jan i",
  "veljača veljače veljači veljaču velj vel februar februara februaru fevruari februari shkurt shkurti shkurtin shkurtit shk february feb fev ii",
  "ožujak ožujka ožujku ožu mart marta martu mars marsi marsin marsit march mar iii",
  "travanj travnja travnju tra april aprila aprilu prill prilli prillin prillit pri apr iv",
  "svibanj svibnja svibnju svi maj maja maju maji majin majit may v",
  "lipanj lipnja lipnju lip jun juna junu juni qershor qershori qershorin qershorit qer june vi",
  "srpanj srpnja srpnju srp jul jula julu juli korrik korriku korrikun korrikut korr kor july vii",
  "kolovoz kolovoza kolovozu kol avgust avgusta avgustu august augusta augustu gusht gushti gushtin gushtit gush avg aug viii",
  "rujan rujna rujnu ruj septembar septembra septembru septemvri shtator shtatori shtatorin shtatorit sht september sept sep ix",
  "listopad listopada listopadu lis oktobar oktobra oktobru oktomvri tetor tetori tetorin tetorit tet october okt oct x",
  "studeni studenog studenoga studenom studenome studenomu stu novembar novembra novembru noemvri nëntor nëntori nëntorin nëntorit nën november nov noem xi",
  "prosinac prosinca prosincu pro decembar decembra decembru dekemvri dhjetor dhjetori dhjetorin dhjetorit dhj december dec dek xii",
];

const NUMBERS = new Map(MONTHS.flatMap((names, at) => names.split(" ").map((name) => [folded(name), at + 1] as const)));

/** The month, 1 to 12, that a word names in any language and script of the region, with or without marks. */
export function monthNamed(word: string): number | undefined {
  return NUMBERS.get(folded(word));
}

/** A word as `monthNamed` compares it. */
export function folded(word: string): string {
  return fold(exactForm(word));
}
