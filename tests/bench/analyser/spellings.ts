// biome-ignore format: a table reads better in rows
const LATIN = {
  а: "a", б: "b", в: "v", г: "g", д: "d", ђ: "đ", ѓ: "ǵ", е: "e", ж: "ž", з: "z", ѕ: "dz", и: "i", ј: "j", к: "k",
  л: "l", љ: "lj", м: "m", н: "n", њ: "nj", о: "o", п: "p", р: "r", с: "s", т: "t", ћ: "ć", ќ: "ḱ", у: "u", ф: "f",
  х: "h", ц: "c", ч: "č", џ: "dž", ш: "š", ѐ: "è", ѝ: "ì",
};
const CYRILLIC = new Map(
  Object.entries(LATIN)
    .filter(([letter]) => !"ѓќѐѝѕ".includes(letter))
    .map(([letter, latin]) => [latin, letter]),
);

/** Macedonian or Serbian Cyrillic as usually romanised, with marks. */
export function latin(text: string): string {
  return text.replace(/\p{Script=Cyrillic}/gu, (letter) => LATIN[letter as keyof typeof LATIN] ?? letter);
}

/** Serbian in Latin letters as Cyrillic. */
export function cyrillic(text: string): string {
  return text.replace(/dž|lj|nj|\p{Script=Latin}/gu, (letter) => CYRILLIC.get(letter) ?? letter);
}

/** Without marks, as typed on an English keyboard. */
export function unmarked(text: string): string {
  return latin(text).replace(/đ/g, "dj").normalize("NFD").replace(/\p{M}/gu, "");
}
