import { Refused } from "#app/domain/errors.ts";
import { findPersonalData, placeOf } from "#app/domain/privacy/personal-data.ts";
import type { Message } from "#app/i18n/message.ts";

export interface GuardAnswer {
  faults: { field: string; message: Message }[];
  /** Something looked like personal data, and the person stated that it is not about a prisoner. */
  stated: boolean;
}

/**
 * Lets the texts of a form pass that `guardTexts` finds nothing against.
 * @throws Refused
 */
export function passGuard(texts: Readonly<Record<string, string>>, stated: boolean | undefined, now: Date): void {
  const { faults } = guardTexts(texts, { stated: stated ?? false, now });
  if (faults.length > 0) throw new Refused(faults);
}

/**
 * Looks for personal data in the texts of a form. Identity numbers are refused in any case; the rest is refused until
 * the person states that it is not about a prisoner. The matched text is never repeated, only its place.
 * @param texts by form field
 * @param options.stated the statement was given; `draft`: warnings can wait until submission; `known` holds texts that
 *   passed before and need no second statement
 */
export function guardTexts(
  texts: Readonly<Record<string, string>>,
  options: { stated: boolean; draft?: boolean; known?: Readonly<Record<string, string>>; now?: Date },
): GuardAnswer {
  const faults: GuardAnswer["faults"] = [];
  let warned = false;
  for (const [field, text] of Object.entries(texts)) {
    if (text === "") continue;
    const findings = findPersonalData(text, options.now);
    const blocked = findings.find(({ severity }) => severity === "block");
    const worst = blocked ?? findings[0];
    if (!worst) continue;
    const params = { ...placeOf(text, worst) };
    if (blocked) faults.push({ field, message: { key: `knowledge.guardAt.${worst.kind}`, params } });
    else if (options.known?.[field] !== text) {
      warned = true;
      if (!options.stated && !options.draft)
        faults.push({ field, message: { key: `knowledge.guardAt.${worst.kind}`, params } });
    }
  }
  const unstated = warned && !options.stated && !options.draft;
  if (unstated) faults.push({ field: "guardStated", message: { key: "guard.statementNeeded" } });
  return { faults, stated: warned && options.stated };
}
