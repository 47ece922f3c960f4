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

  /** Does `work` when it is its turn. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.working >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.working++;
    try {
      return await work();
    } finally {
      // The turn goes to the next one, or back.
      const next = this.waiting.shift();
      if (next) next();
      else this.working--;
    }
  }
}
