import { afterAll, beforeAll, expect, it } from "vitest";
import { newToken } from "#app/domain/identity.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { revokeToken } from "#app/domain/tokens/revoke-token.server.ts";
import { call, facts, find, refused, tokenOf } from "#tests/routes/api/calling.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";
import { writing } from "#tests/support/store.ts";

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

it("refuses whoever has no token that is valid, and knows nobody by a cookie", async () => {
  const { w, store, cookies } = target;
  const ended = await tokenOf(target, "consultant", 30, new Date(Date.now() - 31 * 86_400_000));
  const revoked = await tokenOf(target, "consultant");
  const actor = await w.actor(w.people.consultant);
  const row = await store.read
    .selectFrom("api_token")
    .select("id")
    .where("account_id", "=", w.people.consultant)
    .orderBy("created_at", "desc")
    .executeTakeFirstOrThrow();
  await revokeToken(store, actor, { tokenId: row.id });
  const shut = await tokenOf(target, "secondConsultant");
  const administrator = await w.actor(w.people.administrator);
  await deactivateAccount(store, administrator, { accountId: w.people.secondConsultant });
  const others = [newToken("inv"), newToken("rst"), newToken("cal"), target.things.resetToken, newToken("zbt")];
  const signIn = cookies.organiser.split("=")[1] ?? "";
  for (const token of [null, ended, revoked, shut, ...others, target.things.invitationToken, signIn, "x", "zbt_"]) {
    const answer = await call(target, "/api/v1/search?q=record", token);
    expect([token, facts(answer)]).toEqual([token, refused(401)]);
    expect(answer.headers["www-authenticate"]).toBe(token === null ? "Bearer" : 'Bearer error="invalid_token"');
  }
  const valid = await tokenOf(target, "observer");
  const elsewhere: Record<string, string>[] = [
    { cookie: cookies.organiser },
    { authorization: `Basic ${valid}` },
    { authorization: valid },
    { authorization: `Bearer ${valid} more` },
    { cookie: `zbornik=${valid}` },
  ];
  for (const headers of elsewhere) {
    expect(facts(await call(target, "/api/v1/search?q=record", null, { headers }))).toEqual(refused(401));
  }
  expect(facts(await call(target, `/api/v1/search?access_token=${valid}`, null))).toEqual(refused(401));
  expect(facts(await call(target, `/api/v1/search?token=${valid}&q=x`, null))).toEqual(refused(401));
});

it("opens nothing but the API with a token", async () => {
  const token = await tokenOf(target, "organiser");
  const page = await call(target, "/home", token);
  expect([page.status, page.headers.location]).toEqual([302, "/sign-in?redirectTo=%2Fhome"]);
  for (const headers of [{ cookie: `zbornik=${token}` }])
    expect((await call(target, "/home", null, { headers })).status).toBe(302);
  expect((await call(target, `/reset/${token}`, null)).body).not.toContain("newPassword");
});

it("refuses a token without the scope", async () => {
  const token = await tokenOf(target, "otherConsultant");
  await writing(target.store)
    .updateTable("api_token")
    .set({ scopes: '["something:else"]' })
    .where("account_id", "=", target.w.people.otherConsultant)
    .execute();
  const answer = await call(target, "/api/v1/search?q=record", token);
  expect(facts(answer)).toEqual(refused(403));
  expect(answer.headers["www-authenticate"]).toBe('Bearer error="insufficient_scope", scope="search:read"');
});

it("slows one person down and nobody else, and guessing too", async () => {
  const open = await openTarget();
  try {
    const [busy, calm] = [await tokenOf(open, "organiser"), await tokenOf(open, "consultant")];
    const statuses: number[] = [];
    for (let at = 0; at < 601; at++) statuses.push((await call(open, "/api/v1/search?limit=x", busy)).status);
    expect(statuses.slice(-2)).toEqual([400, 429]);
    const waits = await call(open, "/api/v1/search", busy);
    expect(facts(waits)).toEqual(refused(429));
    expect(Number(waits.headers["retry-after"])).toBeGreaterThan(0);
    for (let at = 0; at < 60; at++) await call(open, "/api/v1/search", newToken("zbt"));
    expect((await call(open, "/api/v1/search", newToken("zbt"))).status).toBe(429);
    expect((await call(open, "/api/v1/search?limit=1", calm)).status).toBe(200);
  } finally {
    await open.close();
  }
});

it("keeps tokens out of the log", async () => {
  const token = await tokenOf(target, "organiser");
  await call(target, `/api/v1/search?token=${token}`, token);
  await call(target, `/api/v1/${token}`, token);
  expect(target.site.log.join("\n")).not.toContain(token);
});

it("notes that a token was used, now and then", async () => {
  const token = await tokenOf(target, "speakerBa");
  const used = () =>
    target.store.read
      .selectFrom("api_token")
      .select("last_used_at")
      .where("account_id", "=", target.w.people.speakerBa)
      .executeTakeFirstOrThrow();
  expect((await used()).last_used_at).toBeNull();
  await find(target, "", token);
  await target.site.writeNotes();
  const first = (await used()).last_used_at;
  expect(first).not.toBeNull();
  await find(target, "", token);
  await target.site.writeNotes();
  expect((await used()).last_used_at).toBe(first);
});
