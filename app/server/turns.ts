import type { Aside } from "#app/http/aside.ts";

/**
 * Lets so many work at once; who comes later waits for a turn. Turns go round among those who wait: one who asks for
 * very much waits for himself and lets others pass. Work may well be done without waiting for anything, so between two
 * that begin it is heard who else came: otherwise all that one sent at once would be done before.
 */
export class Turns {
  private working = 0;
  private waitingInAll = 0;
  private isCalling = false;
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
    await this.enter(whose, most);
    try {
      return await work(aside);
    } finally {
      this.leave(whose);
    }
  }

  /** Waits for a turn. */
  private enter(whose: string, most: number): Promise<void> {
    this.waitingInAll++;
    this.callSoon();
    return new Promise((resolve) => {
      const calls = this.waiting.get(whose)?.calls ?? [];
      this.waiting.set(whose, { most, calls: [...calls, resolve] });
    });
  }

  private leave(whose: string): void {
    this.working--;
    const left = (this.workingFor.get(whose) ?? 1) - 1;
    if (left > 0) this.workingFor.set(whose, left);
    else this.workingFor.delete(whose);
    this.callSoon();
  }

  /** Calls the next one when what has come meanwhile has been heard. */
  private callSoon(): void {
    if (this.isCalling || this.waitingInAll === 0 || this.working >= this.most) return;
    this.isCalling = true;
    setImmediate(() => {
      this.isCalling = false;
      if (this.callNext()) this.callSoon();
    });
  }

  /** Gives a turn to the first who may work. @returns whether there was one */
  private callNext(): boolean {
    for (const [whose, { most, calls }] of this.waiting) {
      const working = this.workingFor.get(whose) ?? 0;
      if (working >= most) continue;
      const [call, ...others] = calls;
      this.waiting.delete(whose);
      if (others.length > 0) this.waiting.set(whose, { most, calls: others });
      this.waitingInAll--;
      this.working++;
      this.workingFor.set(whose, working + 1);
      call?.();
      return true;
    }
    return false;
  }
}
