/** A session that is to be interpreted, and who of those who may be asked can. */
export interface ToInterpret {
  id: string;
  minutes: number;
  /** Ids of people, in the order in which they are named where the load is equal. */
  candidates: readonly string[];
}

/**
 * Shares sessions among interpreters so that the one with most minutes has as few as possible: those with the fewest
 * candidates first, then the longest, each to whoever has the fewest minutes (Graham 1969).
 * @param loads minutes that people have already
 * @param room most minutes that somebody can take; nobody is given more
 * @returns who interprets, by session; what nobody has room for is left out
 */
export function shareInterpreters(
  sessions: readonly ToInterpret[],
  loads: ReadonlyMap<string, number>,
  room: ReadonlyMap<string, number>,
): Map<string, string> {
  const minutes = new Map(loads);
  const loadOf = (id: string) => minutes.get(id) ?? 0;
  const chosen = new Map<string, string>();
  const inOrder = sessions
    .map((one, at) => ({ ...one, at }))
    .sort((a, b) => a.candidates.length - b.candidates.length || b.minutes - a.minutes || a.at - b.at);
  for (const session of inOrder) {
    const fitting = session.candidates.filter(
      (id) => loadOf(id) + session.minutes <= (room.get(id) ?? Number.POSITIVE_INFINITY),
    );
    const [least] = fitting.sort((a, b) => loadOf(a) - loadOf(b));
    if (least === undefined) continue;
    chosen.set(session.id, least);
    minutes.set(least, loadOf(least) + session.minutes);
  }
  return chosen;
}
