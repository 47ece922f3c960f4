import { afterAll, beforeAll, expect, it } from "vitest";
import { sha256 } from "#app/domain/identity.server.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";

let target: Target;
let browser: PlainBrowser;
beforeAll(async () => {
  target = await openTarget();
  browser = new PlainBrowser(target.site.origin);
  await browser.signIn("organiser@test.example", password);
});
afterAll(() => target.close());

const shown = () => browser.page.document.querySelector(".secret code")?.textContent ?? null;
const search = (token: string) =>
  ask(target, "anonymous", "/api/v1/search", { headers: { authorization: `Bearer ${token}` } });

it("makes a token without scripts, shows it once, lists it, and revokes it", async () => {
  await browser.open("/account");
  await browser.follow("Access tokens");
  expect(browser.text).toContain("You have no tokens.");
  await browser.submit({ name: "My  script", scopes: ["search:read"], days: "30" }, { button: "Make a token" });
  expect(browser.page.status).toBe(200);
  const token = shown() ?? "";
  expect(token).toMatch(/^zbt_[\w-]{43}$/);
  expect(browser.page.headers.get("cache-control")).toContain("no-store");
  expect((await search(token)).status).toBe(200);

  const stored = await target.store.read
    .selectFrom("api_token")
    .selectAll()
    .where("account_id", "=", target.w.people.organiser)
    .executeTakeFirstOrThrow();
  expect(stored).toMatchObject({ token_hash: sha256(token), name: "My script", scopes: '["search:read"]' });
  const kept = await target.store.read.selectFrom("idempotency_key").select("result").execute();
  expect(JSON.stringify(kept)).not.toContain(token);

  await browser.open("/account/tokens");
  expect(shown()).toBeNull();
  expect(browser.page.html).not.toContain(token);
  expect(browser.text).toContain("My script");
  await browser.follow("Revoke");
  expect((await search(token)).status).toBe(200);
  await browser.submit({}, { button: "Revoke" });
  expect(browser.text).toContain("You have no tokens.");
  expect((await search(token)).status).toBe(401);
  const events = await target.store.read
    .selectFrom("audit_event")
    .select(["event", "details"])
    .where("subject_id", "=", stored.id)
    .orderBy("seq")
    .execute();
  expect(events).toEqual([
    { event: "api-token.created", details: '{"scopes":"search:read","days":30}' },
    { event: "api-token.revoked", details: "{}" },
  ]);
});

it("does not make a second token when the same form comes twice, and does not show the first again", async () => {
  const form = { _key: "same-form-twice", name: "Twice", scopes: "search:read", days: "90" };
  const [first, second] = [
    await ask(target, "consultant", "/account/tokens", { form }),
    await ask(target, "consultant", "/account/tokens", { form }),
  ];
  expect(first.body).toMatch(/zbt_[\w-]{43}/);
  expect(second.body).not.toMatch(/zbt_[\w-]{43}/);
  expect(second.body).toContain("This token was made already");
  const held = await target.store.read
    .selectFrom("api_token")
    .select("id")
    .where("account_id", "=", target.w.people.consultant)
    .execute();
  expect(held.length).toBe(1);
});

it("keeps what was typed when the form is refused", async () => {
  await browser.open("/account/tokens");
  await browser.submit({ name: "", scopes: null, days: "365" }, { button: "Make a token" });
  expect(browser.page.status).toBe(422);
  expect(shown()).toBeNull();
  expect(browser.page.document.querySelector("input[name=days][checked]")?.getAttribute("value")).toBe("365");
  for (const wrong of [{ days: "366" }, { days: "1" }, { scopes: "everything" }, { name: "x".repeat(81) }]) {
    const form = { name: "Name", scopes: "search:read", days: "30", ...wrong };
    expect((await ask(target, "organiser", "/account/tokens", { form })).status).toBe(422);
  }
});

it("gives a person twenty at most", async () => {
  const form = { name: "One of many", scopes: "search:read", days: "30" };
  const statuses: number[] = [];
  for (let at = 0; at < 21; at++) statuses.push((await ask(target, "speaker", "/account/tokens", { form })).status);
  expect(statuses).toEqual([...Array(20).fill(200), 422]);
});
