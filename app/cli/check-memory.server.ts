import { seal } from "#app/config/seal.server.ts";
import { readSecret } from "#app/config/secret.server.ts";
import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";
import { MemoryIndex } from "#app/domain/search/answer/memory-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import { dataFolderHolder } from "#db/data-folder.ts";
import type { Finding } from "#db/engine.ts";
import type { Store } from "#db/store.ts";

/** Times a running server is asked: while somebody writes it may be ahead or behind. */
const ATTEMPTS = 5;

/** Whether the server that holds this data folder has in memory what the index on the disk does. */
export async function checkMemory(store: Store, dataDir: string): Promise<Finding> {
  const what = "search index in the memory of the server";
  // Who holds the folder is asked, not who listens on the usual port: that may be the server of another copy.
  const origin = dataFolderHolder(dataDir)?.origin;
  if (!origin) return { what: `${what} (none runs here)`, fault: null };
  for (let attempt = 1; ; attempt++) {
    const told = await askServer(origin, readSecret(dataDir));
    if (told === undefined) return { what, fault: `the server does not answer at ${origin}` };
    if (told === null) return { what: `${what} (not loaded yet)`, fault: null };
    const wanted = (await MemoryIndex.load(store, searchSources)).contents.digest();
    const differing = (["change", "texts", "records", "sum"] as const).filter((name) => told[name] !== wanted[name]);
    if (differing.length === 0) return { what: `${what} (${wanted.texts} texts)`, fault: null };
    if (attempt < ATTEMPTS) continue;
    const apart = differing.map((name) => `${name} ${told[name]}, expected ${wanted[name]}`).join("; ");
    return { what, fault: apart };
  }
}

/** What a server says its memory holds: null while nothing, undefined where none answers. */
async function askServer(origin: string, secret: Buffer): Promise<IndexDigest | null | undefined> {
  const sealed = seal(secret, "index-digest", true, new Date(Date.now() + 60_000));
  try {
    const answer = await fetch(`${origin}/healthz`, {
      headers: { "X-Zbornik-Seal": sealed },
      signal: AbortSignal.timeout(60_000),
    });
    // Something else does not know the seal and answers in words.
    return answer.headers.get("Content-Type")?.startsWith("application/json")
      ? ((await answer.json()) as IndexDigest | null)
      : undefined;
  } catch {
    return undefined;
  }
}
