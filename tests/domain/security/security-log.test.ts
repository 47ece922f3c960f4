import { expect, it } from "vitest";
import { sha256 } from "#app/domain/identity.server.ts";
import { SecurityLog } from "#app/domain/security/security-log.server.ts";
import { openNotes } from "#db/notes.ts";
import { changeNumber } from "#db/store.ts";
import { testStore } from "#tests/support/store.ts";

const at = (minutes: number) => new Date(Date.parse("2026-10-01T08:00:00.000Z") + minutes * 60_000);
const origin = { network: "192.0.2.1", browser: "Firefox, Windows" };

function opened() {
  const store = testStore();
  const faults: unknown[] = [];
  const notes = openNotes(store, { tell: (error) => void faults.push(error), byItself: false });
  const log = new SecurityLog(notes);
  const written = async () => {
    await notes.flush();
    expect(faults).toEqual([]);
    return store.read.selectFrom("security_event").selectAll().orderBy("at").orderBy("kind", "desc").execute();
  };
  return { store, log, written };
}

it("writes who, what, where and when, no token, and nothing that a viewer could notice", async () => {
  const { store, log, written } = opened();
  const before = await changeNumber(store);
  log.tell({ kind: "access.not-found", accountId: "a", token: "secret", place: "GET /x" }, origin, at(0));
  log.tell({ kind: "sign-in.failed" }, { network: "unknown", browser: "" }, at(1));
  const [first, second] = await written();
  expect(first).toEqual({
    ...{ id: first?.id, at: at(0).toISOString(), kind: "access.not-found", account_id: "a", ...origin },
    ...{ sign_in: sha256("secret").slice(0, 12), place: "GET /x" },
  });
  expect([second?.account_id, second?.sign_in, second?.place]).toEqual([null, "", ""]);
  expect(await changeNumber(store)).toBe(before);
});

it("writes sixty of a kind an hour for one account or address, says where it was cut, and buries nobody else's", async () => {
  const { log, written } = opened();
  for (let n = 0; n < 500; n++) log.tell({ kind: "sign-in.failed" }, origin, at(0));
  log.tell({ kind: "sign-in.failed" }, { ...origin, network: "198.51.100.7" }, at(1));
  log.tell({ kind: "sign-in.began", accountId: "a" }, origin, at(2));
  log.tell({ kind: "sign-in.failed" }, origin, at(60));
  const kinds = (await written()).map(({ kind, place, network }) => `${kind} ${place} ${network}`);
  expect([kinds.length, kinds.slice(59)]).toEqual([
    64,
    [
      "sign-in.failed  192.0.2.1",
      "log.cut sign-in.failed 192.0.2.1",
      "sign-in.failed  198.51.100.7",
      "sign-in.began  192.0.2.1",
      "sign-in.failed  192.0.2.1",
    ],
  ]);
});

it("writes five thousand of a kind a day, from wherever they come", async () => {
  const { log, written } = opened();
  for (let n = 0; n < 5200; n++) log.tell({ kind: "limit.reached" }, { network: `2001:db8::${n}`, browser: "" }, at(0));
  log.tell({ kind: "limit.reached" }, { network: "192.0.2.1", browser: "" }, at(24 * 60));
  // The book of notes holds five thousand itself; here all that was told fits but the oldest.
  const rows = await written();
  expect([rows.filter(({ kind }) => kind === "log.cut").length, rows.at(-1)?.network]).toEqual([1, "192.0.2.1"]);
});
