import { z } from "zod";
import { attributions } from "#app/domain/codes.ts";
import { id, oneOf, optionalOneOf, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { optionalText, requiredLine } from "#app/domain/forms/text-fields.ts";
import { wholeNumber } from "#app/domain/forms/time-fields.ts";
import { LENGTH_PREFIX } from "#app/domain/sessions/agenda-lengths.ts";
import { itemLimits, MOST_ITEMS } from "#app/domain/sessions/agenda-limits.ts";

function itemMinutes() {
  return wholeNumber({ least: 1, most: 480, says: "agenda.badMinutes" });
}

/** The form of an agenda item. An empty attribution is inherited from the session. */
export const agendaItemForm = z.object({
  kind: id(),
  title: requiredLine(itemLimits.title),
  description: optionalText(itemLimits.description),
  minutes: itemMinutes(),
  visibility: oneOf(["shared", "internal"]),
  attribution: optionalOneOf(attributions),
});

export const agendaItemChangeForm = agendaItemForm.extend({ revision: revision() });

const eachLength = itemMinutes();

/** The form of all lengths of an agenda: `minutes.<id>` for each item; of more wrong ones than it may have, no more. */
export const lengthsForm = z.looseObject({}).transform((form, context) => {
  const lengths: Record<string, number> = {};
  for (const [name, typed] of Object.entries(form)) {
    if (context.issues.length >= MOST_ITEMS) break;
    if (!name.startsWith(LENGTH_PREFIX)) continue;
    const minutes = eachLength.safeParse(typed);
    if (minutes.success) lengths[name.slice(LENGTH_PREFIX.length)] = minutes.data;
    else
      for (const issue of minutes.error.issues) context.issues.push({ ...issue, path: [name], input: typed } as never);
  }
  return { lengths };
});

export const positionForm = z.object({ direction: oneOf(["up", "down"]) });

/** Removing an item, or with `undo` putting it back. */
export const removalForm = z.object({ undo: tick() });

export const templateForm = z.object({ templateId: id(), mode: oneOf(["append", "replace"]) });

/** What an agenda item consists of. */
export type AgendaItemFields = z.infer<typeof agendaItemForm>;
