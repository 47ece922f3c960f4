import { z } from "zod";
import { attributions, itemKinds } from "#app/domain/codes.ts";
import { itemLimits } from "#app/domain/sessions/agenda-limits.ts";

/** The form of an agenda item. An empty attribution is inherited from the session. */
export const agendaItemForm = z.object({
  kind: z.enum(itemKinds, "common.chooseOne"),
  title: z
    .string("common.required")
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, "common.required").max(itemLimits.title, `common.tooLong|max=${itemLimits.title}`)),
  description: z
    .string()
    .default("")
    .transform((text) => text.normalize("NFC").trim())
    .pipe(z.string().max(itemLimits.description, `common.tooLong|max=${itemLimits.description}`)),
  minutes: z
    .string("common.required")
    .regex(/^\d{1,3}$/, "agenda.badMinutes")
    .transform(Number)
    .pipe(z.number().min(1, "agenda.badMinutes").max(480, "agenda.badMinutes")),
  visibility: z.enum(["shared", "internal"], "common.chooseOne"),
  attribution: z.preprocess((value) => value || null, z.enum(attributions, "common.chooseOne").nullable()),
});

export const agendaItemChangeForm = agendaItemForm.extend({ revision: z.coerce.number("errors.badValue").int() });

export const positionForm = z.object({ direction: z.enum(["up", "down"], "errors.badValue") });

/** Removing an item, or with `undo` putting it back. */
export const removalForm = z.object({ undo: z.preprocess((value) => value === "1", z.boolean()) });

export const templateForm = z.object({
  templateId: z.string("common.chooseOne").min(1, "common.chooseOne").max(40),
  mode: z.enum(["append", "replace"], "common.chooseOne"),
});

/** What an agenda item consists of. */
export type AgendaItemFields = z.infer<typeof agendaItemForm>;
