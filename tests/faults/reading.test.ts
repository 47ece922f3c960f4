import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { writing } from "#tests/support/store.ts";

// Reading never depends on writing: with a full disk, or while another process writes, pages are answered as ever.

let target: Target;
beforeEach(async () => {
  target = await openTarget();
  // Everybody's sign-in was noted long enough ago that its use is to be noted again.
  const soon = new Date(Date.now() + 60 * 60_000).toISOString();
  await writing(target.store).updateTable("sign_in").set({ expires_at: soon }).execute();
});
afterEach(() => target.close());

/** Pages that note that somebody came, or count how often. */
const pages = ["/home", paths.search({ q: "late" }), "/rounds", "/account", "/en", "/en/knowledge?q=open"];

/** Opens them and the API, and gives what took longest. */
async function readAll(): Promise<{ statuses: number[]; milliseconds: number }> {
  const before = performance.now();
  const statuses = [];
  for (const path of pages) statuses.push((await ask(target, "organiser", path)).status);
  const headers = { authorization: `Bearer ${target.things.tokenSecret}` };
  statuses.push((await ask(target, "anonymous", "/api/v1/search?q=open", { headers })).status);
  return { statuses, milliseconds: performance.now() - before };
}

const signIn = () => ask(target, "anonymous", "/sign-in", { form: { address: "observer@test.example", password } });

describe("while another process writes", () => {
  it("pages are answered at once, and signing in says after a while that the server is busy", async () => {
    await readAll();
    const other = openRaw(target.store.engine.address);
    other.exec("begin immediate");
    const { statuses, milliseconds } = await readAll();
    expect([statuses, milliseconds < 4000]).toEqual([[...pages, "api"].map(() => 200), true]);
    const refused = await signIn();
    expect([refused.status, Number(refused.headers["retry-after"]) > 0]).toEqual([503, true]);
    expect(refused.body).toContain("busy saving something else");
    other.exec("rollback");
    other.close();
    expect((await signIn()).status).toBe(303);
    expect(await target.site.writeNotes()).toEqual([]);
  });
});

describe("with a full disk", () => {
  const room = (limit: number) => sql`pragma max_page_count = ${sql.raw(String(limit))}`.execute(writing(target.store));

  it("pages are read on and on, signing in says that there is no room, and all goes on when there is", async () => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(writing(target.store));
    await room(rows[0]?.page_count ?? 0);
    // Free space inside pages takes some.
    let refused = await signIn();
    for (let n = 0; n < 150 && refused.status === 303; n++) refused = await signIn();
    expect([refused.status, refused.body.includes("has no space left")]).toEqual([507, true]);
    expect(refused.body).not.toContain(password);
    for (let n = 0; n < 3; n++) {
      const { statuses } = await readAll();
      expect(statuses).toEqual([...pages, "api"].map(() => 200));
    }
    await room(1_000_000);
    expect((await signIn()).status).toBe(303);
    expect(await target.site.writeNotes()).toEqual([]);
    const noted = await target.store.read.selectFrom("api_token").select("last_used_at").executeTakeFirstOrThrow();
    expect(noted.last_used_at).not.toBeNull();
  });

  it("whoever goes on using a sign-in stays signed in, though it cannot be noted", async () => {
    expect((await ask(target, "organiser", "/home")).status).toBe(200);
    // The use of a moment ago counts, whatever is stored.
    const past = new Date(Date.now() - 1000).toISOString();
    await writing(target.store).updateTable("sign_in").set({ expires_at: past }).execute();
    expect((await ask(target, "organiser", "/home")).status).toBe(200);
    expect((await ask(target, "consultant", "/home")).status).toBe(302);
    await writing(target.store).deleteFrom("sign_in").execute();
    expect((await ask(target, "organiser", "/home")).status).toBe(302);
  });
});
