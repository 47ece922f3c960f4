import { randomInt } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "#db/whole-file.ts";

// Syllables that read the same in every language of the region, and on the telephone.
const syllables = ["ba", "do", "ge", "ka", "lu", "mi", "no", "pe", "ra", "so", "ti", "vu", "za", "ne", "ko", "li"];

interface Place {
  dataDir: string;
  demoPassword: string | null;
}

/** The one password of the demonstration accounts: `DEMO_PASSWORD`, or a random one kept in the data folder. */
export function makeDemoPassword(place: Place): string {
  const password = place.demoPassword ?? randomPassword();
  writeWhole(file(place), `${password}\n`, { replace: true });
  return password;
}

/** The password as it was when the demonstration was loaded, or null where it never was. */
export function readDemoPassword(place: Place): string | null {
  return existsSync(file(place)) ? readFileSync(file(place), "utf8").trim() : null;
}

function file(place: Place): string {
  return join(place.dataDir, "demo-password");
}

function randomPassword(): string {
  const word = () => Array.from({ length: 3 }, () => syllables[randomInt(syllables.length)]).join("");
  return `${word()}-${word()}-${word()}-${String(randomInt(100)).padStart(2, "0")}`;
}
