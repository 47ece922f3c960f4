/** Somebody whose browser listens to what changes in a session. */
export interface Listener {
  sessionId: string;
  accountId: string;
  /** Of the sign-in that it listens with. */
  token: string;
  /** Version of the page that it has. */
  since: string | null;
}

/** Who listens, and who has the page of a session open; in memory alone. */
export interface LiveListeners {
  /** Why one more cannot listen; null where it can. */
  refusal(accountId: string): "person" | "all" | null;
  /** Somebody opened the page: they count as present for a while. */
  opened(sessionId: string, accountId: string): void;
  /** Accounts that have the page of a session open. */
  present(sessionId: string): string[];
}
