import type { Aside } from "#app/http/aside.ts";

/**
 * Lets so many work at once; who comes later waits for a turn. Turns go round among those who wait: one who asks for
 * very much waits for himself and lets others pass.
 */
export class Turns {
  private working = 0;
  private waitingInAll = 0;
  /** Those who wait, by whom they wait for; who is next stands first. */
  private readonly waiting = new Map<string, (() => void)[]>();

  /** @param most at once @param queue how many may wait */
  constructor(
    private readonly most: number,
    private readonly queue: number,
  ) {}

  /** Whether there is no room for one more to wait. */
  get isFull(): boolean {
    return this.waitingInAll >= this.queue;
  }

  /**
   * Does `work` when it is its turn.
   * @param whose who asks for it
   * @param work gets what waits without holding the turn
   */
  async take<T>(whose: string, work: (aside: Aside) => Promise<T>): Promise<T> {
    const aside: Aside = async (wait) => {
      this.leave();
      try {
        return await wait();
      } finally {
        await this.enter(whose);
      }
    };
    const turn = this.enter(whose);
    if (turn) await turn;
    try {
      return await work(aside);
    } finally {
      this.leave();
    }
  }

  /** Takes a turn, or gives what to wait for. */
  private enter(whose: string): Promise<void> | undefined {
    if (this.working < this.most) {
      this.working++;
      return undefined;
    }
    this.waitingInAll++;
    return new Promise((resolve) => {
      this.waiting.set(whose, [...(this.waiting.get(whose) ?? []), resolve]);
    });
  }

  /** The turn goes to the next one, or back. */
  private leave(): void {
    const [first] = this.waiting;
    if (!first) {
      this.working--;
      return;
    }
    const [whose, [next, ...others]] = first;
    this.waiting.delete(whose);
    if (others.length > 0) this.waiting.set(whose, others);
    this.waitingInAll--;
    next?.();
  }
}
