/** The year that a number tells everybody who sees it: the most that is told of a day that is hidden. */
export function yearOfNumber(number: string): number {
  return Number(number.split("-").at(-2));
}
