import { z } from "zod";
import { oneOf, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { optionalText } from "#app/domain/forms/text-fields.ts";
import { limits } from "#app/domain/knowledge/templates.ts";
import { languageCodes } from "#app/i18n/languages.ts";

/** That somebody has read a language version, as it was in a revision. */
export const secondForm = z.object({ language: oneOf(languageCodes), revision: revision() });

/** Why a contribution is shared beyond its group though nobody else has read it. */
export const unreadForm = z.object({ reason: optionalText(limits.reason), guardStated: tick() });
