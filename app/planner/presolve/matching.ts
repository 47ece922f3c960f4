import { sure } from "#app/sure.ts";
/** What must be placed and where it may be: `options[i]` are the places of thing `i`. */
export interface Crowd {
  /** Things that together have too few places. */
  things: number[];
  /** All the places that any of them may have. */
  places: number[];
}

/**
 * Gives every thing a place of its own, where place `j` holds `room[j]` things (bipartite matching by augmenting
 * paths, Kuhn 1955, each the shortest).
 * @returns null when all have one, else a set of things with too few places between them (Hall 1935)
 */
export function findCrowd(options: readonly Iterable<number>[], room: ArrayLike<number>): Crowd | null {
  const held: Set<number>[] = Array.from({ length: room.length }, () => new Set());
  const placeOf = new Int32Array(options.length).fill(-1);
  // By place: the thing that would go there, and the round in which that was noted.
  const comer = new Int32Array(room.length);
  const seen = new Int32Array(room.length).fill(-1);

  /** Moves the comers along, from a place with room back to the thing that had none. */
  const settle = (free: number, thing: number): void => {
    for (let place = free, mover = -1; mover !== thing; ) {
      mover = sure(comer[place]);
      const left = sure(placeOf[mover]);
      if (left >= 0) sure(held[left]).delete(mover);
      sure(held[place]).add(mover);
      placeOf[mover] = place;
      place = left;
    }
  };

  for (let thing = 0; thing < options.length; thing++) {
    const queue = [thing];
    const reached: number[] = [];
    let free = -1;
    // The queue grows while it is walked.
    for (const next of queue) {
      for (const place of sure(options[next])) {
        if (free >= 0 || seen[place] === thing) continue;
        seen[place] = thing;
        comer[place] = next;
        reached.push(place);
        const holds = sure(held[place]);
        if (holds.size < sure(room[place])) free = place;
        else queue.push(...holds);
      }
      if (free >= 0) break;
    }
    // Everything reached is full, and what fills it has no other places.
    if (free < 0) return { things: queue.sort((a, b) => a - b), places: reached.sort((a, b) => a - b) };
    settle(free, thing);
  }
  return null;
}
