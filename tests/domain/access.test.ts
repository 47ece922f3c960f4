import fc from "fast-check";
import { expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { isDisclosed, sourceIsVisible } from "#app/domain/access/attribution.server.ts";
import { disclosedUnder, disclosure, type SourcePart, seesSource } from "#app/domain/access/attribution.ts";
import { contributionsVisibleTo, findContributionAccess } from "#app/domain/access/contribution.server.ts";
import { seesContribution } from "#app/domain/access/contribution.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { seesSession } from "#app/domain/access/session.ts";
import { attributions, sharingLevels } from "#app/domain/codes.ts";
import type { Db } from "#db/store.ts";
import { aContribution } from "#tests/support/factories/contributions.ts";
import { THEN } from "#tests/support/factories/given.ts";
import { aMembership } from "#tests/support/factories/people.ts";
import { aSession, aSessionPerson } from "#tests/support/factories/sessions.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { peopleOfGroup, type World, world } from "#tests/support/world.ts";

const statuses = ["draft", "captured", "complete", "validated", "returned", "archived", "withdrawn"] as const;
const at = "2026-02-01T00:00:00.000Z";

const people = [...peopleOfGroup, "otherOrganiser", "otherConsultant", "otherParticipantBa"] as const;

const parts = Object.keys(disclosedUnder) as SourcePart[];

const person = fc.constantFrom(...people);
const delegation = fc.constantFrom("al", "ba", "xk", null);

const session = fc.record({
  group: fc.boolean(),
  delegation,
  persons: fc.uniqueArray(fc.record({ who: person, removed: fc.boolean() }), {
    selector: ({ who }) => who,
    maxLength: 5,
  }),
});

const contribution = fc.record({
  group: fc.boolean(),
  author: person,
  delegation,
  session: fc.option(fc.nat({ max: 2 })),
  status: fc.constantFrom(...statuses),
  sharing: fc.constantFrom(...sharingLevels),
  attribution: fc.constantFrom(...attributions),
});

const randomWorld = fc.record({
  sessions: fc.array(session, { minLength: 3, maxLength: 3 }),
  contributions: fc.array(contribution, { minLength: 25, maxLength: 60 }),
  // Somebody has left the group, somebody observes for a delegation, somebody is in both groups.
  ended: person,
  // Somebody has become what they are after they were invited.
  moved: person,
  observes: delegation,
  both: fc.record({ who: person, role: fc.constantFrom("participant", "observer", "consultant", "organiser") }),
});
type RandomWorld = typeof randomWorld extends fc.Arbitrary<infer T> ? T : never;

it("reads as a set exactly what is seen one by one", async () => {
  await fc.assert(
    fc.asyncProperty(randomWorld, async (random) => {
      const store = testStore();
      const small = await world(store);
      const ids = await build(writing(store), small, random);
      const actors = await Promise.all([null, ...Object.values(small.people)].map((id) => small.actor(id)));
      for (const actor of actors) await compare(store.read, actor, ids);
      await store.close();
    }),
    { numRuns: 12 },
  );
}, 120_000);

async function compare(db: Db, actor: Actor, ids: { contributions: string[]; sessions: string[] }): Promise<void> {
  const seen = await contributionsVisibleTo(db, actor)
    .select((eb) => ["contribution.id", "contribution.attribution", eb.and([sourceIsVisible(eb, actor)]).as("source")])
    .select((eb) => parts.map((part) => eb.and([isDisclosed(eb, actor, part)]).as(part)))
    .execute();
  const expected: [string, boolean][] = [];
  for (const id of ids.contributions) {
    const access = (await findContributionAccess(db, id))!;
    if (seesContribution(actor, access)) expected.push([id, seesSource(actor, access)]);
  }
  expect(sorted(seen.map(({ id, source }) => [id, Boolean(source)]))).toEqual(sorted(expected));
  for (const { attribution, source, ...row } of seen) {
    const disclosed = Object.fromEntries(parts.map((part) => [part, Boolean(row[part])]));
    expect(disclosed).toEqual(disclosure(attribution, Boolean(source)));
  }

  const sessions = await sessionsVisibleTo(db, actor).select(["session.id"]).execute();
  const invited: string[] = [];
  for (const id of ids.sessions) {
    const { group_id } = await db
      .selectFrom("session")
      .select("group_id")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const audience = await db
      .selectFrom("session_person")
      .select(["account_id", "invited_at"])
      .where("session_id", "=", id)
      .where("removed_at", "is", null)
      .execute();
    const current = await db
      .selectFrom("membership")
      .select(["account_id", "standing_since"])
      .where("group_id", "=", group_id)
      .where("ended_at", "is", null)
      .execute();
    const stays = (account: string, invitedAt: string) =>
      current.some((one) => one.account_id === account && (one.standing_since ?? "never") <= invitedAt);
    const facts = {
      groupId: group_id,
      audience: audience.flatMap((one) => (stays(one.account_id, one.invited_at) ? one.account_id : [])),
    };
    if (seesSession(actor, facts)) invited.push(id);
  }
  expect(sessions.map(({ id }) => id).sort()).toEqual(invited.sort());
}

function sorted(pairs: [string, boolean][]): [string, boolean][] {
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1));
}

async function build(db: Db, small: World, random: RandomWorld) {
  const groups = [small.groupId, small.otherGroupId];
  const groupOf = (other: boolean) => groups[other ? 1 : 0]!;
  const beneficiaryOf = (code: "al" | "ba" | "xk" | null) => (code ? small.beneficiaries[code] : null);
  const sessions: string[] = [];
  for (const { group, delegation, persons } of random.sessions) {
    const at = { group_id: groupOf(group), beneficiary_id: beneficiaryOf(delegation) };
    const id = await aSession(db, { ...at, round_id: small.roundId, created_by: small.people.organiser });
    for (const { who, removed } of persons) {
      await aSessionPerson(db, { session_id: id, account_id: small.people[who], removed_at: removed ? THEN : null });
    }
    sessions.push(id);
  }
  const contributions: string[] = [];
  for (const spec of random.contributions) {
    const from = spec.session === null ? null : sessions[spec.session]!;
    contributions.push(
      await aContribution(db, {
        ...{ group_id: groupOf(spec.group), kind: "need", status: spec.status, author_id: small.people[spec.author] },
        ...{ beneficiary: spec.delegation ?? "regional", delegation_id: beneficiaryOf(spec.delegation) },
        ...{ round_id: from ? small.roundId : null, session_id: from },
        ...{ attribution: spec.attribution, sharing: spec.sharing },
      }),
    );
  }
  await db
    .updateTable("membership")
    .set({ ended_at: at })
    .where("account_id", "=", small.people[random.ended])
    .execute();
  await db
    .updateTable("membership")
    .set({ beneficiary_id: beneficiaryOf(random.observes) })
    .where("account_id", "=", small.people.observer)
    .execute();
  await db
    .updateTable("membership")
    .set({ standing_since: at })
    .where("account_id", "=", small.people[random.moved])
    .execute();
  const { who, role } = random.both;
  await aMembership(db, {
    ...{ account_id: small.people[who], role: role as "participant", beneficiary_id: small.beneficiaries.xk },
    group_id: who.startsWith("other") ? small.groupId : small.otherGroupId,
  });
  return { contributions, sessions };
}
