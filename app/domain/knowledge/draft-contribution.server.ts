import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import type { ContributionInput } from "#app/domain/knowledge/contribution-input.ts";
import { type ContributionRow, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { drawNumber } from "#app/domain/knowledge/draw-number.server.ts";
import { findContext } from "#app/domain/knowledge/find-context.server.ts";
import { findSource } from "#app/domain/knowledge/find-source.server.ts";
import { prepareContribution } from "#app/domain/knowledge/prepare-contribution.server.ts";
import { missingIn } from "#app/domain/knowledge/requirements.ts";
import { readStoredContribution } from "#app/domain/knowledge/stored-contribution.server.ts";
import { insertContribution, updateContribution } from "#app/domain/knowledge/write-contribution.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface DraftInput extends ContributionInput {
  /** The draft that is written on; null begins one. */
  number?: string | null;
  /** The group of a record that comes from no session. */
  groupId: string | null;
}

/**
 * Keeps whatever is there as a draft that its author alone sees. Nothing is required; only identity numbers and texts
 * that cannot be rendered are refused.
 * @throws NotFound, Forbidden, Refused
 */
export async function draftContribution(
  store: Store,
  actor: Actor,
  input: DraftInput,
  now: Date = new Date(),
): Promise<{ contributionId: string; number: string }> {
  return writeTransaction(store, async (db) => {
    const row = await writeDraft(db, actor, input, { depth: null, now });
    return { contributionId: row.id, number: row.number };
  });
}

/** Begins a draft or writes on one. With a depth, everything that a submission at that depth requires must be there. */
export async function writeDraft(
  db: Db,
  actor: Actor,
  input: DraftInput,
  options: { depth: "snapshot" | "full" | null; now: Date },
): Promise<ContributionRow> {
  const { depth, now } = options;
  const existing = input.number ? await findDraft(db, actor, input.number) : null;
  const context = await findContext(
    db,
    actor,
    existing
      ? { groupId: existing.group_id, sessionId: existing.session_id, itemId: existing.agenda_item_id }
      : { groupId: input.groupId, sessionId: input.sessionId, itemId: input.itemId },
  );
  authorise(actor, "contribution.post", { groupId: context.groupId });
  const chosen = {
    beneficiary: input.beneficiary ?? existing?.beneficiary,
    institutionId: input.institutionId === undefined && existing ? existing.institution_id : input.institutionId,
  };
  const { source, faults } = await findSource(db, actor, context, chosen);
  const stored = existing ? await readStoredContribution(db, actor, existing.id) : null;
  const checked = await prepareContribution(db, actor, input, stored, { draft: depth === null, now });
  const all = [...faults, ...checked.faults, ...(depth ? missingIn(input.kind, checked.prepared, depth) : [])];
  if (depth && source.beneficiary === "" && !faults.some(({ field }) => field === "beneficiary")) {
    all.push({ field: "beneficiary", message: { key: "common.required" } });
  }
  if (all.length > 0) throw new Refused(all);

  const at = now.toISOString();
  const facts = {
    kind: input.kind,
    beneficiary: source.beneficiary,
    delegation_id: source.delegationId,
    institution_id: source.institutionId,
    attribution: input.attribution ?? existing?.attribution ?? context.attribution,
    updated_at: at,
  };
  const id = existing?.id ?? newId();
  if (existing) {
    await updateContribution(db, actor, id, facts, input.language, checked.prepared);
  } else {
    const row = {
      ...facts,
      id,
      group_id: context.groupId,
      number: await drawNumber(db, context.groupCode, now),
      depth: "snapshot" as const,
      status: "draft" as const,
      author_id: actor.accountId!,
      round_id: context.session?.round.id ?? null,
      session_id: context.session?.id ?? null,
      agenda_item_id: context.item?.id ?? null,
      created_at: at,
    };
    await insertContribution(db, actor, row, input.language, checked.prepared);
    await recordEvent(db, actor, "contribution.drafted", row, {}, now);
  }
  return db.selectFrom("contribution").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

async function findDraft(db: Db, actor: Actor, number: string): Promise<ContributionRow> {
  const row = await findContributionRow(db, actor, number);
  if (row.author_id !== actor.accountId) throw new NotFound("draft");
  if (row.status !== "draft") throw new Refused({ key: "knowledge.alreadySubmitted", params: { number } });
  return row;
}
