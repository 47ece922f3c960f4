import { type FoundKind, type Kind, kinds } from "#app/domain/codes.ts";
import type { Text } from "#app/i18n/text.ts";

/** What a kind of what is found is called. */
export function kindLabel(text: Text, code: FoundKind): string {
  return isRecord(code) ? text(`codes.kind.${code}`) : text(`search.kind.${code}`);
}

/** Whether it is a kind of contribution; all of these together are asked for as records. */
export function isRecord(code: FoundKind): code is Kind {
  return (kinds as readonly string[]).includes(code);
}
