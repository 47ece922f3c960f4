import { findByExternalId } from "#app/domain/imports/find-stored.server.ts";
import type { LineTarget } from "#app/domain/imports/import-run.ts";
import { type Importing, planLine, type Stored } from "#app/domain/imports/plan-line.ts";
import type { CheckedLine } from "#app/domain/imports/prepare-line.server.ts";
import type { LineResult } from "#app/domain/imports/write-lines.server.ts";
import type { Db } from "#db/store.ts";

/**
 * Says what writing lines would do, and writes nothing: it plans by the same rule and remembers what each line would
 * leave, for a later one of the file that names the same contribution.
 *
 * Not the writing itself in a transaction that is rolled back. It would have to be one for the whole file, because
 * lines of different batches may name the same contribution; for tens of thousands of lines that is the write lock for
 * half a minute, while whoever saves something meanwhile is refused after five seconds, and what outgrows the cache
 * goes to the disk although it is taken back. This reads only, and keeps a few hundred bytes a line. What it cannot
 * foresee is what others change before the real import, and a refusal by the database itself, which no checked line
 * should meet.
 */
export class DryRun implements LineTarget {
  /** By external id, what the lines so far would leave. */
  private readonly left = new Map<string, Stored>();

  constructor(
    private readonly db: Db,
    private readonly importing: Importing,
  ) {}

  async find(externalIds: readonly string[]): Promise<Map<string, Stored>> {
    const unknown = externalIds.filter((id) => !this.left.has(id));
    const found = await findByExternalId(this.db, this.importing.group.groupId, unknown);
    for (const id of externalIds) {
      const left = this.left.get(id);
      if (left) found.set(id, left);
    }
    return found;
  }

  async write(lines: readonly CheckedLine[]): Promise<LineResult[]> {
    const stored = await this.find(lines.map(({ externalId }) => externalId));
    return lines.map((line) => {
      const before = this.left.get(line.externalId) ?? stored.get(line.externalId);
      const plan = planLine(line, before, this.importing);
      if ("fault" in plan) return plan;
      if (plan.result !== "unchanged") {
        this.left.set(line.externalId, { ...(before ?? this.newOne(line)), ...plan.becomes });
      }
      return plan.result;
    });
  }

  end(): void {}

  /** Its number would be drawn when it is written. */
  private newOne({ externalId, kind }: CheckedLine): Omit<Stored, "status" | "depth" | "sharing"> {
    const { actor, group } = this.importing;
    return {
      id: "",
      group_id: group.groupId,
      number: externalId,
      kind,
      author_id: actor.accountId ?? "",
      delegation_id: null,
      attribution: "beneficiary",
      import_digest: null,
      revision: 1,
      translations: [],
    };
  }
}
