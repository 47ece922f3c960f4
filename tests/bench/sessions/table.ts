/** Prints the head of a table. */
export function heading(what: string, ...columns: string[]): void {
  console.log();
  line(what, ...columns);
}

/** Prints a line of a table. */
export function line(what: string, ...cells: (string | number)[]): void {
  console.log((what.padEnd(34) + cells.map((cell) => String(cell).padStart(12)).join("")).trimEnd());
}

/** What something gives, and how many milliseconds it took. */
export async function milliseconds<T>(what: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const given = await what();
  return [given, performance.now() - started];
}

/** The middle one of some figures. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
