import { Refused } from "#app/domain/errors.ts";
import { fieldsThatGoOn } from "#app/domain/privacy/across-fields.ts";
import { type Finding, findPersonalData, placeOf } from "#app/domain/privacy/personal-data.ts";
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
 *   passed before and need no second statement; `shown` holds what readers see of a text where that is another one:
 *   marks and links can part a number in the source that they read as one
 */
export function guardTexts(
  texts: Readonly<Record<string, string>>,
  options: {
    stated: boolean;
    draft?: boolean;
    /** Nobody reads the fields one below the other: dates and lengths of a form are among them. */
    apart?: boolean;
    known?: Readonly<Record<string, string>>;
    shown?: Readonly<Record<string, string>>;
    now?: Date;
  },
): GuardAnswer {
  const faults: GuardAnswer["faults"] = [];
  let warned = false;
  for (const [field, text] of Object.entries(texts)) {
    if (text === "") continue;
    const found = worstIn(text, options.shown?.[field], options.now);
    if (!found) continue;
    const { severity, message } = found;
    if (severity === "block") faults.push({ field, message });
    else if (options.known?.[field] !== text) {
      warned = true;
      if (!options.stated && !options.draft) faults.push({ field, message });
    }
  }
  const refused = new Set(faults.map(({ field }) => field));
  for (const field of options.apart ? [] : fieldsThatGoOn({ ...texts, ...options.shown }, options.now)) {
    if (!refused.has(field)) faults.push({ field, message: { key: "guard.goesOn" } });
  }
  const unstated = warned && !options.stated && !options.draft;
  if (unstated) faults.push({ field: "guardStated", message: { key: "guard.statementNeeded" } });
  return { faults, stated: warned && options.stated };
}

/** The worst that a text says, in its source or as it is shown, and the message about it. */
function worstIn(text: string, shown: string | undefined, now?: Date): { severity: string; message: Message } | null {
  const worst = worstOf(findPersonalData(text, now));
  if (worst?.severity !== "block" && shown !== undefined && shown.trim() !== text.trim()) {
    const seen = worstOf(findPersonalData(shown, now));
    // The place is one of the shown text, which nobody has before their eyes while writing.
    if (seen && (!worst || seen.severity === "block")) {
      return { severity: seen.severity, message: { key: `guard.shown.${seen.severity}` } };
    }
  }
  if (!worst) return null;
  return {
    severity: worst.severity,
    message: { key: `knowledge.guardAt.${worst.kind}`, params: { ...placeOf(text, worst) } },
  };
}

function worstOf(findings: readonly Finding[]): Finding | undefined {
  return findings.find(({ severity }) => severity === "block") ?? findings[0];
}
