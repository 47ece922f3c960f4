/** Has work of other threads done by so many at a time; the rest waits in order. */
export class Pool {
  private working = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly size: number) {}

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.working < this.size) this.working++;
    else await new Promise<void>((call) => this.waiting.push(call));
    try {
      return await work();
    } finally {
      // Whoever waits takes this place as it is.
      const next = this.waiting.shift();
      if (next) next();
      else this.working--;
    }
  }
}
