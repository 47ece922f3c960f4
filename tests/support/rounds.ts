/** Rounds of a test that draws what it tries: few each day, many under `npm run check`. */
export function rounds(few: number, many: number): number {
  return process.env.ROUNDS === "full" ? many : few;
}
