import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const content = join(import.meta.dirname, "../../content");

/** Every language a shipped label must have, in the order of the files. */
export const languages = ["en", "bs", "hr", "sr-Latn", "sr-Cyrl", "cnr", "mk", "sq"] as const;

export const language = z.enum(languages);

/** A text in all eight languages; one missing or one too many is an error. */
export const labels = z.strictObject({
  en: z.string().trim().min(1),
  bs: z.string().trim().min(1),
  hr: z.string().trim().min(1),
  "sr-Latn": z.string().trim().min(1),
  "sr-Cyrl": z.string().trim().min(1),
  cnr: z.string().trim().min(1),
  mk: z.string().trim().min(1),
  sq: z.string().trim().min(1),
});

/** Reads and checks one JSON file below content/. Throws the zod error, which names the path inside the file. */
export function readContent<T>(path: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readText(path)));
}

/** Reads one text file below content/. */
export function readText(path: string): string {
  return readFileSync(join(content, path), "utf8");
}

/** Names of the entries of a folder below content/, sorted. */
export function listContent(path: string): string[] {
  return readdirSync(join(content, path)).sort();
}

/** The codes a file of content/codes/ holds. */
export function readCodes(name: string): string[] {
  return readContent(`codes/${name}.json`, z.array(z.looseObject({ code: z.string(), names: labels }))).map(
    (entry) => entry.code,
  );
}

/** Front matter (`key: value` lines between two `---`) and the body of a page. */
export function readPage(path: string): { head: Record<string, string>; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readText(path));
  if (!match) throw new Error(`${path} has no front matter`);
  const pairs = (match[1] ?? "").split("\n").map((line) => {
    const colon = line.indexOf(": ");
    return [line.slice(0, colon), line.slice(colon + 2)] as const;
  });
  return { head: Object.fromEntries(pairs), body: (match[2] ?? "").trim() };
}
