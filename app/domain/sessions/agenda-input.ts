import { z } from "zod";
import { attributions, itemKinds } from "#app/domain/codes.ts";
import { message } from "#app/domain/forms/message.ts";
import { itemLimits } from "#app/domain/sessions/agenda-limits.ts";

/** The form of an agenda item. An empty attribution is inherited from the session. */
export const agendaItemForm = z.object({
  kind: z.enum(itemKinds, message("common.chooseOne")),
  title: z
    .string(message("common.required"))
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .min(1, message("common.required"))
        .max(itemLimits.title, message("common.tooLong", { max: itemLimits.title })),
    ),
  description: z
    .string()
    .default("")
    .transform((text) => text.normalize("NFC").trim())
    .pipe(z.string().max(itemLimits.description, message("common.tooLong", { max: itemLimits.description }))),
  minutes: z
    .string(message("common.required"))
    .regex(/^\d{1,3}$/, message("agenda.badMinutes"))
    .transform(Number)
    .pipe(z.number().min(1, message("agenda.badMinutes")).max(480, message("agenda.badMinutes"))),
  visibility: z.enum(["shared", "internal"], message("common.chooseOne")),
  attribution: z.preprocess((value) => value || null, z.enum(attributions, message("common.chooseOne")).nullable()),
});

export const agendaItemChangeForm = agendaItemForm.extend({
  revision: z.coerce.number(message("errors.badValue")).int(),
});

export const positionForm = z.object({ direction: z.enum(["up", "down"], message("errors.badValue")) });

/** Removing an item, or with `undo` putting it back. */
export const removalForm = z.object({ undo: z.preprocess((value) => value === "1", z.boolean()) });

export const templateForm = z.object({
  templateId: z.string(message("common.chooseOne")).min(1, message("common.chooseOne")).max(40),
  mode: z.enum(["append", "replace"], message("common.chooseOne")),
});

/** What an agenda item consists of. */
export type AgendaItemFields = z.infer<typeof agendaItemForm>;
