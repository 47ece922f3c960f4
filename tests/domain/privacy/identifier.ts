/** No birth date lies behind it. */
export const NOW = new Date("2026-03-01T12:00:00Z");

/** A JMBG from its first twelve digits: the check digit by the definition of the number, not by our code. */
export function withCheckDigit(twelve: string): string {
  const d = Array.from(twelve, Number) as number[];
  const at = (i: number) => d[i] as number;
  const sum =
    7 * (at(0) + at(6)) +
    6 * (at(1) + at(7)) +
    5 * (at(2) + at(8)) +
    4 * (at(3) + at(9)) +
    3 * (at(4) + at(10)) +
    2 * (at(5) + at(11));
  const check = 11 - (sum % 11);
  return twelve + (check >= 10 ? 0 : check);
}
