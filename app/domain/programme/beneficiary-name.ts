import { type Labels, label, parseLabels } from "#app/i18n/labels.ts";
import { type Text, textOf } from "#app/i18n/text.ts";

declare const marked: unique symbol;

/**
 * The name of a beneficiary as everybody sees it: the mark belongs to it ("Kosovo*"). Whatever shows, sorts, mails or
 * exports a beneficiary asks for this type, so that a bare name does not compile.
 */
export type NameWithMark = string & { readonly [marked]: true };

/** Labels and mark of a beneficiary: a row, or facts that were read from one. */
export interface Designation<N = string | Labels> {
  names: N;
  mark: string | null;
}

/** The name with its mark; null for no beneficiary, as a plenary has none. */
export function nameWithMark(beneficiary: Designation, locale: string): NameWithMark;
export function nameWithMark(beneficiary: Designation<string | Labels | null>, locale: string): NameWithMark | null;
export function nameWithMark({ names, mark }: Designation<string | Labels | null>, locale: string) {
  return names === null ? null : (`${label(labelsOf(names), locale)}${mark ?? ""}` as NameWithMark);
}

/** The footnote behind its mark ("* This designation is ..."); empty for a name that carries none. */
export function footnoteWithMark(
  { mark, footnote }: { mark: string | null; footnote: string | Labels | null },
  locale: string,
): string {
  const text = footnote === null ? "" : label(labelsOf(footnote), locale);
  return text && `${mark ?? ""} ${text}`.trim();
}

/** What stands for a beneficiary where a contribution is regional or comes from elsewhere in Europe: no mark. */
export function wideName(text: Text, code: string): NameWithMark {
  return textOf(text, `codes.beneficiary.${code}`) as NameWithMark;
}

function labelsOf(labels: string | Labels): Labels {
  return typeof labels === "string" ? parseLabels(labels) : labels;
}
