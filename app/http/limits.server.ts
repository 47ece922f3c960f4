import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes, RateLimiterSQLite } from "rate-limiter-flexible";

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

/**
 * Rate limits that survive a restart, in a file of their own: a second connection that writes to the main database from
 * the same thread would wait for a transaction that cannot go on.
 */
export async function openLimits(dataDir: string | null): Promise<Limits> {
  const raw = dataDir ? new BetterSqlite(join(dataDir, "limits.sqlite")) : null;
  raw?.pragma("journal_mode = WAL");
  raw?.pragma("synchronous = OFF"); // losing counters in a power failure harms nobody
  const limiters = new Map<Limit, RateLimiterAbstract>();
  for (const [name, rule] of Object.entries(rules) as [Limit, { points: number; duration: number }][]) {
    limiters.set(name, raw ? await onDisk(raw, name, rule) : new RateLimiterMemory({ ...rule, keyPrefix: name }));
  }
  return {
    async take(limit, key) {
      try {
        await limiters.get(limit)!.consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    },
    close: () => raw?.close(),
  };
}

function onDisk(raw: BetterSqlite.Database, name: string, rule: { points: number; duration: number }) {
  return new Promise<RateLimiterAbstract>((resolve, reject) => {
    const limiter = new RateLimiterSQLite(
      { ...rule, storeClient: raw, storeType: "better-sqlite3", tableName: "limits", keyPrefix: name },
      (error?: Error) => (error ? reject(error) : resolve(limiter)),
    );
  });
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
