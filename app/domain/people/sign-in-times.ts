// How long what signs somebody in is good for. Who reads a sign-in and who removes it must agree.

/** A sign-in ends here at the latest, used or not. */
export const ABSOLUTE_HOURS = 12;

/** Ended sign-ins stay for a while: they tell whose form arrived too late, so that its owner gets it back. */
export const KEEP_ENDED_HOURS = 24;

/** Minutes by which the clock may have run ahead when something was made: what claims more was made by a wrong one. */
const CLOCK_MINUTES = 5;

/** The instants between which a sign-in that runs at this moment must end, as they are stored. */
export function runningBounds(now: Date): { after: string; until: string } {
  const latest = now.getTime() + ABSOLUTE_HOURS * 3_600_000 + CLOCK_MINUTES * 60_000;
  return { after: now.toISOString(), until: new Date(latest).toISOString() };
}
