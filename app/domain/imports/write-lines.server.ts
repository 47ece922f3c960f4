import { isReviewed } from "#app/domain/access/contribution-status.ts";
import { findByExternalId } from "#app/domain/imports/find-stored.server.ts";
import type { LineIndex } from "#app/domain/imports/index-lines.server.ts";
import { type Becomes, type Importing, type LinePlan, planLine, type Stored } from "#app/domain/imports/plan-line.ts";
import type { LineFault, PreparedLine } from "#app/domain/imports/prepare-line.server.ts";
import {
  addContributions,
  type ContributionChange,
  changeContributions,
  type NewContribution,
} from "#app/domain/knowledge/write-contributions.server.ts";
import { isConstraint } from "#db/engine.ts";
import { atomically, type Db, type Store, writeTransaction } from "#db/store.ts";

export type LineResult = "added" | "changed" | "unchanged" | LineFault;

/** An import that writes. */
export interface Writing extends Importing {
  index: LineIndex;
  now: Date;
}

/** Writes lines in one transaction, those that can be used; each is planned by what the ones before it left. */
export async function writeLines(
  store: Store,
  writing: Writing,
  lines: readonly PreparedLine[],
): Promise<LineResult[]> {
  return writeTransaction(store, async (db) => {
    const results: LineResult[] = [];
    for (const part of withoutRepeats(lines)) results.push(...(await writePart(db, writing, part)));
    return results;
  });
}

/** Parts of a batch in which every line names another contribution. */
function withoutRepeats(lines: readonly PreparedLine[]): PreparedLine[][] {
  const parts: PreparedLine[][] = [];
  let names = new Set<string>();
  for (const line of lines) {
    if (parts.length === 0 || names.has(line.externalId)) {
      parts.push([]);
      names = new Set();
    }
    names.add(line.externalId);
    parts.at(-1)?.push(line);
  }
  return parts;
}

async function writePart(db: Db, writing: Writing, lines: readonly PreparedLine[]): Promise<LineResult[]> {
  const names = lines.map(({ externalId }) => externalId);
  const stored = await findByExternalId(db, writing.group.groupId, names);
  const plans = lines.map((line) => planLine(line, stored.get(line.externalId), writing));
  try {
    await atomically(db, () => writePlans(db, writing, lines, plans, stored));
  } catch (error) {
    if (!isConstraint(error)) throw error;
    if (lines.length === 1) return [{ fault: "is refused by the database" }];
    // One by one, so that only the line is left out that cannot be written.
    const results: LineResult[] = [];
    for (const line of lines) results.push(...(await writePart(db, writing, [line])));
    return results;
  }
  return plans.map((plan) => ("fault" in plan ? plan : plan.result));
}

async function writePlans(
  db: Db,
  writing: Writing,
  lines: readonly PreparedLine[],
  plans: readonly LinePlan[],
  stored: ReadonlyMap<string, Stored>,
): Promise<void> {
  const { actor, now } = writing;
  const added: { line: PreparedLine; write: NewContribution }[] = [];
  const changes: ContributionChange[] = [];
  for (const [at, plan] of plans.entries()) {
    const line = lines[at] as PreparedLine;
    if ("fault" in plan || plan.result === "unchanged") continue;
    const row = stored.get(line.externalId);
    if (plan.result === "added") added.push({ line, write: additionOf(line, plan.becomes, writing) });
    else if (row) changes.push(changeOf(line, row, plan, writing));
  }
  const index = (ids: readonly string[]) =>
    writing.index(
      db,
      ids.map((id, at) => ({ id, line: added[at]?.line as PreparedLine })),
    );
  await addContributions(
    db,
    actor,
    added.map(({ write }) => write),
    now,
    index,
  );
  await changeContributions(db, actor, changes, now);
}

function additionOf(line: PreparedLine, becomes: Becomes, { actor, group, now }: Writing): NewContribution {
  return {
    row: {
      ...columnsOf(line, becomes),
      group_id: group.groupId,
      author_id: actor.accountId ?? "",
      attribution: "beneficiary",
      submitted_at: now.toISOString(),
      external_id: line.externalId,
    },
    groupCode: group.groupCode,
    text: textOf(line),
    pointers: { themeIds: themeIdsOf(line, group) },
    second: readOutside(becomes),
    events: importedAs(becomes, 1),
  };
}

function changeOf(
  line: PreparedLine,
  row: Stored,
  { becomes, sameText }: Extract<LinePlan, { result: "changed" }>,
  { group }: Writing,
): ContributionChange {
  const { status, sharing } = becomes;
  const events = importedAs(becomes, row.revision + 1);
  if (sameText) return { row, cause: "edited", set: { status, sharing }, second: readOutside(becomes), events };
  return {
    row,
    cause: "edited",
    set: { ...columnsOf(line, becomes), review_reason: null },
    text: textOf(line),
    pointers: { themeIds: themeIdsOf(line, group) },
    second: readOutside(becomes),
    events,
  };
}

/** What is imported as checked was read by somebody else before it was. */
function readOutside({ status }: Becomes): NewContribution["second"] {
  return isReviewed(status) ? { by: null } : null;
}

function columnsOf({ kind, beneficiary, institutionType }: PreparedLine, becomes: Becomes) {
  return { ...becomes, kind, beneficiary, institution_type: institutionType };
}

function textOf({ language, title, summary, body, bodyHtml }: PreparedLine): NewContribution["text"] {
  return { language, title, summary, body, bodyHtml };
}

function themeIdsOf({ themes }: PreparedLine, group: Importing["group"]): string[] {
  return themes.flatMap((code) => group.themes.get(code) ?? []);
}

function importedAs({ status, sharing }: Becomes, revision: number): NewContribution["events"] {
  return (row) => [["contribution.imported", row, { status, sharing, revision }]];
}
