import { afterEach, beforeEach, expect, it } from "vitest";
import { endMembership } from "#app/domain/people/change-membership.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { paths } from "#app/paths.ts";
import { writeTransaction } from "#db/store.ts";
import { ask, verdict } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { aSignIn } from "#tests/support/factories/people.ts";
import { commits, writing } from "#tests/support/store.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

const pages = () => {
  const { record, session, item, request } = target.things;
  return [
    ...[
      paths.contribution(record),
      paths.contributionHistory(record),
      paths.session(session),
      paths.sharingRequest(request),
    ],
    ...[paths.sessionCalendar(session), paths.newContribution({ session, item }), paths.round(target.w.roundId)],
  ];
};

it("an old cookie of a member who left opens nothing of the group", async () => {
  const { store, w, things } = target;
  for (const path of pages()) expect([path, (await ask(target, "speaker", path)).status]).toEqual([path, 200]);
  const membership = store.read.selectFrom("membership").select("id").where("account_id", "=", w.people.speakerBa);
  const { id } = await membership.executeTakeFirstOrThrow();
  await endMembership(store, await w.actor(w.people.organiser), { membershipId: id });
  for (const path of [...pages(), ...pages().map((one) => one.replace(/^([^?]+)/, "$1.data"))]) {
    const { status, body } = await ask(target, "speaker", path);
    expect([path, status, body.includes("Quokkagram")]).toEqual([path, 404, false]);
  }
  const found = await ask(target, "speaker", paths.search({ q: "late notice" }));
  expect([found.status, found.body.includes(things.record)]).toEqual([200, false]);
  const before = await commits(store);
  const decided = await ask(target, "speaker", paths.sharingRequest(things.request), {
    form: { decision: "granted" },
  });
  expect([decided.status, await commits(store)]).toEqual([404, before]);
});

it("an old cookie of an account that was shut is nobody's", async () => {
  const { store, w } = target;
  await deactivateAccount(store, await w.actor(w.people.administrator), { accountId: w.people.speakerBa });
  // Even if its sign-in were still there.
  const token = target.cookies.speaker.slice("zbornik=".length);
  await writeTransaction(store, (db) => aSignIn(db, { account_id: w.people.speakerBa, token }));
  for (const path of pages()) {
    expect([path, verdict(await ask(target, "speaker", path))]).toEqual([path, "sign-in"]);
  }
  const form = { decision: "granted" };
  expect(verdict(await ask(target, "speaker", paths.sharingRequest(target.things.request), { form }))).toBe("sign-in");
});

it("an old cookie of somebody whose role was taken away does no more than the new one", async () => {
  const { store, w, things } = target;
  await writing(store)
    .updateTable("membership")
    .set({ role: "observer" })
    .where("account_id", "=", w.people.organiser)
    .execute();
  const before = await commits(store);
  const answers = [
    await ask(target, "organiser", paths.sessionCancellation(things.session), { form: { reason: "x" } }),
    await ask(target, "organiser", paths.memberDeactivation(things.membership), { form: {} }),
    await ask(target, "organiser", paths.outboxMail(things.mail)),
    await ask(target, "organiser", paths.contribution(things.record)),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 403, 404, 404]);
  expect(await commits(store)).toBe(before);
});

it("binds the cookie to the host, to https and to requests of its own pages", async () => {
  const secure = await openTarget({ PUBLIC_URL: "https://zbornik.example" });
  const form = { address: "observer@test.example", password };
  const { headers, status } = await ask(secure, "anonymous", "/sign-in", { form });
  const [cookie = ""] = [headers["set-cookie"] ?? ""].flat();
  const value = /^__Host-zbornik=([^;]+); Path=\/; HttpOnly; SameSite=Lax; Secure$/.exec(cookie)?.[1];
  const opened = async (sent: string) =>
    verdict(await ask(secure, "anonymous", "/home", { headers: { cookie: sent } }));
  expect([status, value?.length]).toEqual([303, 40]);
  expect(await opened(`__Host-zbornik=${value}`)).toBe(200);
  expect(await opened(`zbornik=${value}`)).toBe("sign-in");
  const http = await ask(secure, "anonymous", "/sign-in", { form, headers: { origin: "http://zbornik.example" } });
  expect([http.status, String(headers["strict-transport-security"])]).toEqual([403, "max-age=31536000"]);
  await secure.close();
});

it("takes no cookie that was planted before signing in, and ends the one there was", async () => {
  const form = { address: "observer@test.example", password };
  const planted = { cookie: "zbornik=0000000000000000000000000000000000000000" };
  const { headers } = await ask(target, "anonymous", "/sign-in", { form, headers: planted });
  expect(String(headers["set-cookie"])).toMatch(/^zbornik=(?!0000)/);
  expect(verdict(await ask(target, "anonymous", "/home", { headers: planted }))).toBe("sign-in");
  // Signing in as somebody else in the same browser ends the sign-in that was there.
  await ask(target, "organiser", "/sign-in", { form });
  expect(verdict(await ask(target, "organiser", "/home"))).toBe("sign-in");
});
