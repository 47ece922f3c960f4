import type { Aside } from "#app/http/aside.ts";

/** Lets so many work at once; who comes later waits for a turn, in the order of coming. */
export class Turns {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param most at once @param queue how many may wait */
  constructor(
    private readonly most: number,
    private readonly queue: number,
  ) {}

  /** Whether there is no room for one more to wait. */
  get isFull(): boolean {
    return this.waiting.length >= this.queue;
  }

  /** Does `work` when it is its turn. @param work gets what waits without holding the turn */
  async take<T>(work: (aside: Aside) => Promise<T>): Promise<T> {
    const aside: Aside = async (wait) => {
      this.leave();
      try {
        return await wait();
      } finally {
        if (this.working >= this.most) await this.wait();
        else this.working++;
      }
    };
    if (this.working >= this.most) await this.wait();
    else this.working++;
    try {
      return await work(aside);
    } finally {
      this.leave();
    }
  }

  private wait(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The turn goes to the next one, or back. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.working--;
  }
}
