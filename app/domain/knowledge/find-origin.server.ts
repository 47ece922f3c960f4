import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { sharedRounds } from "#app/domain/access/attribution.server.ts";
import { type Disclosure, disclosesRound } from "#app/domain/access/attribution.ts";
import { can } from "#app/domain/access/policy.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import type { ContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import type { ContributionView } from "#app/domain/knowledge/record-view.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { relationsToSession } from "#app/domain/sessions/session-relations.server.ts";
import type { Formats } from "#app/domain/time/format.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/store.ts";

type Origin = Pick<ContributionView, "round" | "session" | "item">;

/**
 * The links of the chain before a record: the round for everybody, session and agenda item for those who see the
 * session. Where nobody is to be named, a round that fewer than three delegations share is left out.
 */
export async function findOrigin(
  db: Db,
  actor: Actor,
  row: ContributionRow,
  reader: { disclosed: Disclosure; locale: string; formats: Formats },
): Promise<Origin> {
  if (!row.round_id) return { round: null, session: null, item: null };
  const named = disclosesRound(reader.disclosed, await isShared(db, row.round_id));
  const round = named ? await findRound(db, actor, row, reader.locale) : null;
  const session = row.session_id
    ? await sessionsVisibleTo(db, actor)
        .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
        .select(["session.id", "session.starts_at", "beneficiary.names", "beneficiary.mark"])
        .where("session.id", "=", row.session_id)
        .executeTakeFirst()
    : undefined;
  if (!session) return { round, session: null, item: null };
  const item = row.agenda_item_id
    ? await db
        .selectFrom("agenda_item")
        .select(["id", "title", "visibility"])
        .where("id", "=", row.agenda_item_id)
        .where("session_id", "=", session.id)
        .where("removed_at", "is", null)
        .executeTakeFirst()
    : undefined;
  // Internal items are there for those who see them on the agenda, and for nobody else.
  const subject = {
    groupId: row.group_id,
    relations: await relationsToSession(db, actor, { id: session.id, groupId: row.group_id }),
  };
  const seesItem = item?.visibility === "shared" || can(actor, "agenda.view-internal", subject);
  const href = paths.session(session.id);
  return {
    round,
    session: {
      beneficiary: nameWithMark(session, reader.locale),
      date: reader.formats.dateShort(session.starts_at),
      href,
    },
    item: item && seesItem ? { title: item.title, href: `${href}#item-${item.id}` } : null,
  };
}

async function findRound(db: Db, actor: Actor, row: ContributionRow, locale: string): Promise<Origin["round"]> {
  const round = await db
    .selectFrom("round")
    .select(["id", "titles"])
    .where("id", "=", row.round_id)
    .executeTakeFirstOrThrow();
  const href = membershipIn(actor, row.group_id) ? paths.round(round.id) : null;
  return { title: label(parseLabels(round.titles), locale), href };
}

async function isShared(db: Db, roundId: string): Promise<boolean> {
  return (await sharedRounds(db).where("round.id", "=", roundId).executeTakeFirst()) !== undefined;
}
