import { expect, it } from "vitest";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { whatAwaitsView } from "#app/views/home/what-awaits-view.server.ts";
import { writeTransaction } from "#db/store.ts";
import { now, type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { aContribution, aSharingRequest } from "#tests/support/factories/contributions.ts";
import { aMail } from "#tests/support/factories/outbox.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

it("gives each person what waits for that person", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w, { date: "2026-11-05" });
  await schedule(w, { beneficiaryId: w.beneficiaries.al, interpreterId: null });
  const own = await record(w, w.people.participantBa, "draft", "Mine");
  await record(w, w.people.speakerBa, "draft", "Not for others");
  const asked = await record(w, w.people.participantBa, "complete", "Shared?");
  await ask(w, asked);
  await failedMail(w, w.groupId);
  await failedMail(w, w.otherGroupId);
  const awaits = async (accountId: string) => {
    const found = whatAwaitsView(
      await findWhatAwaits(w.store.read, await w.actor(accountId), w.groupId, now),
      viewer(),
    );
    return {
      sessions: [found.next, ...found.others].map((session) => session?.beneficiary ?? null),
      drafts: found.drafts.map(({ title }) => title),
      requests: found.requests.map(({ title }) => title),
      round: found.round?.title ?? null,
      failedMails: found.failedMails,
    };
  };
  const nothing = { drafts: [], requests: [], round: null, failedMails: 0 };
  expect(await awaits(w.people.participantBa)).toEqual({
    ...nothing,
    sessions: ["Bosnia and Herzegovina"],
    drafts: ["Mine"],
  });
  expect(await awaits(w.people.speakerBa)).toEqual({
    ...nothing,
    sessions: ["Bosnia and Herzegovina"],
    drafts: ["Not for others"],
    requests: ["Shared?"],
  });
  expect(await awaits(w.people.speakerAl)).toEqual({ ...nothing, sessions: ["Albania"] });
  expect(await awaits(w.people.consultant)).toEqual({ ...nothing, sessions: ["Albania", "Bosnia and Herzegovina"] });
  expect(await awaits(w.people.observer)).toEqual({ ...nothing, sessions: [null] });
  expect(await awaits(w.people.organiser)).toEqual({
    ...nothing,
    sessions: ["Albania", "Bosnia and Herzegovina"],
    round: "November round",
    failedMails: 1,
  });
  expect(own).not.toBe(asked);
});

function record(w: SessionWorld, authorId: string, status: "draft" | "complete", title: string): Promise<string> {
  const from = { group_id: w.groupId, author_id: authorId, beneficiary: "ba", delegation_id: w.beneficiaries.ba };
  return writeTransaction(w.store, (db) => aContribution(db, { ...from, status, title }));
}

async function ask(w: SessionWorld, contributionId: string): Promise<void> {
  const request = { contribution_id: contributionId, asked_by: w.people.consultant };
  await writeTransaction(w.store, (db) => aSharingRequest(db, request));
}

async function failedMail(w: SessionWorld, groupId: string): Promise<void> {
  await writeTransaction(w.store, (db) => aMail(db, { group_id: groupId, state: "failed" }));
}
