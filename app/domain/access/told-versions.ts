import type { LanguageCode } from "#app/i18n/languages.ts";
import { type ToldLanguage, unnamed } from "#app/i18n/told-language.ts";

interface Version {
  language: LanguageCode;
  provenance: string;
  /** Whether somebody who wrote none of it has read it. */
  isSeconded: boolean;
}

/** What decides which language versions of a contribution a viewer reads, and whether their languages are named. */
export interface VersionTelling {
  /** Whether they are a member of its group, who reads versions that nobody but the writer has read yet. */
  inGroup: boolean;
  /** Whether the language it was written in is told, whichever it is. */
  language: boolean;
  /** Languages that enough delegations of its group write in. */
  shared: ReadonlySet<string>;
}

/**
 * The language versions of a contribution that a viewer is told of, in their order: beyond its group no translation
 * that has no second reader. Where the language of the original might tell who wrote it, the versions in languages that
 * enough others write in are there alone; where there are none, the original is, without the name of its language.
 */
export function toldVersions<V extends Version>(
  all: readonly V[],
  { inGroup, language, shared }: VersionTelling,
): (Omit<V, "language"> & { language: ToldLanguage })[] {
  const versions = all.filter(({ provenance, isSeconded }) => inGroup || isSeconded || provenance === "original");
  const original = versions.find(({ provenance }) => provenance === "original");
  if (language || !original || shared.has(original.language)) return [...versions];
  const told = versions.filter((version) => shared.has(version.language));
  return told.length > 0 ? told : [{ ...original, language: unnamed(original.language) }];
}
