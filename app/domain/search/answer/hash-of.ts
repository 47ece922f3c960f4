/** FNV-1a of a text, 32 bits: quick, and not to be relied on against anybody who wants two to be alike. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The same of numbers. */
export function hashOfNumbers(numbers: ArrayLike<number>): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < numbers.length; at++) hash = Math.imul(hash ^ (numbers[at] as number), 0x01000193);
  return hash >>> 0;
}
