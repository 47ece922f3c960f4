import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { asAccount } from "#app/cli/as-account.server.ts";
import { jsonLines } from "#app/cli/json-lines.ts";
import type { Out } from "#app/cli/out.ts";
import { isReviewed, type ReviewStep, reviewSteps } from "#app/domain/access/contribution-status.ts";
import { type SharingLevel, sharingLevels } from "#app/domain/codes.ts";
import { Forbidden, NotFound } from "#app/domain/errors.ts";
import { importContributions } from "#app/domain/imports/import-contributions.server.ts";
import type { ImportCounts } from "#app/domain/imports/import-run.ts";
import { preparingThreads } from "#app/domain/imports/prepare-in-threads.server.ts";
import { isHigher } from "#app/domain/knowledge/sharing-level.ts";
import type { Store } from "#db/store.ts";

const USAGE = `Usage: zbornik import contributions FILE.jsonl --group SLUG --as ADDRESS
               [--status ${reviewSteps.join("|")}] [--sharing ${sharingLevels.join("|")}] [--dry-run]`;

/**
 * `import contributions`: a file of records, one JSON object a line.
 * @returns 1 when a line could not be used, 2 for wrong use
 */
export async function importCommand(store: Store, args: string[], out: Out): Promise<number> {
  const given = await asAccount(store.read, out, USAGE, () => readArgs(args));
  if (!given) return 2;
  const { wanted, account } = given;
  const progress = progressTo(out);
  const file = threadFile();
  const threads = file === null ? null : preparingThreads(file, wanted.dryRun ? null : store.engine.address);
  try {
    const counts = await importContributions(store, account.actor, jsonLines(wanted.file), {
      ...wanted,
      prepare: threads?.prepare,
      onFault: (line, reason) => out.error(`Line ${line}: ${reason}`),
      onWarning: (line, reason) => out.error(`Line ${line}: warning: ${reason}`),
      onProgress: progress,
    });
    if (counts.ignored.size > 0) out.error(`Fields passed over: ${[...counts.ignored].join(", ").slice(0, 500)}`);
    out.line(summary(counts, wanted.dryRun));
    return counts.bad > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof NotFound) out.error(`${wanted.address} is in no group ${wanted.groupSlug}.`);
    else if (error instanceof Forbidden) out.error(`${wanted.address} may not post in the group ${wanted.groupSlug}.`);
    else throw error;
    return 2;
  } finally {
    await threads?.close();
  }
}

/** The bundled thread, which lies beside the bundled command line; null where there is none, as in a test. */
function threadFile(): string | null {
  const file = fileURLToPath(new URL("./import-thread.mjs", import.meta.url));
  return existsSync(file) ? file : null;
}

interface Wanted {
  file: string;
  groupSlug: string;
  address: string;
  status: ReviewStep | null;
  sharing: SharingLevel | null;
  dryRun: boolean;
}

function readArgs(args: string[]): Wanted | string {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...{ group: { type: "string" }, as: { type: "string" }, status: { type: "string" } },
      ...{ sharing: { type: "string" }, "dry-run": { type: "boolean" } },
    },
  });
  const [what, file] = positionals;
  if (what !== "contributions" || file === undefined || positionals.length > 2) return "Say what to import: one file.";
  if (!values.group) return "Say with --group which working group they belong to.";
  if (!values.as) return "Say with --as who brings them in.";
  const status = reviewSteps.find((code) => code === values.status) ?? null;
  if (values.status !== undefined && status === null) return `--status must be one of ${reviewSteps.join(", ")}.`;
  const sharing = sharingLevels.find((code) => code === values.sharing) ?? null;
  if (values.sharing !== undefined && sharing === null) return `--sharing must be one of ${sharingLevels.join(", ")}.`;
  const address = values.as.trim().toLowerCase();
  if (sharing !== null && isHigher(sharing, "group") && (status === null || !isReviewed(status))) {
    return "--sharing beyond the group needs --status checked or validated: somebody else has read the records.";
  }
  return { file, groupSlug: values.group, address, status, sharing, dryRun: values["dry-run"] ?? false };
}

/** A line on standard error every few seconds. */
function progressTo(out: Out): (counts: ImportCounts) => void {
  const started = Date.now();
  let told = started;
  return ({ lines }) => {
    const now = Date.now();
    if (now - told < 2000) return;
    told = now;
    out.error(`${lines} lines, ${Math.round((lines * 1000) / (now - started))} a second`);
  };
}

function summary({ lines, added, changed, unchanged, bad, warned }: ImportCounts, dryRun: boolean): string {
  const would = dryRun ? " would be" : "";
  const done = `${added}${would} added, ${changed}${would} changed`;
  return `${lines} lines: ${done}, ${unchanged} unchanged, ${bad} bad, ${warned} with a warning.`;
}
