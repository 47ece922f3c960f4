import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { type Fault, NotFound, Refused } from "#app/domain/errors.ts";
import type { ContributionInput } from "#app/domain/knowledge/contribution-input.ts";
import { type ContributionRow, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { type CaptureContext, findContext } from "#app/domain/knowledge/find-context.server.ts";
import { findSource, type Source } from "#app/domain/knowledge/find-source.server.ts";
import { type Prepared, prepareContribution } from "#app/domain/knowledge/prepare-contribution.server.ts";
import { missingIn } from "#app/domain/knowledge/requirements.ts";
import { readStoredContribution } from "#app/domain/knowledge/stored-contribution.server.ts";
import {
  addContributions,
  type ContributionChange,
  changeContributions,
} from "#app/domain/knowledge/write-contributions.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface DraftInput extends ContributionInput {
  /** The draft that is written on; null begins one. */
  number?: string | null;
  /** The group of a contribution that comes from no session. */
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
    const draft = await prepareDraft(db, actor, input, null, now);
    const { id, number } = await writeDraft(db, actor, draft, { set: {}, events: () => [] }, now);
    return { contributionId: id, number };
  });
}

/** A draft that may be written, with where it comes from. */
export interface Draft {
  existing: ContributionRow | null;
  kind: ContributionRow["kind"];
  attribution: ContributionRow["attribution"];
  context: CaptureContext;
  source: Source;
  prepared: Prepared;
}

/**
 * Checks a draft that is begun or written on. With a depth, everything that a submission at that depth requires must be
 * there.
 * @throws NotFound, Forbidden, Refused
 */
export async function prepareDraft(
  db: Db,
  actor: Actor,
  input: DraftInput,
  depth: ContributionRow["depth"] | null,
  now: Date,
): Promise<Draft> {
  const existing = input.number ? await findDraft(db, actor, input.number) : null;
  const from = existing && {
    groupId: existing.group_id,
    sessionId: existing.session_id,
    itemId: existing.agenda_item_id,
  };
  const context = await findContext(db, actor, from ?? input);
  authorise(actor, "contribution.post", { groupId: context.groupId });
  const { source, faults } = await findSource(db, actor, context, {
    beneficiary: input.beneficiary ?? existing?.beneficiary,
    institutionId: input.institutionId === undefined && existing ? existing.institution_id : input.institutionId,
  });
  const stored = existing && (await readStoredContribution(db, actor, existing.id));
  const checked = await prepareContribution(db, actor, input, stored, { draft: depth === null, now });
  const all: Fault[] = [...faults, ...checked.faults];
  if (depth) all.push(...missingIn(input.kind, checked.prepared, depth));
  if (depth && source.beneficiary === "" && !faults.some(({ field }) => field === "beneficiary")) {
    all.push({ field: "beneficiary", message: { key: "common.required" } });
  }
  if (all.length > 0) throw new Refused(all);
  const attribution = input.attribution ?? existing?.attribution ?? context.attribution;
  return { existing, kind: input.kind, attribution, context, source, prepared: checked.prepared };
}

/**
 * Writes a draft as it was prepared.
 * @param further columns and events of a submission
 * @returns the row as it is then
 */
export async function writeDraft(
  db: Db,
  actor: Actor,
  draft: Draft,
  further: Pick<ContributionChange, "set" | "events">,
  now: Date,
): Promise<ContributionRow> {
  const { existing, context, source, prepared } = draft;
  const { text, pointers, classification } = prepared;
  const columns = {
    kind: draft.kind,
    beneficiary: source.beneficiary,
    delegation_id: source.delegationId,
    institution_id: source.institutionId,
    attribution: draft.attribution,
    ...classification,
    ...further.set,
  };
  if (existing) {
    const change = { row: existing, cause: null, set: columns, text, pointers, events: further.events };
    await changeContributions(db, actor, [change], now);
    return findRow(db, existing.id);
  }
  const row = {
    group_id: context.groupId,
    depth: "snapshot" as const,
    status: "draft" as const,
    author_id: actor.accountId ?? "",
    round_id: context.session?.round.id ?? null,
    session_id: context.session?.id ?? null,
    agenda_item_id: context.item?.id ?? null,
    ...columns,
  };
  const events: ContributionChange["events"] = (one) => [["contribution.drafted", one, {}], ...further.events(one)];
  const [added] = await addContributions(
    db,
    actor,
    [{ row, groupCode: context.groupCode, text, pointers, events }],
    now,
  );
  return findRow(db, added?.id ?? "");
}

function findRow(db: Db, id: string): Promise<ContributionRow> {
  return db.selectFrom("contribution").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

async function findDraft(db: Db, actor: Actor, number: string): Promise<ContributionRow> {
  const row = await findContributionRow(db, actor, number);
  if (row.author_id !== actor.accountId) throw new NotFound("draft");
  if (row.status !== "draft") throw new Refused({ key: "knowledge.alreadySubmitted", params: { number } });
  return row;
}
