/** Filters that can be typed, by the codes the addresses use. More follow; an unknown one is plain text. */
export const FILTER_NAMES = [
  "kind",
  "theme",
  "beneficiary",
  "institution",
  "group",
  "lang",
  "status",
  "cites",
] as const;

export type FilterName = (typeof FILTER_NAMES)[number];
/** Values as codes are written, in the order typed, none twice; a filter that was not typed is absent. */
export type Filters = { readonly [Name in FilterName]?: readonly string[] };

export function isFilterName(name: string): name is FilterName {
  return (FILTER_NAMES as readonly string[]).includes(name);
}

/** The values typed after the colon: in quotes one, otherwise as many as commas part. */
export function filterValues(name: FilterName, quoted: string | undefined, bare: string): string[] {
  const values = quoted === undefined ? bare.split(",") : [quoted];
  return values.map((value) => canonical(name, value.normalize("NFC").trim())).filter((value) => value !== "");
}

function canonical(name: FilterName, value: string): string {
  switch (name) {
    case "kind":
    case "beneficiary":
    case "status":
      return value.toLowerCase();
    case "theme":
      return /^t\d+$/i.test(value) ? value.toUpperCase() : value;
    case "lang":
      return canonicalLocale(value);
    default:
      return value;
  }
}

/** "sr-cyrl" as the codes write it, "sr-Cyrl"; what is no language tag stays as typed. */
function canonicalLocale(value: string): string {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? value;
  } catch {
    return value;
  }
}
