import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isSecret, SECRET_BYTES } from "#db/secret.ts";
import { Unusable } from "#db/unusable.ts";
import { writeWhole } from "#db/whole-file.ts";

/**
 * The secret of an installation, made and kept where there is none yet.
 * @throws Unusable for a file that holds none
 */
export function makeSecret(dataDir: string): Buffer {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (!existsSync(file(dataDir))) {
    writeWhole(file(dataDir), randomBytes(SECRET_BYTES).toString("hex"), { replace: false });
  }
  return readSecret(dataDir);
}

/**
 * The secret of an installation.
 * @throws Unusable where there is none: with a short key, anybody could make seals
 */
export function readSecret(dataDir: string): Buffer {
  if (!existsSync(file(dataDir))) throw new Unusable(`There is no secret in ${dataDir}: start the server once.`);
  const text = readFileSync(file(dataDir), "utf8").trim();
  if (!isSecret(text)) {
    throw new Unusable(
      `The file ${file(dataDir)} is damaged: it must hold ${SECRET_BYTES * 2} hexadecimal digits. Put it back from a ` +
        "backup. If there is none, remove it: a new one is made, and nothing opens any longer that was sealed with it.",
    );
  }
  return Buffer.from(text, "hex");
}

function file(dataDir: string): string {
  return join(dataDir, "secret");
}
