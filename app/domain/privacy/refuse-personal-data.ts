import { type Fault, Refused } from "#app/domain/errors.ts";
import { fieldsThatGoOn } from "#app/domain/privacy/across-fields.ts";
import { findPersonalData } from "#app/domain/privacy/personal-data.ts";

/**
 * What certainly identifies a person does not get into a plan or an agenda; what only might, passes.
 * @param texts what was typed, by form field
 * @throws Refused naming each field at fault
 */
export function refusePersonalData(texts: Readonly<Record<string, string | null | undefined>>, now: Date): void {
  const faults = Object.entries(texts).flatMap(([field, text]): Fault[] => {
    const found = findPersonalData(text ?? "", now).some(({ severity }) => severity === "block");
    return found ? [{ field, message: { key: "guard.blocked" } }] : [];
  });
  if (faults.length === 0) {
    for (const field of fieldsThatGoOn(texts, now)) faults.push({ field, message: { key: "guard.goesOn" } });
  }
  if (faults.length > 0) throw new Refused(faults);
}
