import type { Logger } from "pino";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { openCounters } from "#db/engine.ts";

/** Points that may be spent under one key in so many seconds. */
export interface Rule {
  points: number;
  duration: number;
}

/** What spending a point came to. */
export interface Spent {
  /** Points spent in this stretch of time, this one among them. */
  used: number;
  /** 0 when there was one left, otherwise the seconds until there are again. */
  seconds: number;
}

/** Points that are spent and given back, each under the key of somebody. */
export interface Counting<Name extends string> {
  spend(name: Name, key: string): Promise<Spent>;
  giveBack(name: Name, key: string): Promise<void>;
  close(): void;
}

/** After a fault of the file, how long it is left alone; in milliseconds. */
const PAUSE = 30_000;

/**
 * Counts in the data folder, so that a restart forgets nothing. Where the file cannot be used, because it is damaged,
 * locked, or the disk is full, it counts in memory meanwhile: no page waits for a counter, and none fails by it.
 * @param dataDir null: in memory alone
 */
export async function openCounting<Name extends string>(
  dataDir: string | null,
  rules: Readonly<Record<Name, Rule>>,
  log: Pick<Logger, "warn"> | null,
): Promise<Counting<Name>> {
  const names = Object.keys(rules) as Name[];
  const inMemory = new Map(names.map((name) => [name, new RateLimiterMemory({ ...rules[name], keyPrefix: name })]));
  const stored = await openStored(dataDir, rules, log);
  let pausedUntil = 0;

  async function on<T>(name: Name, act: (limiter: RateLimiterAbstract) => Promise<T>): Promise<T> {
    const limiter = Date.now() < pausedUntil ? undefined : stored?.limiters.get(name);
    const memory = inMemory.get(name);
    if (!memory) throw new Error(`No limit ${name}`);
    if (!limiter) return act(memory);
    try {
      return await act(limiter);
    } catch (error) {
      // That nothing is left is an answer, not a fault.
      if (error instanceof RateLimiterRes) throw error;
      pausedUntil = Date.now() + PAUSE;
      log?.warn({ err: error }, "limits are counted in memory: their file cannot be used");
      return act(memory);
    }
  }

  return {
    spend: (name, key) =>
      on(name, (limiter) => limiter.consume(key)).then(
        ({ consumedPoints }) => ({ used: consumedPoints, seconds: 0 }),
        (refusal) => {
          if (!(refusal instanceof RateLimiterRes)) throw refusal;
          return { used: refusal.consumedPoints, seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
        },
      ),
    giveBack: async (name, key) => void (await on(name, (limiter) => limiter.reward(key))),
    close: () => stored?.close(),
  };
}

async function openStored<Name extends string>(
  dataDir: string | null,
  rules: Readonly<Record<Name, Rule>>,
  log: Pick<Logger, "warn"> | null,
): Promise<{ limiters: Map<Name, RateLimiterAbstract>; close: () => void } | null> {
  if (dataDir === null) return null;
  try {
    const counters = openCounters(dataDir);
    const limiters = new Map<Name, RateLimiterAbstract>();
    for (const [name, rule] of Object.entries(rules) as [Name, Rule][]) {
      limiters.set(name, await counters.limiter({ ...rule, keyPrefix: name }));
    }
    return { limiters, close: () => counters.close() };
  } catch (error) {
    log?.warn({ err: error }, "limits are counted in memory: their file cannot be opened");
    return null;
  }
}
