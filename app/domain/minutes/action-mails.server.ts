import { ownsActionPoint } from "#app/domain/access/action-point.ts";
import { findActorOfLine } from "#app/domain/access/find-actor.server.ts";
import { defineMail, type Sending, unsent } from "#app/domain/mail/define-mail.ts";
import { type ActionPoint, readActionPoints } from "#app/domain/minutes/find-action-points.server.ts";
import { byColumn, readTogether } from "#db/read-together.ts";
import type { Day } from "#db/schema/columns.ts";

/** An action point that somebody is reminded of, with what identifies it: its text does not travel. */
export type RemindedAction = Pick<ActionPoint, "id" | "number" | "session"> & { dueOn: Day };

/** To whoever owns an action point, a week before it is due. */
export const actionDue = defineMail({
  name: "action-due",
  subjectType: "action-point",
  isNews: true,
  find: (sending, { dueOn }: { dueOn: Day }) => findReminded(sending, dueOn),
});

/** To whoever owns an action point, once in every week after it was due. */
export const actionOverdue = defineMail({
  name: "action-overdue",
  subjectType: "action-point",
  isNews: true,
  find: (sending, { dueOn }: { dueOn: Day; week: number }) => findReminded(sending, dueOn),
});

/** The action point if it is still the recipient's, open, and due on that day. */
async function findReminded({ db, recipientId, subjectId }: Sending, dueOn: Day) {
  const [actor, point] = await Promise.all([findActorOfLine(db, recipientId), pointWith(db, subjectId)]);
  if (!point) return null;
  const { groupId, owner, delegation } = point;
  const owned = { groupId, ownerId: owner?.id ?? null, delegationId: delegation?.id ?? null };
  if (!ownsActionPoint(actor, owned)) return null;
  if (point.state !== "open") return unsent("answered");
  if (point.dueOn !== dueOn) return unsent("replaced");
  const { id, number, session } = point;
  return { id, number, session, dueOn } satisfies RemindedAction;
}

const pointWith = readTogether(async (db, ids) =>
  byColumn(await readActionPoints(db.selectFrom("action_point").where("action_point.id", "in", ids)), "id"),
);
