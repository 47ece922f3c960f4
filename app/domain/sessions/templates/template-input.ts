import { z } from "zod";
import { id, oneOf, revision } from "#app/domain/forms/choice-fields.ts";
import { labelFields, labelsFrom } from "#app/domain/forms/label-fields.ts";
import { message } from "#app/domain/forms/message.ts";
import { wholeNumber } from "#app/domain/forms/time-fields.ts";
import { itemLimits } from "#app/domain/sessions/agenda-limits.ts";
import { MAX_TEMPLATE_NAME } from "#app/domain/sessions/templates/template-limits.ts";
import { type Labels, label } from "#app/i18n/labels.ts";

const names = z
  .object(labelFields("name", { max: MAX_TEMPLATE_NAME }))
  .refine((form) => isSaid(form, "name"), { path: ["name.en"], message: message("templates.nameNeeded") })
  .transform((form) => ({ names: labelsFrom(form, "name") }));

/** The form of a new agenda template, and of a copy. */
export const newTemplateForm = names;

/** The form that gives an agenda template another name. */
export const templateChangeForm = names.and(z.object({ revision: revision() }));

/** The form that moves an item of an agenda template by one place. */
export const templateMoveForm = z.object({ itemId: id(), direction: oneOf(["up", "down"]) });

/** The form that retires an agenda template, or offers it again. */
export const retirementForm = z.object({ fate: oneOf(["retire", "restore"]) });

const item = z
  .object({
    kind: id(),
    ...labelFields("title", { max: itemLimits.title }),
    ...labelFields("description", { max: itemLimits.description, lines: true }),
    minutes: wholeNumber({ least: 1, most: 480, says: "agenda.badMinutes" }),
    visibility: oneOf(["shared", "internal"]),
  })
  .refine((form) => isSaid(form, "title"), { path: ["title.en"], message: message("templates.titleNeeded") })
  .transform(({ kind, minutes, visibility, ...texts }) => ({
    ...{ kind, minutes, visibility },
    titles: labelsFrom(texts, "title"),
    descriptions: labelsFrom(texts, "description"),
  }));

/** The form of a new item of an agenda template. */
export const templateItemForm = item;

/** The form that changes one. */
export const templateItemChangeForm = item.and(z.object({ revision: revision() }));

function isSaid(form: Readonly<Record<string, unknown>>, name: string): boolean {
  return label(labelsFrom(form, name), "en") !== "";
}

/** What an item of an agenda template consists of: what it asks, in at least one language, and how. */
export interface TemplateItemFields {
  kind: string;
  titles: Labels;
  descriptions: Labels;
  minutes: number;
  visibility: "shared" | "internal";
}
