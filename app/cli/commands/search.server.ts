import { parseArgs } from "node:util";
import { asAccount } from "#app/cli/as-account.server.ts";
import { searchBatch } from "#app/cli/commands/search-batch.server.ts";
import type { Out } from "#app/cli/out.ts";
import type { FoundKind } from "#app/domain/codes.ts";
import { MemoryIndex } from "#app/domain/search/answer/memory-index.server.ts";
import { kindLabel } from "#app/domain/search/query/kind-label.ts";
import { MAX_NAMES } from "#app/domain/search/results/rank-names.server.ts";
import { answerOf, offerText } from "#app/domain/search/results/search-answer.ts";
import { type SearchResult, search } from "#app/domain/search/search.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import type { Store } from "#db/store.ts";

const USAGE = `Usage: zbornik search "QUERY" --as ADDRESS [--limit N] [--json]
       zbornik search --batch FILE.jsonl --as ADDRESS [--limit N] --json`;
const MAX_HITS = 100;

/**
 * `search`: what a person finds, exactly as on the search page; with `--json` the same as the API. With `--batch` a
 * list of names for every line of a file. @returns the exit code, 2 for wrong use
 */
export async function searchCommand(store: Store, args: string[], out: Out): Promise<number> {
  const given = await asAccount(store.read, out, USAGE, () => readArgs(args));
  if (!given) return 2;
  const { wanted, account } = given;
  const { batch, query, limit, json } = wanted;
  if (batch !== null) return searchBatch(store, account, { file: batch, limit }, out);
  const { actor, locale } = account;
  const matcher = await MemoryIndex.load(store, searchSources);
  const found = await search(store.read, actor, { query, limit, locale, explain: json }, matcher);
  if (json) out.line(JSON.stringify(answerOf(found, textFor(locale)), null, 2));
  else for (const line of readable(found, locale)) out.line(line);
  return 0;
}

interface Wanted {
  query: string;
  batch: string | null;
  address: string;
  limit: number;
  json: boolean;
}

function readArgs(args: string[]): Wanted | string {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...{ as: { type: "string" }, limit: { type: "string" } },
      ...{ json: { type: "boolean" }, batch: { type: "string" } },
    },
  });
  const batch = values.batch ?? null;
  if (batch === null && positionals.length !== 1) return "Give one query, in quotation marks.";
  if (batch !== null && positionals.length > 0) return "With --batch the queries come from the file.";
  if (!values.as) return "Say with --as whose results to show.";
  const limit = values.limit ?? "20";
  const most = batch === null ? MAX_HITS : MAX_NAMES;
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > most) {
    return `--limit must be a number from 1 to ${most}.`;
  }
  return {
    query: positionals[0] ?? "",
    batch,
    address: values.as.trim().toLowerCase(),
    limit: Number(limit),
    json: values.json ?? false,
  };
}

function readable(found: SearchResult, locale: "en" | "bs"): string[] {
  const t = textFor(locale);
  const offers = found.offers.map((offer) => offerText(offer, t));
  const notes = [...found.notes.map((note) => t(note.key, note.params)), ...offers];
  const hits = found.hits.flatMap((hit) => [
    "",
    [...(hit.number === "" ? [] : [hit.number]), kindLabel(t, hit.kind as FoundKind), hit.language ?? "?"]
      .concat("beneficiary" in hit && typeof hit.beneficiary === "string" ? [hit.beneficiary] : [])
      .join("  "),
    `  ${hit.title.text}`,
    ...(hit.snippet.text ? [`  ${hit.snippet.text}`] : []),
    ...hit.why.map((why) => `  (${t(why.key, why.params)})`),
  ]);
  return [t("search.count", { count: found.total }), ...notes, ...hits];
}
