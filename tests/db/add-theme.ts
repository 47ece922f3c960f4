import type { Db } from "#db/store.ts";

/** A change of the database that adds a theme of this code, and answers with it. */
export const addTheme = (code: string) => async (db: Db) => {
  await db.insertInto("theme").values({ id: code, code, labels: "{}", position: 1 }).execute();
  return { code };
};
