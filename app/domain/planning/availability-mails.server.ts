import { membershipIn } from "#app/domain/access/actor.ts";
import { findActorOfLine } from "#app/domain/access/find-actor.server.ts";
import { defineMail, unsent } from "#app/domain/mail/define-mail.ts";
import { isPast, type RoundFacts, readRoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import { byColumn, readTogether } from "#db/read-together.ts";

/** A round of a group, as the question for it is told. */
export interface AskedRound {
  round: RoundFacts;
  group: Labels;
}

/** The question when somebody cannot be in a session of a round. */
export const availabilityAsked = defineMail<Record<string, never>, AskedRound>({
  name: "availability-asked",
  subjectType: "round",
  replaces: true,
  find: async ({ db, recipientId, subjectId, now }) => {
    const [round, actor, answered] = await Promise.all([
      roundWith(db, subjectId),
      findActorOfLine(db, recipientId),
      answeredWith(db, `${subjectId} ${recipientId}`),
    ]);
    if (!round || !membershipIn(actor, round.round.groupId)) return null;
    if (answered) return unsent("answered");
    return isPast(round.round, now) ? unsent("over") : round;
  },
});

const roundWith = readTogether(async (db, ids) => {
  const rounds = await readRoundFacts(db.selectFrom("round").where("round.id", "in", ids));
  const groups = await db
    .selectFrom("working_group")
    .select(["id", "names"])
    .where(
      "id",
      "in",
      rounds.map(({ groupId }) => groupId),
    )
    .orderBy("id")
    .execute();
  const names = new Map(groups.map(({ id, names: labels }) => [id, parseLabels(labels)]));
  return byColumn(
    rounds.map((round) => ({ id: round.id, round, group: names.get(round.groupId) ?? {} })),
    "id",
  );
});

const answeredWith = readTogether(async (db, seats) => {
  const rows = await db
    .selectFrom("availability_answer")
    .select(["round_id", "account_id"])
    .where("answered_at", "is not", null)
    .where(
      "round_id",
      "in",
      seats.map((seat) => seat.slice(0, seat.indexOf(" "))),
    )
    .orderBy("round_id")
    .orderBy("account_id")
    .execute();
  return new Map(rows.map((row) => [`${row.round_id} ${row.account_id}`, row]));
});
