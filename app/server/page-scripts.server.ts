import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, PageScripts } from "#app/i18n/page-scripts.ts";
import { pageTable } from "#app/server/route-table.ts";

type BuiltRoutes = Manifest["routes"] & Readonly<Record<string, { path?: string }>>;

/** By folder: what was built does not change under a server that runs. */
const known = new Map<string, PageScripts>();

/**
 * Reads the scripts that were built for browsers, once a process.
 * @param assets their folder
 */
export function readPageScripts(assets: string): PageScripts {
  const scripts = known.get(assets) ?? read(assets);
  known.set(assets, scripts);
  return scripts;
}

function read(assets: string): PageScripts {
  const names = readdirSync(assets).filter((name) => name.endsWith(".js"));
  const code = new Map(names.map((name) => [name, readFileSync(join(assets, name), "utf8")]));
  const isManifest = (name: string) => name.startsWith("manifest-");
  const manifest = manifestIn(code.get(names.find(isManifest) ?? "") ?? "");
  const { root, ...pages } = manifest.routes;
  const find = pageTable(Object.values(pages));
  return new PageScripts(
    manifest,
    new Map(Array.from(code).filter(([name]) => !isManifest(name))),
    (path) => find(path)?.id,
  );
}

function manifestIn(script: string): Manifest & { routes: BuiltRoutes } {
  return JSON.parse(script.slice(script.indexOf("{"), script.lastIndexOf("}") + 1));
}
