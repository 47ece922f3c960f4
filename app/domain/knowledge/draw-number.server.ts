import { drawNumberTail } from "#app/domain/identity.server.ts";
import type { Db } from "#db/store.ts";

/** How often each length is tried: when that many draws are taken, few numbers of that length are left. */
const DRAWS = 20;
/** Four characters make a million numbers, six make a thousand millions. `identifiers.ts` knows them by these. */
const LENGTHS = [4, 5, 6];

/** A readable number that no contribution has. */
export async function drawNumber(db: Db, groupCode: string, now: Date, drawTail = drawNumberTail): Promise<string> {
  const [number = ""] = await drawNumbers(db, [groupCode], now, drawTail);
  return number;
}

/**
 * Readable numbers that no contribution has, one for each code of a group: `REL-2020-K7Q4`, longer ones when those are
 * nearly all taken. Drawn at random within group and year, because numbers in sequence would tell how much is hidden.
 * @throws Error when no number was free after the longest were tried
 */
export async function drawNumbers(
  db: Db,
  groupCodes: readonly string[],
  now: Date,
  drawTail: (length: number, at: number) => string = groupCodes.length > 1 ? tailsTogether() : drawNumberTail,
): Promise<string[]> {
  const drawn = groupCodes.map((code, at) => ({
    numbers: numbersToTry(code, now, (length) => drawTail(length, at)),
    number: "",
  }));
  const taken = new Set<string>();
  for (let open = drawn; open.length > 0; ) {
    for (const one of open) one.number = one.numbers.next().value;
    const numbers = open.map(({ number }) => number);
    const rows = await db.selectFrom("contribution").select("number").where("number", "in", numbers).execute();
    for (const { number } of rows) taken.add(number);
    open = open.filter(({ number }) => {
      const isTaken = taken.has(number);
      taken.add(number);
      return isTaken;
    });
  }
  return drawn.map(({ number }) => number);
}

/** Tails that begin alike, for very many contributions of one transaction; see `idsTogether`. */
export function tailsTogether(): typeof drawNumberTail {
  const start = drawNumberTail(1);
  return (length) => start + drawNumberTail(length - 1);
}

function* numbersToTry(groupCode: string, now: Date, drawTail: typeof drawNumberTail): Generator<string, never> {
  const start = `${groupCode}-${now.getUTCFullYear()}-`;
  for (const length of LENGTHS) {
    for (let draw = 0; draw < DRAWS; draw++) yield start + drawTail(length);
  }
  throw new Error(`No free number for ${groupCode} in ${now.getUTCFullYear()}`);
}
