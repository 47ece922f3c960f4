import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sectionField } from "#app/domain/knowledge/templates.ts";
import { paths } from "#app/paths.ts";
import { writeTransaction } from "#db/store.ts";
import type { Verdict } from "#tests/routes/answers.ts";
import { type Ask, ask, verdict } from "#tests/routes/asking.ts";
import { type Asker, hiddenWord, openTarget, type Target } from "#tests/routes/target.ts";
import { anAgendaTemplate } from "#tests/support/factories/sessions.ts";
import { commits } from "#tests/support/store.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

const snapshot = { kind: "challenge", title: "Stolen", summary: "One sentence.", language: "en" };
const full = { ...snapshot, form: "full", [sectionField("expected")]: "What was expected.", phase: "pre-release" };

/** Status of a form sent, and whether anything was written. */
async function send(asker: Asker, path: string, form: Ask["form"]): Promise<[status: Verdict, wrote: boolean]> {
  const before = await commits(target.store);
  const answer = await ask(target, asker, path, { form });
  return [verdict(answer), (await commits(target.store)) !== before];
}

const refused = (status: Verdict): [Verdict, boolean] => [status, false];

describe("two ids in one request", () => {
  it("belong together or lead nowhere", async () => {
    const { session, alSession, item, alItem, internalItem } = target.things;
    const item2 = { kind: "discussion", title: "Taken over", minutes: "10", visibility: "shared", revision: "1" };
    const leads = async (path: string, form: Ask["form"] = {}) => send("consultant", path, form);
    expect(await leads(paths.agendaItem(session, alItem), item2)).toEqual(refused(404));
    expect(await leads(paths.agendaItem(alSession, item), item2)).toEqual(refused(404));
    expect(await leads(paths.agendaItemPosition(session, alItem), { direction: "up" })).toEqual(refused(404));
    expect(await leads(paths.agendaItemRemoval(session, alItem))).toEqual(refused(404));
    expect(await leads(paths.agendaItemRemoval(session, alItem), { undo: "1" })).toEqual(refused(404));
    const captured = async (asker: Asker, sessionId: string, itemId: string) =>
      send(asker, paths.newContribution(), { ...snapshot, intent: "submit", sessionId, itemId });
    expect(await captured("participant", session, alItem)).toEqual(refused(404));
    expect(await captured("participant", alSession, alItem)).toEqual(refused(404));
    expect(await captured("participant", session, internalItem)).toEqual(refused(404));
    expect(await captured("participant", "", item)).toEqual(refused(404));
    expect(await captured("participant", session, item)).toEqual([303, true]);
  });

  it("counts the record of the address, not one named in the form", async () => {
    const { record, alRecord, draft } = target.things;
    const form = { ...snapshot, intent: "save", number: alRecord, revision: "1", attribution: "group" };
    expect(await send("participant", paths.contributionEdit(record), form)).toEqual([303, true]);
    expect(await titleOf(alRecord)).toBe("Record of the other");
    expect(await titleOf(record)).toBe("Stolen");
    for (const intent of ["submit", "draft", "save", "complete", "keep", "autosave", "full"]) {
      expect(await send("participant", paths.newContribution(), { ...form, intent })).toEqual(refused(404));
    }
    expect(await send("participant", "/contributions/drafts", { ...snapshot, number: alRecord })).toEqual(refused(404));
    expect(await send("speaker", "/contributions/drafts", { ...snapshot, number: draft })).toEqual(refused(404));
    expect(await send("speaker", paths.contributionEdit(draft), { ...snapshot, intent: "submit" })).toEqual(
      refused(404),
    );
    expect(await titleOf(draft)).toBe(`Draft ${hiddenWord}`);
  });

  it("does not write on a submitted record as if it were a draft", async () => {
    const { record } = target.things;
    const over = { ...snapshot, number: record };
    expect(await send("participant", "/contributions/drafts", over)).toEqual(refused(422));
    expect(await send("organiser", "/contributions/drafts", over)).toEqual(refused(404));
    expect(await titleOf(record)).toBe(`Late notice ${hiddenWord}`);
  });

  it("takes institutions, themes, references, records, delegations and templates that fit, and no others", async () => {
    const { session, alRecord, draft } = target.things;
    const { institutions, beneficiaries, people, groupId, roundId } = target.w;
    const post = (more: Ask["form"]) =>
      send("participant", paths.newContribution(), {
        ...full,
        intent: "submit",
        themes: "T01",
        ...more,
      });
    expect(await post({ institutionId: institutions.al })).toEqual(refused(422));
    expect(await post({ institutionId: "nowhere" })).toEqual(refused(422));
    expect(await post({ themes: "T99" })).toEqual(refused(422));
    expect(await post({ referenceId: "nowhere" })).toEqual(refused(422));
    expect(await post({ linkRelation: "addresses", linkNumber: alRecord })).toEqual(refused(422));
    expect(await post({ linkRelation: "addresses", linkNumber: draft })).toEqual(refused(422));
    expect(await post({ institutionId: institutions.ba })).toEqual([303, true]);
    const foreign = await writeTransaction(target.store, (db) =>
      anAgendaTemplate(db, { group_id: target.w.otherGroupId }),
    );
    const template = { templateId: foreign, mode: "append" };
    expect(await send("organiser", paths.agendaTemplate(session), template)).toEqual(refused(422));
    const time = { date: "2099-11-05", time: "09:00", minutes: "60", language: "en", attribution: "beneficiary" };
    const planned = { ...time, beneficiaryId: beneficiaries.ba, consultantIds: people.consultant };
    const plan = (more: Ask["form"]) => send("organiser", paths.newSession(roundId), { ...planned, ...more });
    expect(await plan({ templateId: foreign })).toEqual(refused(422));
    expect(await plan({ beneficiaryId: "nowhere" })).toEqual(refused(422));
    expect(await plan({ consultantIds: people.otherConsultant })).toEqual(refused(422));
    expect(await plan({ interpreterId: people.participantAl })).toEqual(refused(422));
    expect(await plan({ delegatesShown: "1", delegateIds: people.participantAl })).toEqual(refused(422));
    const invite = { groupId, address: "x@test.example", name: "X", locale: "en", role: "participant" };
    const inviting = (more: Ask["form"]) => send("organiser", paths.newInvitation(), { ...invite, ...more });
    expect(await inviting({ groupId: target.w.otherGroupId, role: "observer" })).toEqual(refused(404));
    expect(await inviting({ beneficiaryId: beneficiaries.ba, institutionId: institutions.al })).toEqual(refused(422));
  });

  it("tells nothing of a foreign id in the words of the refusal", async () => {
    const post = async (linkNumber: string) => {
      const form = { ...full, intent: "submit", themes: "T01", linkRelation: "addresses", linkNumber };
      const { status, body } = await ask(target, "participant", paths.newContribution(), { form });
      return [status, body.replaceAll(linkNumber, "N").replace(/[\w-]{16,}/g, "·")];
    };
    const { alRecord } = target.things;
    expect(await post(alRecord)).toEqual(await post(alRecord.replace(/....$/, "ZZZZ")));
  });
});

async function titleOf(number: string): Promise<string | undefined> {
  const row = await target.store.read
    .selectFrom("contribution")
    .innerJoin("contribution_version", "contribution_version.contribution_id", "contribution.id")
    .select("title")
    .where("number", "=", number)
    .executeTakeFirst();
  return row?.title;
}
