import type BetterSqlite from "better-sqlite3";
import type { Actor } from "#app/domain/access/actor.ts";
import { depthAt, firstStep, isOpen, type ReviewStep, reviewSteps } from "#app/domain/access/contribution-status.ts";
import { can } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import type { ImportPlace } from "#app/domain/imports/import-place.server.ts";
import type { CheckedLine, LineFault } from "#app/domain/imports/prepare-line.server.ts";
import { contributionSubject } from "#app/domain/knowledge/contribution-row.server.ts";
import type { ContributionTable } from "#db/schema/contribution.ts";

/** What the shell operator says of all lines; null: `captured` and `bilateral` for new records, others keep theirs. */
export interface ImportTerms {
  status: ReviewStep | null;
  sharing: SharingLevel | null;
}

/** What there is of a record that a line names. */
export type Stored = Pick<
  ContributionTable,
  | "id"
  | "group_id"
  | "number"
  | "kind"
  | "depth"
  | "status"
  | "author_id"
  | "delegation_id"
  | "attribution"
  | "import_digest"
> & { sharing: SharingLevel; revision: number };

/** What a line makes of the record that it names. */
export type Becomes = Pick<Stored, "depth" | "delegation_id" | "sharing" | "import_digest"> & { status: ReviewStep };

export type LineDecision =
  | { result: "added"; becomes: Becomes }
  | { result: "changed"; becomes: Becomes; sameText: boolean }
  | { result: "unchanged" }
  | LineFault;

/** Finds what a line names, by its `externalId`. */
export function storedUnder(raw: BetterSqlite.Database, groupId: string): (externalId: string) => Stored | undefined {
  const find = raw.prepare<[string, string], Stored>(`
    select id, group_id, number, kind, depth, status, author_id, delegation_id, attribution, import_digest, sharing, revision
    from contribution where group_id = ? and external_id = ?`);
  return (externalId) => find.get(groupId, externalId);
}

/** Whether a record is what the operator says of all lines. */
export function asTold(stored: Stored, { status, sharing }: ImportTerms): boolean {
  return (status === null || status === stored.status) && (sharing === null || sharing === stored.sharing);
}

/** Makes what decides about lines: the one rule for writing them and for saying what writing would do. */
export function lineDecider(raw: BetterSqlite.Database, actor: Actor, place: ImportPlace, terms: ImportTerms) {
  const takenLanguage = raw
    .prepare<[string, string]>(
      "select 1 from contribution_version where contribution_id = ? and language = ? and provenance <> 'original'",
    )
    .pluck();
  return (line: CheckedLine, stored: Stored | undefined): LineDecision => {
    if (!stored) {
      return { result: "added", becomes: becomes(line, terms.status ?? reviewSteps[0], terms.sharing ?? "bilateral") };
    }
    if (stored.import_digest === line.digest && asTold(stored, terms)) return { result: "unchanged" };
    const fault = refusal(line, stored);
    if (fault !== null) return { fault };
    const sharing = terms.sharing ?? stored.sharing;
    if (stored.import_digest === line.digest) {
      const status = terms.status ?? (stored.status as ReviewStep);
      const { depth, delegation_id } = stored;
      const kept = { status, sharing, depth, delegation_id, import_digest: line.digest };
      return { result: "changed", becomes: kept, sameText: true };
    }
    // As after every change of its text, the review begins again unless the operator says otherwise.
    const status = terms.status ?? firstStep(stored.depth);
    return { result: "changed", becomes: becomes(line, status, sharing), sameText: false };
  };

  function refusal(line: CheckedLine, stored: Stored): string | null {
    if (!can(actor, "contribution.edit", contributionSubject(actor, stored))) {
      return `${stored.number} was written by somebody else; only organisers, consultants and its author change it`;
    }
    if (!isOpen(stored.status)) {
      return `${stored.number} is ${stored.status} and is not changed`;
    }
    const taken = takenLanguage.get(stored.id, line.language);
    return taken ? `${stored.number} has a translation into ${line.language} already` : null;
  }

  function becomes({ beneficiary, digest }: CheckedLine, status: ReviewStep, sharing: SharingLevel): Becomes {
    return {
      ...{ status, sharing, import_digest: digest, depth: depthAt(status) },
      delegation_id: place.beneficiaries.get(beneficiary) ?? null,
    };
  }
}
