import { createHash, randomBytes, randomInt } from "node:crypto";

// Crockford's base 32 without letters that are misread; also what readable numbers draw from.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** Random bytes drawn ahead: drawing takes longer than using them. */
let pool = Buffer.alloc(0);
let used = 0;

/** A random id of 16 characters, 80 bits. */
export function newId(): string {
  if (used + 16 > pool.length) {
    pool = randomBytes(4096);
    used = 0;
  }
  let id = "";
  for (const end = used + 16; used < end; used++) {
    id += alphabet[(pool[used] as number) & 31];
    // What became an id must not be found in memory by whoever looks for the next ones.
    pool[used] = 0;
  }
  return id;
}

/** A secret for a link, with a prefix that says what it is for: 32 random bytes in base64url. */
export function newToken(prefix: "inv" | "rst" | "cal" | "zbt"): string {
  return `${prefix}_${randomBytes(32).toString("base64url")}`;
}

/** SHA-256 in hexadecimal: what is stored in place of a token. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Characters for a readable number; drawn, not counted, so that numbers do not tell how much is hidden. */
export function drawNumberTail(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)])
    .join("")
    .toUpperCase();
}
