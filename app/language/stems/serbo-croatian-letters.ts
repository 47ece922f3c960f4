/** The letter that many places before the end, with its mark, or "" where that is not known. */
export function markedLetter(marks: string, fromEnd: number): string {
  return marks === "" ? "" : marks.charAt(marks.length - fromEnd);
}

export function isVowel(letter: string): boolean {
  return letter === "a" || letter === "e" || letter === "i" || letter === "o" || letter === "u";
}

export function endsInLOrN(stem: string): boolean {
  const last = stem.charAt(stem.length - 1);
  return last === "l" || last === "n";
}

export function isLabial(letter: string): boolean {
  return letter === "b" || letter === "p" || letter === "v" || letter === "m";
}
