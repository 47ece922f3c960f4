import { createHash, randomBytes, randomInt } from "node:crypto";
import { sure } from "#app/sure.ts";

// Crockford's base 32 without letters that are misread; also what readable numbers draw from.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Random bytes drawn ahead: drawing takes longer than using them. */
let pool = Buffer.alloc(0);
let used = 0;

/** Characters of an id. */
const LENGTH = 16;
/** Those that ids made together have in common: the rest is 60 bits. */
const TOGETHER = 4;

/** A random id of 16 characters, 80 bits. */
export function newId(): string {
  return draw(LENGTH);
}

/** The id that always belongs to a text. */
export function idOf(text: string): string {
  const digest = createHash("sha256").update(text).digest();
  return Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join("");
}

/** Whether it could be an id of ours, where one comes from outside. */
export function isId(text: string): boolean {
  return text.length === LENGTH && [...text].every((letter) => ALPHABET.includes(letter));
}

/**
 * Makes random ids that begin alike, for very many rows of one transaction: in an index they lie side by side, and a
 * few pages are written where each would have its own. Whoever sees two may guess that they came together, no more.
 */
export function idsTogether(): () => string {
  const start = draw(TOGETHER);
  return () => start + draw(LENGTH - TOGETHER);
}

function draw(length: number): string {
  if (used + length > pool.length) {
    pool = randomBytes(4096);
    used = 0;
  }
  let id = "";
  for (const end = used + length; used < end; used++) {
    id += ALPHABET[sure(pool[used]) & 31];
    // What became an id must not be found in memory by whoever looks for the next ones.
    pool[used] = 0;
  }
  return id;
}

/** A secret for a link, with a prefix that says what it is for: 32 random bytes in base64url. */
export function newToken(prefix: "inv" | "rst" | "cal" | "zbt" | "ans"): string {
  return `${prefix}_${randomBytes(32).toString("base64url")}`;
}

/** SHA-256 in hexadecimal: what is stored in place of a token. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Characters for a readable number; drawn, not counted, so that numbers do not tell how much is hidden. */
export function drawNumberTail(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)])
    .join("")
    .toUpperCase();
}
