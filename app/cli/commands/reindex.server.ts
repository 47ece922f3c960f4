import type { Out } from "#app/cli/out.ts";
import { rebuildIndex } from "#app/domain/search/index/rebuild-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import type { Store } from "#db/store.ts";

/**
 * `reindex`: reads all records into the search index again, a few at a time. A running server goes on finding each as
 * it was before or as it is after.
 */
export async function reindex(store: Store, args: string[], out: Out): Promise<number> {
  if (args.length > 0) {
    out.error("Usage: zbornik reindex");
    return 2;
  }
  let told = Date.now();
  const records = await rebuildIndex(store, searchSources, {
    all: true,
    onProgress: (count) => {
      if (Date.now() - told < 2000) return;
      told = Date.now();
      out.error(`${count} records`);
    },
  });
  out.line(`${records} records were indexed again.`);
  return 0;
}
