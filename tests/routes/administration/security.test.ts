import { afterEach, beforeEach, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { type Ask, ask } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { commits } from "#tests/support/store.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget({ SMTP_URL: "smtp://localhost:1" });
});
afterEach(() => target.close());

const address = "observer@test.example";
const firefox = "Mozilla/5.0 (Windows NT 10.0; rv:133.0) Gecko/20100101 Firefox/133.0";

/** What the log tells by now. */
async function told() {
  expect(await target.site.writeNotes()).toEqual([]);
  return target.store.read.selectFrom("security_event").selectAll().orderBy("at").orderBy("kind").execute();
}

it("tells what people do with their accounts, from where, and no secret", async () => {
  const { people } = target.w;
  const headers = { "user-agent": firefox };
  const send = (path: string, form: Ask["form"], asker: "anonymous" | "observer" | "organiser" | "administrator") =>
    ask(target, asker, path, { form, headers });
  await send("/sign-in", { address, password: "wrong guess" }, "anonymous");
  await send("/sign-in", { address: "nobody@test.example", password: "wrong guess" }, "anonymous");
  await send("/sign-in", { address, password }, "anonymous");
  await send(paths.forgotten(), { address }, "anonymous");
  await send(paths.accountTokens(), { name: "Script", scopes: "search:read", days: "30" }, "observer");
  await send(paths.tokenRevocation(target.things.token), {}, "observer");
  const api = { authorization: `Bearer ${target.things.tokenSecret}` };
  await ask(target, "anonymous", "/api/v1/search?q=open", { headers: api });
  await send(paths.reset(target.things.resetToken), { newPassword: "seven quiet boats" }, "anonymous");
  await send("/sign-out", {}, "organiser");
  const join = { role: "observer", reason: "Somebody asked me to look at the settings." };
  await send(paths.groupMembership(target.w.groupId), join, "administrator");
  const rows = await told();
  const kinds = rows.map(({ kind, account_id }) => {
    const who = Object.entries(people).find(([, id]) => id === account_id)?.[0];
    return `${kind}: ${who ?? "nobody"}`;
  });
  expect(kinds.sort()).toEqual([
    "group.joined: administrator",
    "password-reset.asked: observer",
    "password-reset.used: observer",
    "sign-in.began: observer",
    "sign-in.ended: organiser",
    "sign-in.failed: nobody",
    "sign-in.failed: observer",
    "token.made: observer",
    "token.revoked: observer",
  ]);
  expect(new Set(rows.map(({ browser }) => browser))).toEqual(new Set(["Firefox, Windows"]));
  expect(rows.every(({ network }) => /^(127\.0\.0\.1|0:0:0:0:0:0:0:1)$/.test(network))).toBe(true);
  const text = JSON.stringify(rows);
  for (const secret of [password, "wrong guess", "seven quiet", address, target.things.resetToken, "nobody@"]) {
    expect([secret, text.includes(secret)]).toEqual([secret, false]);
  }
});

it("tells of a token once a day and address", async () => {
  const headers = { authorization: `Bearer ${target.things.tokenSecret}` };
  for (let n = 0; n < 5; n++) await ask(target, "anonymous", "/api/v1/search?q=open", { headers });
  const rows = await told();
  expect(rows.map(({ kind, account_id, place }) => [kind, account_id, place])).toEqual([
    ["token.used", target.w.people.observer, target.things.token],
  ]);
});

it("tells of those who are refused what is hidden as of what is not there, and of nobody who is not signed in", async () => {
  const hidden = paths.contribution(target.things.record);
  for (const path of [
    hidden,
    "/contributions/REL-2020-NONE",
    paths.adminAccounts(),
    `/reset/${target.things.resetToken}/x`,
  ]) {
    await ask(target, "observer", path);
    await ask(target, "anonymous", path);
  }
  await ask(target, "observer", paths.roundEdit(target.w.roundId));
  const rows = await told();
  const expected = [
    `access.forbidden GET ${paths.roundEdit(target.w.roundId)}`,
    `access.not-found GET /administration/accounts`,
    `access.not-found GET /contributions/REL-2020-NONE`,
    `access.not-found GET /reset/[redacted]/x`,
    `access.not-found GET ${hidden}`,
  ];
  expect(rows.map(({ kind, place }) => `${kind} ${place}`).sort()).toEqual(expected.sort());
  expect(new Set(rows.map(({ account_id }) => account_id))).toEqual(new Set([target.w.people.observer]));
});

it("is written in its own time: a refusal writes nothing, and the log of requests says who and from where", async () => {
  const before = await commits(target.store);
  await ask(target, "observer", "/nowhere/at/all");
  expect(await commits(target.store)).toBe(before);
  const line = JSON.parse(target.site.log.at(-1) ?? "{}");
  expect([line.account, line.status, /^[\d.:a-f]+$/.test(line.network)]).toEqual([target.w.people.observer, 404, true]);
});

it("is shown to administrators, by account, kind and day, and to people what is theirs", async () => {
  const headers = { "user-agent": firefox };
  await ask(target, "anonymous", "/sign-in", { form: { address, password: "wrong guess" }, headers });
  await ask(target, "anonymous", "/sign-in", { form: { address: "consultant@test.example", password }, headers });
  await told();
  const see = async (filter: Record<string, string>) => {
    const { status, body } = await ask(target, "administrator", paths.adminSecurity(filter));
    const table = /<tbody[\s\S]*<\/tbody>/.exec(body)?.[0] ?? "";
    return [status, table.includes("Wrong password"), table.includes("Signed in")];
  };
  expect(await see({})).toEqual([200, true, true]);
  expect(await see({ kind: "sign-in.failed" })).toEqual([200, true, false]);
  expect(await see({ account: target.w.people.consultant })).toEqual([200, false, true]);
  expect(await see({ day: "2020-01-01" })).toEqual([200, false, false]);
  expect(await see({ kind: "nothing", day: "x", page: "-1" })).toEqual([200, true, true]);
  const browser = new PlainBrowser(target.site.origin);
  await browser.signIn("consultant@test.example", password);
  await told();
  await browser.open(paths.accountSignIns());
  expect(browser.text).toContain("Firefox, Windows");
  expect(browser.text).not.toContain("Wrong password");
});
