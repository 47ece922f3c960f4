import { drawNumberTail } from "#app/domain/identity.server.ts";
import type { Db } from "#db/store.ts";

/** How often each length is tried: when that many draws are taken, few numbers of that length are left. */
const draws = 20;
/** Four characters make a million numbers, six make a thousand millions. `identifiers.ts` knows them by these. */
const lengths = [4, 5, 6];

/**
 * Readable numbers to try one after the other: `REL-2020-K7Q4`, longer ones when those are nearly all taken. Drawn at
 * random within group and year, because numbers in sequence would tell how much is hidden.
 * @throws Error after the last, when none was free
 */
export function* numbersToTry(groupCode: string, now: Date, drawTail = drawNumberTail): Generator<string, never> {
  const start = `${groupCode}-${now.getUTCFullYear()}-`;
  for (const length of lengths) {
    for (let draw = 0; draw < draws; draw++) yield start + drawTail(length);
  }
  throw new Error(`No free number for ${groupCode} in ${now.getUTCFullYear()}`);
}

/** Tails that begin alike, for very many records of one transaction; see `idsTogether`. */
export function tailsTogether(): typeof drawNumberTail {
  const start = drawNumberTail(1);
  return (length) => start + drawNumberTail(length - 1);
}

/** A readable number that no record has. */
export async function drawNumber(db: Db, groupCode: string, now: Date, drawTail = drawNumberTail): Promise<string> {
  const numbers = numbersToTry(groupCode, now, drawTail);
  for (;;) {
    const number = numbers.next().value;
    const taken = await db.selectFrom("contribution").select("id").where("number", "=", number).executeTakeFirst();
    if (!taken) return number;
  }
}
