import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** What is sealed for: a seal made for one purpose opens for no other. */
export type SealPurpose = "kept-form" | "form-owner" | "index-digest" | "known-browser" | "flash";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a value that leaves the server and comes back: nobody can read or change it, and it opens for a while only.
 * AES-256-GCM with a key derived from the secret of the installation by HKDF (RFC 5869), one key per purpose.
 */
export function seal(secret: Buffer, purpose: SealPurpose, value: unknown, until: Date): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFor(secret, purpose), iv);
  const plain = deflateRawSync(JSON.stringify({ until: until.getTime(), value }));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed, or null when it was changed, made elsewhere or for something else, or is too old. */
export function unseal(secret: Buffer, purpose: SealPurpose, sealed: string, now: Date): unknown {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length <= IV_BYTES + TAG_BYTES) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(secret, purpose), bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const plain = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    const { until, value } = JSON.parse(inflateRawSync(plain).toString("utf8")) as { until: number; value: unknown };
    return until > now.getTime() ? value : null;
  } catch {
    return null;
  }
}

/** Deriving a key takes longer than sealing with it, and every page has a seal in it. */
const keys = new WeakMap<Buffer, Map<SealPurpose, Buffer>>();

/** The key of an account for what its browser keeps of forms: given only to who is signed in, and nowhere stored. */
export function copyKey(secret: Buffer, accountId: string): string {
  return Buffer.from(hkdfSync("sha256", secret, accountId, "zbornik/form-copy", 32)).toString("base64url");
}

function keyFor(secret: Buffer, purpose: SealPurpose): Buffer {
  const known = keys.get(secret) ?? new Map<SealPurpose, Buffer>();
  keys.set(secret, known);
  const key = known.get(purpose) ?? Buffer.from(hkdfSync("sha256", secret, "", `zbornik/${purpose}`, 32));
  known.set(purpose, key);
  return key;
}
