import { z } from "zod";
import { ids, revision } from "#app/domain/forms/choice-fields.ts";
import { message } from "#app/domain/forms/message.ts";
import { optionalTime, optionalWholeNumber, timeOfDay, wholeNumber } from "#app/domain/forms/time-fields.ts";
import { bufferMinutes, mostApart, mostAtOnce, slotMinutes } from "#app/domain/planning/plan-limits.ts";

const hours = z
  .object({ from: timeOfDay(), to: timeOfDay() })
  .refine(({ from, to }) => to > from, { path: ["to"], message: message("plan.endsBeforeStart") });

/** The form of the frame: for each day that is ticked also `from.<day>` and `to.<day>`. */
export const settingsForm = z
  .looseObject({
    days: ids(31).refine((chosen) => chosen.length > 0, message("plan.chooseDay")),
    pauseFrom: optionalTime(),
    pauseTo: optionalTime(),
    slotMinutes: wholeNumber({ ...slotMinutes, says: "plan.badSlot" }),
    bufferMinutes: wholeNumber({ ...bufferMinutes, says: "plan.badBuffer" }),
    mostAtOnce: optionalWholeNumber({ ...mostAtOnce, says: "plan.badMost" }),
    mostApart: optionalWholeNumber({ ...mostApart, says: "plan.badApart" }),
    revision: revision(),
  })
  .superRefine(({ pauseFrom, pauseTo }, context) => {
    const fault = (field: string, key: "plan.pauseWhole" | "plan.endsBeforeStart") =>
      context.addIssue({ code: "custom", path: [field], message: message(key) });
    if (pauseFrom && !pauseTo) fault("pauseTo", "plan.pauseWhole");
    else if (pauseTo && !pauseFrom) fault("pauseFrom", "plan.pauseWhole");
    else if (pauseFrom && pauseTo && pauseTo <= pauseFrom) fault("pauseTo", "plan.endsBeforeStart");
  })
  .transform((form, context) => {
    const sent: Readonly<Record<string, unknown>> = form;
    const days = [...form.days].sort().flatMap((day) => {
      const typed = { from: sent[`from.${day}`], to: sent[`to.${day}`] };
      const read = hours.safeParse(typed);
      if (read.success) return [{ day, ...read.data }];
      for (const issue of read.error.issues) {
        context.issues.push({ ...issue, path: [`${String(issue.path[0])}.${day}`], input: typed } as never);
      }
      return [];
    });
    const { pauseFrom, pauseTo } = form;
    return {
      days,
      pause: pauseFrom && pauseTo ? { from: pauseFrom, to: pauseTo } : null,
      slotMinutes: form.slotMinutes,
      bufferMinutes: form.bufferMinutes,
      mostAtOnce: form.mostAtOnce,
      mostApart: form.mostApart,
      revision: form.revision,
    };
  });
