/** The planner of an installation, which works on what was asked of it, one after the other. */
export interface Proposals {
  /** Begins a run as soon as those before it have ended. */
  begin(runId: string): void;
  /** Ends the search of a run with the best so far. */
  stop(runId: string): void;
  /** Waits until a run has ended, at most so many milliseconds. */
  ended(runId: string, most: number): Promise<void>;
}
