import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";

// The sources as files, for tests of what they may say and import.

export const root = join(import.meta.dirname, "../..");

/** An import of one file of ours by another. */
export interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** Text files below a folder, by their path from the top. */
export function walk(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return walk(path);
    return /\.(woff2|ico|png)$/.test(name) ? [] : [path];
  });
}

export function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function importsOf(from: string): Import[] {
  const found: Import[] = [];
  for (const match of read(from).matchAll(/^(?:import|export)\s+(type\s+)?([^"';]*?)\s*from\s+"([^"]+)"/gm)) {
    const [, type, names = "", target = ""] = match;
    const to = resolve(from, target);
    if (!to) continue;
    const inside = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
    const allTypes = inside
      ?.split(",")
      .map((name) => name.trim())
      .filter(Boolean)
      .every((name) => name.startsWith("type "));
    found.push({ from, to, typeOnly: Boolean(type) || allTypes === true });
  }
  return found;
}

function resolve(from: string, target: string): string | null {
  if (target.startsWith("#app/")) return `app/${target.slice(5)}`;
  if (target.startsWith("#db/")) return `db/${target.slice(4)}`;
  if (target.startsWith(".")) return relative(root, normalize(join(root, dirname(from), target)));
  return null;
}

/** Everything that is code of the product. */
export const files: readonly string[] = [...walk("app"), ...walk("db")].filter((file) => /\.(ts|tsx)$/.test(file));
export const imports: readonly Import[] = files.flatMap(importsOf);
