import { type ClientRequest, request } from "node:http";
import { paths } from "#app/paths.ts";
import type { Installation } from "#app/server/installation.server.ts";
import { writeTransaction } from "#db/store.ts";
import { heading, line, median, milliseconds } from "#tests/bench/sessions/table.ts";
import { aLiveStep } from "#tests/support/factories/minutes.ts";
import { aMembership, anAccount, aSignIn } from "#tests/support/factories/people.ts";

const LISTENERS = 30;

/** How long until a step of a session is heard by one listener, and by all of thirty, and what it asks the database. */
export async function hearChanges({ store, config }: Installation, runs: number): Promise<void> {
  const session = await store.read
    .selectFrom("session")
    .select(["id", "group_id", "created_by"])
    .where("status", "=", "scheduled")
    .limit(1)
    .executeTakeFirstOrThrow();
  const tokens = await writeTransaction(store, async (db) => {
    const made: string[] = [];
    for (let at = 0; at < LISTENERS; at++) {
      const account_id = await anAccount(db, { name: `Listener ${at}` });
      await aMembership(db, { account_id, group_id: session.group_id, role: "organiser" });
      made.push(await aSignIn(db, { account_id }));
    }
    return made;
  });
  let number = 0;
  const step = () => {
    const row = { session_id: session.id, by_id: session.created_by, kind: "pause" as const, number: ++number };
    return writeTransaction(store, (db) => aLiveStep(db, row));
  };
  heading("live page updates", "ms", "statements");
  for (const count of [1, LISTENERS]) {
    const ears = tokens.slice(0, count).map((token) => listen(config.port, session.id, token));
    await Promise.all(ears.map((ear) => ear.next()));
    const took: number[] = [];
    const asked: number[] = [];
    for (let at = 0; at < runs; at++) {
      const before = store.asked();
      const all = Promise.all(ears.map((ear) => ear.next()));
      const [, time] = await milliseconds(async () => {
        await step();
        await all;
      });
      took.push(time);
      asked.push(store.asked() - before);
    }
    for (const ear of ears) ear.stop();
    line(count === 1 ? "1 listener" : `${count} listeners`, median(took).toFixed(1), median(asked));
  }
}

/** Somebody who hears how the session goes. */
function listen(port: number, sessionId: string, token: string): { next: () => Promise<void>; stop: () => void } {
  let heard = () => {};
  let unheard = 0;
  const headers = { host: `localhost:${port}`, accept: "text/event-stream", cookie: `zbornik=${token}` };
  const sent: ClientRequest = request({ port, path: paths.liveEvents(sessionId), headers, agent: false }, (answer) =>
    answer.on("data", (part: Buffer) => {
      if (!part.includes("event: state")) return;
      unheard++;
      heard();
    }),
  );
  sent.on("error", () => undefined);
  sent.end();
  return {
    next: () =>
      new Promise((resolve) => {
        heard = () => {
          if (unheard === 0) return;
          unheard--;
          heard = () => {};
          resolve();
        };
        heard();
      }),
    stop: () => sent.destroy(),
  };
}
