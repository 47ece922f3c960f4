import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { openCounters } from "#db/engine.ts";

/** How often something may be tried. Points per duration in seconds. */
const rules = {
  // Slows guessing at one account without locking its owner out: the count is per account and address together.
  signInAccount: { points: 10, duration: 900 },
  signInAccountAll: { points: 60, duration: 3600 },
  signInAddress: { points: 50, duration: 900 },
  signInGlobal: { points: 2000, duration: 900 },
  resetAccount: { points: 3, duration: 3600 },
  resetAddress: { points: 20, duration: 3600 },
  tokenAddress: { points: 60, duration: 900 },
  searchAddress: { points: 240, duration: 60 },
  // Programs: per account, however many tokens it has; and per address of the network for tokens that are none.
  apiAccount: { points: 600, duration: 60 },
  apiRefused: { points: 60, duration: 60 },
} as const;

export type Limit = keyof typeof rules;

export interface Limits {
  /** Takes a point. @returns 0 when allowed, otherwise the seconds to wait. */
  take(limit: Limit, key: string): Promise<number>;
  close(): void;
}

/** Rate limits that survive a restart. @param dataDir null: in memory only */
export async function openLimits(dataDir: string | null): Promise<Limits> {
  const counters = dataDir ? openCounters(dataDir) : null;
  const limiters = new Map<string, RateLimiterAbstract>();
  for (const [keyPrefix, rule] of Object.entries(rules)) {
    const options = { ...rule, keyPrefix };
    limiters.set(keyPrefix, counters ? await counters.limiter(options) : new RateLimiterMemory(options));
  }
  return {
    async take(limit, key) {
      const limiter = limiters.get(limit);
      if (!limiter) throw new Error(`No limit ${limit}`);
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    },
    close: () => counters?.close(),
  };
}

/** The key under which an address is counted: IPv6 by /64, since a whole /64 belongs to one customer. */
export function addressKey(ip: string): string {
  if (!ip.includes(":") || /^::ffff:\d/.test(ip)) return ip.replace(/^::ffff:/, "");
  const [head = "", tail = ""] = ip.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const groups = ip.includes("::")
    ? [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right]
    : left;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || "0", 16).toString(16))
    .join(":")}::/64`;
}
