import type { Selectable } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { depthAt, firstStep, isOpen, type ReviewStep, reviewSteps } from "#app/domain/access/contribution-status.ts";
import { can } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import type { ImportGroup } from "#app/domain/imports/import-group.server.ts";
import type { CheckedLine, LineFault } from "#app/domain/imports/prepare-line.server.ts";
import { contributionSubject } from "#app/domain/knowledge/contribution-row.server.ts";
import type { ContributionTable } from "#db/schema/contribution.ts";

/** What the shell operator says of all lines; null: `captured` and `bilateral` for new ones, others keep theirs. */
export interface ImportTerms {
  status: ReviewStep | null;
  sharing: SharingLevel | null;
}

/** Who imports, where to, on which terms. */
export interface Importing {
  actor: Actor;
  group: ImportGroup;
  terms: ImportTerms;
}

/** What there is of a contribution that a line names. */
export type Stored = Pick<
  Selectable<ContributionTable>,
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
  | "sharing"
  | "revision"
> & {
  /** Languages of the versions beside the original. */
  translations: readonly string[];
};

/** What a line makes of the contribution that it names. */
export type Becomes = Pick<Stored, "depth" | "delegation_id" | "sharing" | "import_digest"> & { status: ReviewStep };

export type LinePlan =
  | { result: "added"; becomes: Becomes }
  | { result: "changed"; becomes: Becomes; sameText: boolean }
  | { result: "unchanged" }
  | LineFault;

/** Plans what becomes of a line: the one rule for writing lines and for saying what writing them would do. */
export function planLine(line: CheckedLine, stored: Stored | undefined, { actor, group, terms }: Importing): LinePlan {
  if (!stored) {
    return { result: "added", becomes: become(line, terms.status ?? reviewSteps[0], terms.sharing ?? "bilateral") };
  }
  const sameText = stored.import_digest === line.digest;
  if (sameText && matchesTerms(stored, terms)) return { result: "unchanged" };
  const fault = faultOf(line, stored, actor);
  if (fault !== null) return { fault };
  const sharing = terms.sharing ?? stored.sharing;
  if (sameText) {
    const status = terms.status ?? (stored.status as ReviewStep);
    const { depth, delegation_id } = stored;
    return {
      result: "changed",
      becomes: { status, sharing, depth, delegation_id, import_digest: line.digest },
      sameText,
    };
  }
  // As after every change of its text, the review begins again unless the operator says otherwise.
  return { result: "changed", becomes: become(line, terms.status ?? firstStep(stored.depth), sharing), sameText };

  function become({ beneficiary, digest }: CheckedLine, status: ReviewStep, sharing: SharingLevel): Becomes {
    const delegation_id = group.beneficiaries.get(beneficiary) ?? null;
    return { status, sharing, import_digest: digest, depth: depthAt(status), delegation_id };
  }
}

/** Whether a contribution is what the operator says of all lines. */
export function matchesTerms(stored: Stored, { status, sharing }: ImportTerms): boolean {
  return (status === null || status === stored.status) && (sharing === null || sharing === stored.sharing);
}

function faultOf(line: CheckedLine, stored: Stored, actor: Actor): string | null {
  if (!can(actor, "contribution.edit", contributionSubject(actor, stored))) {
    return `${stored.number} was written by somebody else; only organisers, consultants and its author change it`;
  }
  if (!isOpen(stored.status)) return `${stored.number} is ${stored.status} and is not changed`;
  const isTaken = stored.translations.includes(line.language);
  return isTaken ? `${stored.number} has a translation into ${line.language} already` : null;
}
