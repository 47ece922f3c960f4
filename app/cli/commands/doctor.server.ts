import type { Out } from "#app/cli/out.ts";
import type { Config } from "#app/config/config.server.ts";
import { seal } from "#app/config/seal.server.ts";
import { verifyChain } from "#app/domain/history/record-event.server.ts";
import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";
import { MemoryIndex } from "#app/domain/search/answer/memory-index.server.ts";
import { checkIndex } from "#app/domain/search/index/check-index.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import type { Finding } from "#db/engine.ts";
import type { Store } from "#db/store.ts";

/** Checks an installation and names what is wrong. Changes nothing. @returns 0 when all is well, 1 otherwise */
export async function doctor(store: Store, args: string[], out: Out, config: Config): Promise<number> {
  if (args.length > 0) {
    out.error("Usage: zbornik doctor");
    return 2;
  }
  const findings = [...store.engine.check(), await checkAudit(store), ...(await checkSearch(store, config))];
  for (const { what, fault } of findings) out.line(fault ? `BAD  ${what}: ${fault}` : `ok   ${what}`);
  const bad = findings.filter((finding) => finding.fault).length;
  out.line(bad === 0 ? "All is well." : `${bad} ${bad === 1 ? "thing is" : "things are"} wrong.`);
  return bad === 0 ? 0 : 1;
}

async function checkAudit(store: Store): Promise<Finding> {
  const { events, brokenAt } = await verifyChain(store.read);
  return { what: `audit chain (${events} events)`, fault: brokenAt === null ? null : `changed at event ${brokenAt}` };
}

async function checkSearch(store: Store, config: Config): Promise<Finding[]> {
  const faults = await checkIndex(store.read, searchSources);
  return [
    { what: "search index", fault: faults.length === 0 ? null : faults.slice(0, 3).join("; ") },
    await checkMemory(store, config),
  ];
}

/** Times a running server is asked: while somebody writes it may be ahead or behind. */
const ATTEMPTS = 5;

/** Whether a server that runs on this installation holds in memory what the index on the disk does. */
async function checkMemory(store: Store, config: Config): Promise<Finding> {
  const what = "search index in the memory of the server";
  for (let attempt = 1; ; attempt++) {
    const told = await askServer(config);
    if (told === undefined) return { what: `${what} (none runs here on port ${config.port})`, fault: null };
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
async function askServer(config: Config): Promise<IndexDigest | null | undefined> {
  const sealed = seal(config.secret, "index-digest", true, new Date(Date.now() + 60_000));
  try {
    const answer = await fetch(`http://127.0.0.1:${config.port}/healthz`, {
      headers: { "X-Zbornik-Seal": sealed },
      signal: AbortSignal.timeout(60_000),
    });
    // Another installation, or something else, does not know the seal and answers in words.
    return answer.headers.get("Content-Type")?.startsWith("application/json")
      ? ((await answer.json()) as IndexDigest | null)
      : undefined;
  } catch {
    return undefined;
  }
}
