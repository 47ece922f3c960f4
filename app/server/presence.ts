/** How long somebody counts as present who opened a page without listening, or whose connection is lost; in ms. */
const OPENED_FOR = 90_000;
const LEFT_FOR = 10_000;

/** Who was at a page a moment ago; forgotten after a while. */
export class Presence {
  private readonly until = new Map<string, Map<string, number>>();

  seen(sessionId: string, accountId: string, now: number): void {
    this.keep(sessionId, accountId, now + OPENED_FOR, now);
  }

  /** Whoever reads on elsewhere, or comes again at once, never was away. */
  left(sessionId: string, accountId: string, now: number): void {
    this.keep(sessionId, accountId, now + LEFT_FOR, now);
  }

  of(sessionId: string, now: number): string[] {
    const people = this.until.get(sessionId) ?? new Map<string, number>();
    return [...people].flatMap(([accountId, until]) => (until > now ? [accountId] : []));
  }

  private keep(sessionId: string, accountId: string, until: number, now: number): void {
    for (const [id, people] of this.until) {
      for (const [one, end] of people) if (end <= now) people.delete(one);
      if (people.size === 0) this.until.delete(id);
    }
    const people = this.until.get(sessionId) ?? new Map<string, number>();
    this.until.set(sessionId, people.set(accountId, until));
  }
}
