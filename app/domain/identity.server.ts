import { createHash, randomBytes, randomInt } from "node:crypto";

// Crockford's base 32 without letters that are misread; also what readable numbers draw from.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A random id of 16 characters, 80 bits. */
export function newId(): string {
  return Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join("");
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
