import type { Aside } from "#app/http/aside.ts";

/**
 * Lets so many work at once; who comes later waits for a turn. Turns go round among those who wait: one who asks for
 * very much waits for himself and lets others pass.
 */
export class Turns {
  private working = 0;
  private waitingInAll = 0;
  private readonly workingFor = new Map<string, number>();
  /** Those who wait, by whom they wait for; who is next stands first. */
  private readonly waiting = new Map<string, { most: number; calls: (() => void)[] }>();

  /** @param most at once @param queue how many may wait */
  constructor(
    private readonly most: number,
    private readonly queue: number,
  ) {}

  /** Whether there is no room for one more to wait. */
  get isFull(): boolean {
    return this.waitingInAll >= this.queue;
  }

  /** How many wait for somebody. */
  waitingFor(whose: string): number {
    return this.waiting.get(whose)?.calls.length ?? 0;
  }

  /**
   * Does `work` when it is its turn.
   * @param whose who asks for it
   * @param work gets what waits without holding the turn
   * @param most at once for the same one
   */
  async take<T>(whose: string, work: (aside: Aside) => Promise<T>, most = this.most): Promise<T> {
    const aside: Aside = async (wait) => {
      this.leave(whose);
      try {
        return await wait();
      } finally {
        await this.enter(whose, most);
      }
    };
    const turn = this.enter(whose, most);
    if (turn) await turn;
    try {
      return await work(aside);
    } finally {
      this.leave(whose);
    }
  }

  /** Takes a turn, or gives what to wait for. */
  private enter(whose: string, most: number): Promise<void> | undefined {
    if (this.working < this.most && this.begins(whose, most)) {
      this.working++;
      return undefined;
    }
    this.waitingInAll++;
    return new Promise((resolve) => {
      const calls = this.waiting.get(whose)?.calls ?? [];
      this.waiting.set(whose, { most, calls: [...calls, resolve] });
    });
  }

  /** Counts one more that works for somebody, unless as many do as may. */
  private begins(whose: string, most: number): boolean {
    const working = this.workingFor.get(whose) ?? 0;
    if (working >= most) return false;
    this.workingFor.set(whose, working + 1);
    return true;
  }

  /** The turn goes to the next one who may work, or back. */
  private leave(whose: string): void {
    const left = (this.workingFor.get(whose) ?? 1) - 1;
    if (left > 0) this.workingFor.set(whose, left);
    else this.workingFor.delete(whose);
    for (const [next, { most, calls }] of this.waiting) {
      if (!this.begins(next, most)) continue;
      const [call, ...others] = calls;
      this.waiting.delete(next);
      if (others.length > 0) this.waiting.set(next, { most, calls: others });
      this.waitingInAll--;
      call?.();
      return;
    }
    this.working--;
  }
}
