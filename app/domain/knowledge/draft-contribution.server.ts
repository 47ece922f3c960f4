import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { Conflict, type Fault, NotFound, Refused } from "#app/domain/errors.ts";
import { type Knowing, knownRevision } from "#app/domain/forms/known-revision.server.ts";
import { isId } from "#app/domain/identity.server.ts";
import type { ContributionInput } from "#app/domain/knowledge/contribution-input.ts";
import { type ContributionRow, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { type CaptureContext, findContext } from "#app/domain/knowledge/find-context.server.ts";
import { findSource, type Source } from "#app/domain/knowledge/find-source.server.ts";
import { formValues } from "#app/domain/knowledge/form-values.ts";
import { type Prepared, prepareContribution } from "#app/domain/knowledge/prepare-contribution.server.ts";
import { missingIn } from "#app/domain/knowledge/requirements.ts";
import { readStoredContribution, type StoredContribution } from "#app/domain/knowledge/stored-contribution.server.ts";
import {
  addContributions,
  type ContributionChange,
  changeContributions,
} from "#app/domain/knowledge/write-contributions.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface DraftInput extends ContributionInput {
  /** The draft that is written on; null begins one. */
  number?: string | null;
  /** What the draft that is begun is to be called inside, drawn by the page: sent twice, it is the same draft. */
  draftId?: string | null;
  /** What the form knows of the draft; left out where there is no form. */
  knows?: Knowing | null;
  /** The group of a contribution that comes from no session. */
  groupId: string | null;
}

/**
 * Keeps whatever is there as a draft that its author alone sees. Nothing is required; only identity numbers and texts
 * that cannot be rendered are refused.
 * @throws NotFound, Forbidden, Conflict with the current values by field, Refused
 */
export async function draftContribution(
  store: Store,
  actor: Actor,
  input: DraftInput,
  now: Date = new Date(),
): Promise<{ contributionId: string; number: string; revision: number }> {
  return writeTransaction(store, async (db) => {
    const draft = await prepareDraft(db, actor, input, null, now);
    const { id, number, revision } = await writeDraft(db, actor, draft, { set: {}, events: () => [] }, now);
    return { contributionId: id, number, revision };
  });
}

/** A draft that may be written, with where it comes from. */
export interface Draft {
  existing: ContributionRow | null;
  /** What a new one is called inside; null draws it. */
  id: string | null;
  kind: ContributionRow["kind"];
  attribution: ContributionRow["attribution"];
  context: CaptureContext;
  source: Source;
  prepared: Prepared;
}

/**
 * Checks a draft that is begun or written on. With a depth, everything that a submission at that depth requires must be
 * there.
 * @throws NotFound, Forbidden, Conflict, Refused
 */
export async function prepareDraft(
  db: Db,
  actor: Actor,
  input: DraftInput,
  depth: ContributionRow["depth"] | null,
  now: Date,
): Promise<Draft> {
  const existing = await findDraft(db, actor, input);
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
  if (existing && stored && input.knows) {
    const known = await knownRevision(db, existing.author_id, input.knows);
    if (known !== existing.revision) throw new Conflict(draftValues(existing, stored), existing.id);
  }
  const checked = await prepareContribution(db, actor, input, stored, { draft: depth === null, now });
  const all: Fault[] = [...faults, ...checked.faults];
  if (depth) all.push(...missingIn(input.kind, checked.prepared, depth));
  if (depth && source.beneficiary === "" && !faults.some(({ field }) => field === "beneficiary")) {
    all.push({ field: "beneficiary", message: { key: "common.required" } });
  }
  if (all.length > 0) throw new Refused(all);
  const attribution = input.attribution ?? existing?.attribution ?? context.attribution;
  const id = input.draftId ?? null;
  return { existing, id, kind: input.kind, attribution, context, source, prepared: checked.prepared };
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
    // Nothing is kept of what it said, but every save has a number: a second window finds out that there was one.
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
    [{ id: draft.id, row, groupCode: context.groupCode, text, pointers, events }],
    now,
  );
  return findRow(db, added?.id ?? "");
}

function findRow(db: Db, id: string): Promise<ContributionRow> {
  return db.selectFrom("contribution").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

/** The draft a form writes on: the one of its number, or the one it began itself without getting the answer. */
async function findDraft(db: Db, actor: Actor, { number, draftId }: DraftInput): Promise<ContributionRow | null> {
  const row = number ? await findContributionRow(db, actor, number) : await findById(db, draftId);
  if (!row) return null;
  if (row.author_id !== actor.accountId) throw new NotFound("draft");
  if (row.status !== "draft") throw new Refused({ key: "knowledge.alreadySubmitted", params: { number: row.number } });
  return row;
}

async function findById(db: Db, id: string | null | undefined): Promise<ContributionRow | undefined> {
  if (!id) return undefined;
  if (!isId(id)) throw new NotFound("draft");
  return db.selectFrom("contribution").selectAll().where("id", "=", id).executeTakeFirst();
}

/** What the form of a draft is filled in with: its author is told all of it. */
function draftValues(row: ContributionRow, stored: StoredContribution): Record<string, string | string[]> {
  const { attribution, beneficiary, institution_id } = row;
  return { ...formValues(stored), number: row.number, attribution, beneficiary, institutionId: institution_id ?? "" };
}
