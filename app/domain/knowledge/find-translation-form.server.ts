import type { Actor } from "#app/domain/access/actor.ts";
import { isOpen } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { subjectOf } from "#app/domain/knowledge/contribution-row.server.ts";
import {
  findContribution,
  type VersionText,
  type WholeContribution,
} from "#app/domain/knowledge/find-contribution.server.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** What the form of a language version starts from. */
export interface TranslationForm {
  contribution: WholeContribution;
  /** Those it can be translated into, and the chosen one of them. */
  languages: LanguageCode[];
  language: LanguageCode;
  /** What the version says now; null for a new one. */
  version: VersionText | null;
}

/**
 * The form of a language version, beside the original.
 * @param wanted the language it is opened in, unless that is the original's
 * @throws NotFound, Forbidden
 */
export async function findTranslationForm(
  db: Db,
  actor: Actor,
  number: string,
  wanted: LanguageCode,
): Promise<TranslationForm> {
  const contribution = await findContribution(db, actor, number);
  authorise(actor, "contribution.edit", subjectOf(actor, contribution));
  if (!isOpen(contribution.status)) throw new NotFound("form");
  const { versions } = contribution;
  const original = versions.find(({ provenance }) => provenance === "original");
  const languages = languageCodes.filter((code) => code !== original?.language);
  const language = languages.find((code) => code === wanted) ?? sure(languages[0]);
  return { contribution, languages, language, version: versions.find((known) => known.language === language) ?? null };
}
