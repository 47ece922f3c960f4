import { expect, it } from "vitest";
import { isUnsent } from "#app/domain/mail/define-mail.ts";
import { actionDue } from "#app/domain/minutes/action-mails.server.ts";
import { amendmentDecided, minutesCirculated } from "#app/domain/minutes/minutes-mails.server.ts";
import { writeTransaction } from "#db/store.ts";
import { during, type HeldSession, heldSession } from "#tests/domain/minutes/record-world.ts";
import { aMinutes, anActionPoint, anAmendment } from "#tests/support/factories/minutes.ts";

const dueOn = "2026-12-01";

it("tells of minutes and of amendments only who still sees the session, and of an amendment its proposer", async () => {
  const w = await heldSession();
  const amendment = await writeTransaction(w.store, async (db) => {
    const circulated = { by: w.people.organiser, at: during.toISOString(), state: "circulated" } as const;
    await aMinutes(db, { session_id: w.sessionId, ...circulated });
    return anAmendment(db, { session_id: w.sessionId, author_id: w.people.participantBa, decision: "accepted" });
  });
  const told = async () => ({
    minutes: await receivers(w, (sending) => minutesCirculated.find({ ...sending, subjectId: w.sessionId }, {})),
    amendment: await receivers(w, (sending) =>
      amendmentDecided.find({ ...sending, subjectId: w.sessionId }, { amendment }),
    ),
  });
  expect(await told()).toEqual({
    minutes: ["consultant", "organiser", "participantBa", "speakerBa"],
    amendment: ["participantBa"],
  });
  await writeTransaction(w.store, (db) =>
    db
      .updateTable("session_person")
      .set({ removed_at: during.toISOString() })
      .where("account_id", "=", w.people.participantBa)
      .execute(),
  );
  await endMembership(w, w.people.organiser);
  expect(await told()).toEqual({ minutes: ["consultant", "speakerBa"], amendment: [] });
});

it("reminds of an action point only its owner and the delegation that owns it, while they are members", async () => {
  const w = await heldSession();
  const of = { group_id: w.groupId, session_id: w.sessionId, due_on: dueOn };
  const [own, delegations] = await writeTransaction(w.store, async (db) => [
    await anActionPoint(db, { ...of, owner_id: w.people.participantBa }),
    await anActionPoint(db, { ...of, number: 2, delegation_id: w.beneficiaries.ba }),
  ]);
  const told = (subjectId = "") => receivers(w, (sending) => actionDue.find({ ...sending, subjectId }, { dueOn }));
  expect([await told(own), await told(delegations)]).toEqual([["participantBa"], ["participantBa", "speakerBa"]]);
  await endMembership(w, w.people.participantBa);
  expect([await told(own), await told(delegations)]).toEqual([[], ["speakerBa"]]);
});

/** The people of the world whom a mail would tell something, by name. */
async function receivers(
  { store, people }: HeldSession,
  find: (sending: { db: HeldSession["store"]["read"]; recipientId: string; now: Date }) => Promise<unknown>,
): Promise<string[]> {
  const told: string[] = [];
  for (const [name, recipientId] of Object.entries(people)) {
    const found = await find({ db: store.read, recipientId, now: during });
    if (found && !isUnsent(found)) told.push(name);
  }
  return told.sort();
}

async function endMembership(w: HeldSession, accountId: string): Promise<void> {
  const ended = { ended_at: during.toISOString() };
  await writeTransaction(w.store, (db) =>
    db.updateTable("membership").set(ended).where("account_id", "=", accountId).execute(),
  );
}
