import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { Pool } from "#app/domain/people/pool.ts";

// argon2id with the parameters of the OWASP Password Storage Cheat Sheet (19 MiB, two passes, one lane). The hash runs
// in a thread of libuv, so the event loop goes on answering.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// A flood of passwords must leave a core to the pages: of the others, each hashes one at a time.
const hashing = new Pool(Math.max(1, Math.min(4, availableParallelism() - 1)));

/**
 * Hashes a password for storing. Takes ten milliseconds or more of another thread; never call it inside a transaction.
 */
export function hashPassword(password: string): Promise<string> {
  return hashing.run(() => hash(normalised(password), parameters));
}

/**
 * Whether the password belongs to the stored hash. Does the same work when there is none (unknown address, account
 * without a password), so that neither the answer nor its time tells which addresses have an account.
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await hashing.run(() => verify(stored ?? UNKNOWN_HASH, normalised(password))).catch(() => false);
  return matches && Boolean(stored);
}

/** A hash of a random password that nobody knows, made with the same parameters. */
const UNKNOWN_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$DP/AIwJjHLMJV9Y1r5kPEg$cvJ73HJQKhZwaB9GPfARUTAGTsRI26DPqSIcLjk9ryU";

/** One spelling per password, whatever keyboard composed its letters (NIST SP 800-63B, 5.1.1.2). */
function normalised(password: string): string {
  return password.normalize("NFKC");
}
