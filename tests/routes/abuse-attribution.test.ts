import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { decideSharing } from "#app/domain/knowledge/decide-sharing.server.ts";
import { secondVersion } from "#app/domain/knowledge/second-version.server.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import { paths } from "#app/paths.ts";
import { type Answer, ask } from "#tests/routes/asking.ts";
import { type Asker, hiddenWord, openTarget, type Target } from "#tests/routes/target.ts";
import { writing } from "#tests/support/store.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

const data = (path: string) => path.replace(/^([^?]+)/, "$1.data");

/** What would tell who said it: names and ids of people, institution, delegation, session and item. */
async function tells(): Promise<string[]> {
  const { w, things } = target;
  const { id } = await target.store.read
    .selectFrom("contribution")
    .select("author_id as id")
    .where("number", "=", things.record)
    .executeTakeFirstOrThrow();
  return [
    ...["participantBa", "speakerBa", id, w.people.speakerBa, "participantba@test.example"],
    ...[w.institutions.ba, "Probation service ba", w.beneficiaries.ba, "Bosnia and Herzegovina"],
    ...[things.session, things.item, things.internalItem, `Item ${hiddenWord}`, "2099-11-06T"],
  ];
}

const told = async (answer: Answer) => (await tells()).filter((sign) => answer.body.includes(sign));

/** The delegation's speaker lets the group, or everybody, read the record. Nobody is to be named. */
async function share(level: "group" | "public"): Promise<void> {
  const { store, w, things } = target;
  const speaker = await w.actor(w.people.speakerBa);
  await decideSharing(store, speaker, { requestId: things.request, decision: "granted", note: "" });
  if (level === "group") return;
  const reader = await w.actor(w.people.consultant);
  await secondVersion(store, reader, { number: things.record, language: "en", revision: 2 });
  await askSharing(store, speaker, { number: things.record, level, note: "" });
}

describe("a record whose source is the group", () => {
  it("names nobody on any page, in its data, in lists, in the search or in exports of the page", async () => {
    await share("public");
    const { record, reference } = target.things;
    const inside = [
      ...[paths.contribution(record), paths.contributionHistory(record), paths.home(), paths.myContributions()],
      ...[paths.search({ q: "late notice" }), paths.search({ q: record }), paths.search({ q: "late", kind: "need" })],
      paths.search({ q: "late", institution: "probation" }),
      ...[paths.reference(reference), paths.round(target.w.roundId)],
    ];
    const outside = [paths.publicContribution("en", record), paths.publicKnowledge("en", { q: "late notice" })];
    for (const asker of ["otherDelegation", "observer"] as Asker[]) {
      for (const path of [...inside, ...outside]) {
        for (const address of [path, data(path)]) {
          const answer = await ask(target, asker, address);
          expect([asker, address, answer.status, await told(answer)]).toEqual([asker, address, 200, []]);
        }
      }
    }
    for (const path of outside) expect([path, await told(await ask(target, "anonymous", path))]).toEqual([path, []]);
    // The search does find it, and those in the session are told.
    const found = await ask(target, "observer", paths.search({ q: "late notice" }));
    expect(found.body).toContain(record);
    const own = await told(await ask(target, "participant", paths.contribution(record)));
    expect(own).toEqual(expect.arrayContaining(["participantBa", "Probation service ba", "Bosnia and Herzegovina"]));
  });

  it("does not answer whether it came from a delegation, an institution or a session", async () => {
    await share("group");
    const { record, session } = target.things;
    const answerTo = async (filter: Record<string, string>) => {
      const answer = await ask(target, "observer", data(paths.search({ q: "late notice", ...filter })));
      return answer.body.includes(record);
    };
    expect(await answerTo({})).toBe(true);
    for (const beneficiary of ["ba", "al"]) expect(await answerTo({ beneficiary })).toBe(false);
    for (const institution of ["probation", "prison"]) expect(await answerTo({ institution })).toBe(false);
    expect(await answerTo({ round: target.w.roundId })).toBe(false);
    // A session that the reader does not see is no filter, as one that does not exist.
    expect(await answerTo({ session })).toBe(await answerTo({ session: "nowhere" }));
  });

  it("keeps its source from consultants of other sessions, who read and edit it", async () => {
    const { record, request } = target.things;
    const pages = [
      ...[paths.contribution(record), paths.contributionEdit(record), paths.contributionHistory(record)],
      ...[paths.contributionSharing(record), paths.sharingRequest(request)],
      ...[`${paths.contribution(record)}/translation?language=bs`, paths.home(), paths.search({ q: "late notice" })],
    ];
    const ids = (await tells()).filter(
      (sign) => sign !== "Bosnia and Herzegovina" && sign !== target.w.beneficiaries.ba,
    );
    for (const path of pages) {
      for (const address of [path, data(path)]) {
        const { status, body } = await ask(target, "otherConsultant", address);
        expect([address, status, ids.filter((sign) => body.includes(sign))]).toEqual([address, 200, []]);
      }
    }
    // The form offers no delegation to choose, and says none.
    const { body } = await ask(target, "otherConsultant", paths.contributionEdit(record));
    expect(body.slice(body.indexOf("<main"), body.indexOf("</main>"))).not.toMatch(/Bosnia|Albania/);
  });

  it("keeps its institution when such a consultant saves it", async () => {
    const { store, w, things } = target;
    const source = () =>
      store.read
        .selectFrom("contribution")
        .select(["institution_id", "beneficiary", "attribution"])
        .where("number", "=", things.record)
        .executeTakeFirstOrThrow();
    const words = { kind: "challenge", title: "Late notice", summary: "Better.", language: "en", attribution: "group" };
    const form = { ...words, form: "full", intent: "save", revision: "1", institutionId: "" };
    const saved = await ask(target, "otherConsultant", paths.contributionEdit(things.record), { form });
    expect(saved.status).toBe(303);
    const before = { institution_id: w.institutions.ba, beneficiary: "ba", attribution: "group" };
    expect(await source()).toEqual(before);
    const forged = {
      ...form,
      revision: "2",
      institutionId: w.institutions.al,
      beneficiary: "al",
      attribution: "person",
    };
    expect((await ask(target, "otherConsultant", paths.contributionEdit(things.record), { form: forged })).status).toBe(
      422,
    );
    expect(await source()).toEqual(before);
  });
});

it("does not tell the delegation of items that are internal to the consultants", async () => {
  const { store, w, things } = target;
  const { internalItem, session, item } = things;
  const captured = await submitContribution(store, await w.actor(w.people.consultant), {
    ...{ kind: "challenge", title: "Said aside", summary: "One sentence.", language: "en", depth: "snapshot" },
    ...{ groupId: w.groupId, sessionId: session, itemId: internalItem },
  });
  const number = captured.number;
  const pages = [paths.contribution(number), paths.contributionHistory(number), paths.session(session), paths.home()];
  for (const path of [...pages, paths.sessionCalendar(session), paths.search({ q: "aside" })]) {
    for (const address of path.endsWith(".ics") ? [path] : [path, data(path)]) {
      const { status, body } = await ask(target, "participant", address);
      const leaks = [internalItem, "Wombatgram"].filter((sign) => body.includes(sign));
      expect([address, status, leaks]).toEqual([address, 200, []]);
    }
  }
  const { body } = await ask(target, "consultant", paths.contribution(number));
  expect([body.includes("Wombatgram"), body.includes(item)]).toEqual([true, false]);
});

it("answers an outsider the same with and without a hidden record", async () => {
  const { store, things } = target;
  const pages = [
    ...[paths.home(), paths.search({ q: "notice" }), paths.search(), paths.search({ q: hiddenWord }), paths.rounds()],
    ...[paths.round(target.w.roundId), paths.references(), paths.members(), paths.myContributions()],
  ];
  const all = async () => {
    const bodies = [];
    for (const path of [...pages, ...pages.map(data)]) {
      const { status, body } = await ask(target, "observer", path);
      bodies.push([path, status, body.replace(/[\w-]{16,}/g, "·")]);
    }
    return bodies;
  };
  const before = await all();
  const gone = writing(store)
    .selectFrom("contribution")
    .select("id")
    .where("number", "in", [things.record, things.alRecord]);
  await writing(store).deleteFrom("search_document").where("record_id", "in", gone).execute();
  await writing(store).deleteFrom("contribution").where("number", "in", [things.record, things.alRecord]).execute();
  const ofSessions = [
    ...["attendance", "session_guest", "minutes_revision", "minutes_amendment", "minutes_text", "minutes"],
    ...["decision_amendment", "decision", "action_point", "answer_link", "session_answer", "received_reply"],
    ...["agenda_item", "session_person", "session"],
  ] as const;
  for (const table of ofSessions) await writing(store).deleteFrom(table).execute();
  expect(await all()).toEqual(before);
});
