import { afterAll, beforeAll, expect, it } from "vitest";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { verifyChain } from "#app/domain/history/record-event.server.ts";
import { findAvailabilityAnswers } from "#app/domain/planning/availability.server.ts";
import { findOpenClashes } from "#app/domain/planning/clashes.server.ts";
import { findConditions } from "#app/domain/planning/find-conditions.server.ts";
import { findDrafts } from "#app/domain/planning/find-drafts.server.ts";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { demoContributions } from "#app/seed/demonstration-files.ts";
import { demonstrationLines, loadDemonstration } from "#app/seed/load-demonstration.server.ts";
import { demoPassword, demoStore } from "#tests/support/demo.ts";

let store: Awaited<ReturnType<typeof demoStore>>;

beforeAll(async () => {
  store = await demoStore();
});
afterAll(() => store.close());

const count = async (
  table: "session" | "contribution" | "round" | "working_group" | "beneficiary" | "sharing_request",
) =>
  (
    await store.read
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow()
  ).n;

it("holds the programme: groups, beneficiaries, rounds, sessions with agendas, at least sixty records", async () => {
  expect([await count("working_group"), await count("beneficiary"), await count("round")]).toEqual([4, 6, 7]);
  expect(await count("session")).toBeGreaterThan(20);
  expect(await count("contribution")).toBeGreaterThanOrEqual(60);
  const bare = await store.read
    .selectFrom("session")
    .leftJoin("agenda_item", "agenda_item.session_id", "session.id")
    .select("session.id")
    .where("agenda_item.id", "is", null)
    .execute();
  expect(bare).toEqual([]);
});

it("has minutes in each state, who attended, and an action point that is carried over", async () => {
  const minutes = await store.read.selectFrom("minutes").select("state").orderBy("state").execute();
  expect(minutes.map(({ state }) => state)).toEqual(["circulated", "final"]);
  const texts = await store.read.selectFrom("minutes_text").select("session_id").distinct().execute();
  expect(texts).toHaveLength(3);
  const attended = await store.read.selectFrom("attendance").select("state").distinct().orderBy("state").execute();
  expect(attended.map(({ state }) => state)).toEqual(["excused", "late", "present"]);
  const carried = await store.read
    .selectFrom("action_point")
    .innerJoin("session as agreed", "agreed.id", "action_point.session_id")
    .innerJoin("session as next", "next.beneficiary_id", "agreed.beneficiary_id")
    .select("action_point.number")
    .where("action_point.state", "=", "open")
    .whereRef("next.group_id", "=", "agreed.group_id")
    .whereRef("next.starts_at", ">", "agreed.starts_at")
    .execute();
  expect(carried.length).toBeGreaterThan(1);
});

it("starts the upcoming round two weeks after loading", async () => {
  const { starts_on } = await store.read
    .selectFrom("round")
    .select("starts_on")
    .where("slug", "=", "upcoming")
    .executeTakeFirstOrThrow();
  const days = (Date.parse(starts_on) - Date.parse(new Date().toISOString().slice(0, 10))) / 86_400_000;
  expect([13, 14]).toContain(days);
});

it("has a round that was planned and released, with another draft, people who cannot and people who said nothing", async () => {
  const { id } = await store.read
    .selectFrom("round")
    .select("id")
    .where("slug", "=", "screening-planned")
    .executeTakeFirstOrThrow();
  const organiser = await findActor(
    store.read,
    (
      await store.read
        .selectFrom("account")
        .select("id")
        .where("address", "=", "organiser@demo.example")
        .executeTakeFirstOrThrow()
    ).id,
  );
  const now = new Date();
  const conditions = await findConditions(store.read, organiser, id);
  expect([conditions.pairings.length, conditions.pairings.filter(({ session }) => session).length]).toEqual([6, 6]);
  const drafts = await findDrafts(store.read, conditions, now);
  expect(drafts.map(({ releasedAt, revision, changes }) => [releasedAt !== null, revision, changes.length])).toEqual([
    [false, 2, 1],
    [true, 1, 0],
  ]);
  const asked = [...(await findAvailabilityAnswers(store.read, id)).values()];
  expect([asked.length, asked.filter(({ answeredAt }) => answeredAt === null).length]).toEqual([11, 2]);
  const clashes = await findOpenClashes(store.read, organiser, {}, now);
  expect(clashes.map(({ session }) => session.beneficiary?.names.en)).toEqual(["Serbia"]);
});

it("has invitations answered in every way, and some that nobody has answered", async () => {
  const rows = await store.read
    .selectFrom("session_answer")
    .select(["answer", "way", "lapsed"])
    .orderBy("answer")
    .orderBy("way")
    .execute();
  const kinds = rows.map(({ answer, way, lapsed }) => `${answer} ${way} ${lapsed}`);
  expect([...new Set(kinds)]).toEqual([
    ...["accepted link null", "accepted mail null", "accepted page null", "accepted proxy null"],
    ...["declined mail null", "declined page null"],
    ...["tentative mail null", "tentative page null", "tentative proxy null"],
  ]);
  const { n } = await store.read
    .selectFrom("session_person")
    .innerJoin("session", "session.id", "session_person.session_id")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("session.starts_at", ">", new Date().toISOString())
    .executeTakeFirstOrThrow();
  expect(n).toBeGreaterThan(rows.length);
});

it("has every record at the step of the review that its file says, none by its own author", async () => {
  const rows = await store.read
    .selectFrom("contribution")
    .innerJoin("contribution_version", "contribution_version.contribution_id", "contribution.id")
    .select(["contribution_version.title", "contribution.status"])
    .where("provenance", "=", "original")
    .execute();
  const listed = (records: { title: string; status: string }[]) =>
    records.map(({ title, status }) => `${title}: ${status}`).sort();
  expect(listed(rows)).toEqual(listed(demoContributions));
  const own = await store.read
    .selectFrom("audit_event")
    .innerJoin("contribution", "contribution.id", "audit_event.subject_id")
    .select("contribution.number")
    .where("event", "in", ["contribution.checked", "contribution.validated"])
    .whereRef("audit_event.actor_id", "=", "contribution.author_id")
    .execute();
  expect(own).toEqual([]);
});

it("has requests that wait for a speaker", async () => {
  const open = await store.read.selectFrom("sharing_request").select("id").where("decision", "is", null).execute();
  expect(open.length).toBeGreaterThan(2);
});

it("agrees with its audit chain and its index, and has no mail waiting for people who do not exist", async () => {
  expect((await verifyChain(store.read)).brokenAt).toBeNull();
  expect(await checkIndex(store.read, searchSources)).toEqual([]);
  expect(await store.read.selectFrom("outbox").select("id").where("state", "!=", "held").execute()).toEqual([]);
});

it("is loaded once, into an empty store only", async () => {
  const before = await count("contribution");
  expect(await loadDemonstration(store, { dataDir: store.folder, demoPassword, publicUrl: "http://localhost" })).toBe(
    false,
  );
  expect(await count("contribution")).toBe(before);
});

it("tells a newcomer who consents for each delegation", () => {
  const lines = demonstrationLines("a-password");
  const from = lines.findIndex((line) => line.startsWith("Who consents"));
  expect(lines.slice(from + 1, from + 7)).toEqual(
    ["participant.al", "participant2.ba", "participant2.xk", "participant.me", "participant.mk", "participant2.rs"].map(
      (name) => `  ${name}@demo.example`,
    ),
  );
});
