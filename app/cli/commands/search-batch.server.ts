import { z } from "zod";
import { jsonLines } from "#app/cli/json-lines.ts";
import type { Out } from "#app/cli/out.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { MemoryIndex } from "#app/domain/search/answer/memory-index.server.ts";
import { rankNames } from "#app/domain/search/results/rank-names.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { Store } from "#db/store.ts";

const question = z.object({ id: z.union([z.string(), z.number()]), query: z.string() });

/**
 * Answers a file of queries, a line at a time: `{"id":"q1","query":"..."}` in, `{"id":"q1","total":n,"hits":[...]}`
 * out.
 * @returns the exit code: 1 when a line could not be used
 */
export async function searchBatch(
  store: Store,
  { actor, locale }: { actor: Actor; locale: InterfaceLocale },
  wanted: { file: string; limit: number },
  out: Out,
): Promise<number> {
  const matcher = await MemoryIndex.load(store, searchSources);
  let bad = 0;
  for await (const line of jsonLines(wanted.file)) {
    const parsed = "fault" in line ? null : question.safeParse(line.value);
    if (!parsed?.success) {
      bad++;
      const why = parsed
        ? `${parsed.error.issues[0]?.path.join(".") || "it"}: ${parsed.error.issues[0]?.message}`
        : "is not JSON";
      out.error(`Line ${line.number}: ${why}`);
      continue;
    }
    const { id, query } = parsed.data;
    const { total, names } = await rankNames(store.read, actor, { query, limit: wanted.limit, locale }, matcher);
    out.line(JSON.stringify({ id, total, hits: names }));
  }
  if (bad > 0) out.error(`${bad} ${bad === 1 ? "line" : "lines"} could not be used.`);
  return bad > 0 ? 1 : 0;
}
