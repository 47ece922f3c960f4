import { afterEach, beforeEach, expect, it } from "vitest";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { inEnglish } from "#tests/support/factories/given.ts";
import { aMembership } from "#tests/support/factories/people.ts";
import { aRound } from "#tests/support/factories/rounds.ts";
import { texts } from "#tests/support/page-parts.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import { writing } from "#tests/support/store.ts";

// Somebody who is in two groups, and has chosen the one in which the world happens not.

let target: Target;
let omar: PlainBrowser;
beforeEach(async () => {
  target = await openTarget({ SMTP_URL: "" });
  const { store, w } = target;
  const db = writing(store);
  const own = { account_id: w.people.organiser, role: "organiser" as const };
  await aMembership(db, { ...own, group_id: w.otherGroupId });
  await db.updateTable("account").set({ current_group_id: w.otherGroupId }).where("id", "=", own.account_id).execute();
  await db
    .updateTable("working_group")
    .set({ names: inEnglish("Open") })
    .where("id", "=", w.groupId)
    .execute();
  await db
    .updateTable("working_group")
    .set({ names: inEnglish("Chosen") })
    .where("id", "=", w.otherGroupId)
    .execute();
  omar = new PlainBrowser(target.site.origin);
  await omar.signIn("organiser@test.example", password);
});
afterEach(() => target.close());

/** The group in the masthead, and the one that is marked in the list behind it. */
function shown(): string[] {
  const [name = ""] = texts(omar, ".bar-group .group-name");
  return [name.replace("Working group: ", ""), ...texts(omar, ".bar-group button[aria-current=true]")];
}

it("is the one of the round, session or record that is open, and of the lists it leads to", async () => {
  const { w, things } = target;
  await omar.open("/rounds");
  expect(shown()).toEqual(["Chosen", "Chosen"]);
  for (const path of [
    `/rounds/${w.roundId}`,
    `/sessions/${things.session}/agenda`,
    `/contributions/${things.record}`,
    `/contributions/new?session=${things.session}`,
    `/actions/${things.action}`,
  ]) {
    await omar.open(path);
    expect([path, omar.page.status, ...shown()]).toEqual([path, 200, "Open", "Open"]);
  }
  await omar.open(`/sessions/${things.session}`);
  await omar.follow("Rounds");
  expect(shown()).toEqual(["Open", "Open"]);
  expect(texts(omar, "main tbody th a")).toContain("November round");
  await omar.follow("People");
  expect(shown()).toEqual(["Open", "Open"]);
  expect(omar.page.html).toContain("participantba@test.example");
  await omar.open(`/actions/${things.action}`);
  await omar.submit({ state: "done", note: "" });
  expect([new URL(omar.page.url).pathname, ...shown()]).toEqual(["/actions", "Open", "Open"]);
  await omar.open("/home");
  expect(shown()).toEqual(["Chosen", "Chosen"]);
});

it("takes what is planned and invited from there into the group that is shown", async () => {
  const { store, w } = target;
  await omar.open(`/rounds?group=${w.groupId}`);
  await omar.follow("Plan a round");
  expect(shown()).toEqual(["Open", "Open"]);
  await omar.submit({
    "title.en": "Third",
    startsOn: "2030-05-06",
    endsOn: "2030-05-07",
    city: "sarajevo",
    format: "bilateral-online",
  });
  const rounds = await store.read
    .selectFrom("round")
    .select("group_id")
    .where("starts_on", "=", "2030-05-06")
    .execute();
  expect(rounds).toEqual([{ group_id: w.groupId }]);
  await omar.open(`/members?group=${w.groupId}`);
  await omar.follow("Invite somebody");
  await omar.submit({ address: "nina@test.example", name: "Nina", role: "observer", locale: "en" });
  const invited = store.read.selectFrom("invitation").select("group_id").where("address", "=", "nina@test.example");
  expect(await invited.execute()).toEqual([{ group_id: w.groupId }]);
  await omar.open(`/members?group=${w.groupId}`);
  await omar.follow("Edit");
  await omar.submit({}, { button: "Save" });
  expect([omar.page.status, new URL(omar.page.url).pathname, ...shown()]).toEqual([200, "/members", "Open", "Open"]);
});

it("is never one that the reader is not in, whatever the address says", async () => {
  const { store, w, things } = target;
  const chosen = writing(store).updateTable("account").set({ current_group_id: w.otherGroupId });
  await chosen.where("id", "=", w.people.otherOrganiser).execute();
  const alien = new PlainBrowser(target.site.origin);
  await alien.signIn("otherorganiser@test.example", password);
  const seen = async (path: string) => {
    await alien.open(path);
    return [alien.page.status, alien.page.document.querySelector(".bar-group .group-name")?.textContent?.trim()];
  };
  const own = "Working group: Chosen";
  expect(await seen(`/rounds?group=${w.groupId}`)).toEqual([200, own]);
  expect(await seen(`/sessions/${things.session}`)).toEqual([404, own]);
  // In both groups now, and still not invited to the session: a page of nothing is a page of the chosen group.
  const third = await aRound(writing(store), { group_id: w.otherGroupId, created_by: w.people.otherOrganiser });
  expect(await seen(`/rounds/${third}`)).toEqual([200, own]);
  await aMembership(writing(store), { account_id: w.people.otherOrganiser, group_id: w.groupId, role: "observer" });
  expect(await seen(`/sessions/${things.session}`)).toEqual([404, own]);
  expect(await seen(`/contributions/${things.alRecord}`)).toEqual([404, own]);
  expect(await seen(`/rounds/${w.roundId}`)).toEqual([200, "Working group: Open"]);
});
