import { drawNumberTail } from "#app/domain/identity.server.ts";
import type { Db } from "#db/connect.server.ts";

/**
 * A readable number nobody has: `REL-2020-K7Q4`. Drawn at random within group and year, because numbers in sequence
 * would tell how much is hidden.
 */
export async function drawNumber(db: Db, groupCode: string, now: Date, drawTail = drawNumberTail): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const number = `${groupCode}-${now.getUTCFullYear()}-${drawTail()}`;
    const taken = await db.selectFrom("contribution").select("id").where("number", "=", number).executeTakeFirst();
    if (!taken) return number;
  }
  throw new Error(`No free number for ${groupCode} in ${now.getUTCFullYear()}`);
}
