import type { Actor } from "#app/domain/access/actor.ts";
import { isFrozen } from "#app/domain/access/contribution-status.ts";
import { ORIGINAL } from "#app/domain/access/indexed-values.server.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Conflict, NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import {
  type ContributionRow,
  contributionSubject,
  findContributionRow,
} from "#app/domain/knowledge/contribution-row.server.ts";
import { indexStates } from "#app/domain/knowledge/index-contributions.server.ts";
import { raiseWaiting } from "#app/domain/knowledge/raise-sharing.server.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface SecondInput {
  number: string;
  /** Of the version that was read. */
  language: LanguageCode;
  /** The revision that was read; another one now is a conflict. */
  revision: number;
}

/**
 * Notes that somebody who reviews in the group and wrote none of it has read a language version: from then on it is
 * heard as far as the delegation consented to. With the original the level is raised to what waits for that.
 * @throws NotFound, Forbidden, Conflict, Refused
 */
export async function secondVersion(
  store: Store,
  actor: Actor,
  { number, language, revision }: SecondInput,
  now: Date = new Date(),
): Promise<{ number: string; language: LanguageCode }> {
  return writeTransaction(store, async (db) => {
    const row = await findContributionRow(db, actor, number);
    authorise(actor, "contribution.second", contributionSubject(actor, row));
    const version = await db
      .selectFrom("contribution_version")
      .select(["id", "provenance", "written_by", "seconded_at"])
      .where("contribution_id", "=", row.id)
      .where("language", "=", language)
      .executeTakeFirst();
    if (!version) throw new NotFound("record");
    if (row.revision !== revision) throw new Conflict({ revision: String(row.revision) }, row.id);
    if (isFrozen(row.status) || version.seconded_at !== null) throw new Refused({ key: "knowledge.reviewNotNow" });
    if (!isOther(actor, row, version)) throw new Refused({ key: "knowledge.reviewOwn" });
    await db
      .updateTable("contribution_version")
      .set({ seconded_by: actor.accountId, seconded_at: now.toISOString() })
      .where("id", "=", version.id)
      .execute();
    if (version.provenance === "original") {
      await db.updateTable("contribution").set({ unread_reason: null }).where("id", "=", row.id).execute();
    }
    await recordEvent(db, actor, "contribution.seconded", row, { language, revision }, now);
    await indexStates(db, [row.id]);
    if (version.provenance === "original") await raiseWaiting(db, actor, row.id, null, now);
    return { number, language };
  });
}

/** Whether the actor wrote none of what the original of a contribution says now. */
export async function maySecond(db: Db, actor: Actor, row: ContributionRow): Promise<boolean> {
  const original = await db
    .selectFrom("contribution_version")
    .select("written_by")
    .where("contribution_id", "=", row.id)
    .where("provenance", "=", ORIGINAL)
    .executeTakeFirstOrThrow();
  return isOther(actor, row, original);
}

function isOther(actor: Actor, row: Pick<ContributionRow, "author_id">, version: { written_by: string | null }) {
  return actor.accountId !== row.author_id && actor.accountId !== version.written_by;
}
