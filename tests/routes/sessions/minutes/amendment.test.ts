import { parseHTML } from "linkedom";
import { afterAll, beforeAll, expect, it } from "vitest";
import { storeRevision } from "#app/domain/minutes/store-revision.server.ts";
import { paths } from "#app/paths.ts";
import { writeTransaction } from "#db/store.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";
import { aDecision, aDecisionAmendment, anAmendment } from "#tests/support/factories/minutes.ts";

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

it("marks what an amendment of minutes changes, also once it is accepted, and shows its text as a whole", async () => {
  const { store, things, w } = target;
  const session_id = things.session;
  const id = await writeTransaction(store, async (db) => {
    const text = { sessionId: session_id, itemId: things.item, body: "They began in March.\nOne is trained." };
    const signed = { revision: 0, authorId: w.people.organiser, isCorrection: false, reason: "" };
    const base_revision = await storeRevision(db, { ...text, ...signed }, new Date());
    const proposed = { item_id: things.item, base_revision, body: "They began in March.\nTwo are trained." };
    return anAmendment(db, { session_id, author_id: w.people.participantBa, ...proposed });
  });
  const shown = {
    changes: "They began in March.\n[-One is][+Two are] trained.",
    proposed: "They began in March.\nTwo are trained.",
  };
  const address = paths.amendment(session_id, id);
  expect(await texts(address)).toEqual(shown);
  await ask(target, "organiser", address, { form: { decision: "accepted", reason: "" } });
  expect(await texts(address)).toEqual(shown);
});

it("marks what an amendment of a decision changes in what it says now, and says where that is nothing", async () => {
  const { store, things, w } = target;
  const session_id = things.session;
  const [some, none] = await writeTransaction(store, async (db) => {
    const said = { session_id, number: 7, created_by: w.people.organiser, text: "One\nTwo\nThree, by May" };
    const decision_id = await aDecision(db, said);
    const of = { decision_id, session_id, author_id: w.people.participantBa, base_text: "One\nTwo\nThree" };
    return [
      await aDecisionAmendment(db, { ...of, text: "One, at most\nTwo\nThree" }),
      await aDecisionAmendment(db, { ...of, text: "One\nTwo\nThree, by May" }),
    ];
  });
  expect(await texts(paths.decisionAmendment(session_id, some))).toEqual({
    changes: "One[+, at most]\nTwo\nThree, by May",
    proposed: "One, at most\nTwo\nThree",
    merged: "One, at most\nTwo\nThree, by May",
  });
  expect(await texts(paths.decisionAmendment(session_id, none))).toEqual({ proposed: "One\nTwo\nThree, by May" });
});

/** The texts of the page of an amendment, with marks as `[-taken out]` and `[+put in]`. */
async function texts(address: string): Promise<Record<string, string>> {
  const { body } = await ask(target, "organiser", address);
  const { document } = parseHTML(body);
  for (const [tag, sign] of [
    ["del", "-"],
    ["ins", "+"],
  ] as const)
    for (const mark of document.querySelectorAll(tag)) {
      mark.querySelector(".visually-hidden")?.remove();
      mark.replaceWith(`[${sign}${mark.textContent}]`);
    }
  return Object.fromEntries(
    ["changes", "proposed", "merged"].flatMap((id) => {
      const text = document.querySelector(`#${id} .pre`)?.textContent;
      return text ? [[id, text]] : [];
    }),
  );
}
