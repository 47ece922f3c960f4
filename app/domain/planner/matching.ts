/** What must be placed and where it may be: `options[i]` are the places of thing `i`. */
export interface Crowd {
  /** Things that together have too few places. */
  things: number[];
  /** All the places that any of them may have. */
  places: number[];
}

/**
 * Gives every thing a place of its own, where place `j` holds `room[j]` things (bipartite matching by augmenting
 * paths, Kuhn 1955).
 * @returns null when all have one, else a set of things with too few places between them (Hall 1935)
 */
export function findCrowd(options: readonly ArrayLike<number>[], room: ArrayLike<number>): Crowd | null {
  const held: number[][] = Array.from({ length: room.length }, () => []);
  const seen = new Int32Array(room.length).fill(-1);
  const place = (thing: number, round: number): boolean => {
    const choices = options[thing]!;
    for (let k = 0; k < choices.length; k++) {
      const j = choices[k]!;
      if (seen[j] === round) continue;
      seen[j] = round;
      const inside = held[j]!;
      if (inside.length < room[j]!) {
        inside.push(thing);
        return true;
      }
      for (let i = 0; i < inside.length; i++) {
        if (!place(inside[i]!, round)) continue;
        inside[i] = thing;
        return true;
      }
    }
    return false;
  };
  for (let thing = 0; thing < options.length; thing++) {
    if (place(thing, thing)) continue;
    // Everything reached from here is full, and what fills it has no other places.
    const places = [...seen.keys()].filter((j) => seen[j] === thing);
    return { things: [thing, ...places.flatMap((j) => held[j]!)].sort((a, b) => a - b), places };
  }
  return null;
}
