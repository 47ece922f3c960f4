/** So many milliseconds one thing may go on before others have their turn. */
const TURN = 10;

/** Gives a function to be awaited between two steps of long work: it lets others have their turn where one is over. */
export function yieldEvery(milliseconds: number = TURN): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < milliseconds) return;
    await new Promise((resolve) => setImmediate(resolve));
    begun = performance.now();
  };
}
