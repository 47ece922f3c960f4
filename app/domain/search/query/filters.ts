import { stagesWritten, writeStages } from "#app/domain/search/query/evidence-stages.ts";
import type { FilterName } from "#app/domain/search/query/filter-names.ts";
import { daysWritten, writeDays } from "#app/domain/search/query/written-days.ts";
import { languageCodes } from "#app/i18n/languages.ts";

/** The values typed after the colon: in quotes one, otherwise as many as commas part. */
export function filterValues(name: FilterName, quoted: string | undefined, bare: string): string[] {
  const values = quoted === undefined ? bare.split(",") : [quoted];
  return values.map((value) => canonicalValue(name, value.trim())).filter((value) => value !== "");
}

/** A value as addresses write it; one that says nothing known stays as it is. Twice gives the same as once. */
export function canonicalValue(name: FilterName, value: string): string {
  return canonical(name, value.normalize("NFC")).normalize("NFC");
}

function canonical(name: FilterName, value: string): string {
  switch (name) {
    case "kind":
    case "beneficiary":
    case "status":
    case "has":
      return value.toLowerCase();
    case "theme":
      return /^t\d+$/i.test(value) ? value.toUpperCase() : value;
    case "lang":
      return canonicalLocale(value);
    case "evidence": {
      const stages = stagesWritten(value);
      return stages ? writeStages(stages) : value;
    }
    case "before":
    case "after":
    case "date": {
      const days = daysWritten(value);
      return days ? writeDays(days) : value;
    }
    default:
      return value;
  }
}

/**
 * "sr-cyrl" as the codes write it, "sr-Cyrl"; what is no language tag stays as typed. Our own codes come first: "cnr"
 * is "sr-ME" in the canonical form.
 */
function canonicalLocale(value: string): string {
  const own = languageCodes.find((code) => code.toLowerCase() === value.toLowerCase());
  if (own !== undefined) return own;
  try {
    return Intl.getCanonicalLocales(value)[0] ?? value;
  } catch {
    return value;
  }
}
