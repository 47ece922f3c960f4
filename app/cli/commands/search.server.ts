import { parseArgs } from "node:util";
import type { Out } from "#app/cli/out.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { type SearchResult, search } from "#app/domain/search/search.server.ts";
import { isInterfaceLocale, textFor } from "#app/i18n/catalogues.server.ts";
import { textOf } from "#app/i18n/text.ts";
import type { Store } from "#db/connect.server.ts";

const usage = 'Usage: zbornik search "QUERY" --as ADDRESS [--limit N] [--json]';
const mostHits = 100;

/** `search`: what a person finds, exactly as on the search page. @returns the exit code, 2 for wrong use */
export async function searchCommand(store: Store, args: string[], out: Out): Promise<number> {
  const wanted = readArgs(args);
  if (typeof wanted === "string") {
    out.error(`${wanted}\n${usage}`);
    return 2;
  }
  const account = await store.reader
    .selectFrom("account")
    .select(["id", "locale"])
    .where("address", "=", wanted.address)
    .where("status", "=", "active")
    .executeTakeFirst();
  if (!account) {
    out.error(`No active account has the address ${wanted.address}.`);
    return 2;
  }
  const locale = isInterfaceLocale(account.locale) ? account.locale : "en";
  const actor = await findActor(store.reader, account.id);
  const found = await search(store.reader, actor, { query: wanted.query, limit: wanted.limit, locale });
  if (wanted.json) out.line(JSON.stringify(found, null, 2));
  else for (const line of readable(found, locale)) out.line(line);
  return 0;
}

interface Wanted {
  query: string;
  address: string;
  limit: number;
  json: boolean;
}

function readArgs(args: string[]): Wanted | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { as: { type: "string" }, limit: { type: "string" }, json: { type: "boolean" } },
    });
    if (positionals.length !== 1) return "Give one query, in quotation marks.";
    if (!values.as) return "Say with --as whose results to show.";
    const limit = values.limit ?? "20";
    if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > mostHits) {
      return `--limit must be a number from 1 to ${mostHits}.`;
    }
    return {
      query: positionals[0] ?? "",
      address: values.as.trim().toLowerCase(),
      limit: Number(limit),
      json: values.json ?? false,
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function readable(found: SearchResult, locale: "en" | "bs"): string[] {
  const t = textFor(locale);
  const notes = found.notes.map((note) => textOf(t, note.key, note.params));
  const hits = found.hits.flatMap((hit) => [
    "",
    [hit.number, textOf(t, hit.kind === "reference" ? "search.kind.reference" : `codes.kind.${hit.kind}`), hit.language]
      .concat(hit.recordType === "contribution" && hit.beneficiary ? [hit.beneficiary] : [])
      .join("  "),
    `  ${hit.title.text}`,
    ...(hit.snippet.text ? [`  ${hit.snippet.text}`] : []),
    ...hit.why.map((why) => `  (${textOf(t, why.key, why.params)})`),
  ]);
  return [t("search.count", { count: found.total }), ...notes, ...hits];
}
