import type { Aside } from "#app/http/aside.ts";

/** How many of one person's requests are worked on at a time, and how many more may wait for that. */
const AT_A_TIME = 2;
const WAITING = 20;

/**
 * Has what one person sends done in turn: many requests at once, as a script sends them, wait for one another and not
 * others for them.
 */
export class PersonTurns {
  private readonly people = new Map<string, { working: number; waiting: (() => void)[] }>();

  /**
   * Does the work when it is its turn.
   * @param aside for the wait
   * @returns `refused` when too much of this person waits already
   */
  async take<T>(person: string, work: () => Promise<T>, aside: Aside): Promise<T | "refused"> {
    const own = this.people.get(person) ?? { working: 0, waiting: [] };
    this.people.set(person, own);
    if (own.working >= AT_A_TIME) {
      if (own.waiting.length >= WAITING) return "refused";
      await aside(() => new Promise<void>((call) => own.waiting.push(call)));
    } else own.working++;
    try {
      return await work();
    } finally {
      // Whoever waits takes this place as it is.
      const next = own.waiting.shift();
      if (next) next();
      else own.working--;
      if (own.working === 0) this.people.delete(person);
    }
  }
}
