import type { Kind } from "#app/domain/codes.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";

/**
 * The lists whose values are data: an installation owns them, and nothing in the code switches on a code of theirs.
 * Each has a table of its own, so that what uses a code has an ordinary foreign key.
 */
export const termTables = {
  institutionType: "institution_type",
  phase: "phase",
  targetGroup: "target_group",
  causeType: "cause_type",
  needType: "need_type",
  itemKind: "agenda_item_kind",
} as const;

export type TermList = keyof typeof termTables;

/** A value of a list, in every language it has a label in. */
export interface Term {
  code: string;
  labels: Labels;
}

/** A term as its list has it. */
export interface ListedTerm extends Term {
  /** Still names what it was chosen for, and is no longer offered. */
  isRetired: boolean;
}

/** What is written down under an agenda item: contributions of one kind, of any, or none. */
export type Captures = Kind | "any" | "none";

/** What an agenda item is there for. */
export interface ItemKind extends Term {
  captures: Captures;
  isBreak: boolean;
}

/** All lists, each in its order. */
export type Vocabulary = Readonly<Record<Exclude<TermList, "itemKind">, readonly ListedTerm[]>> & {
  readonly itemKind: readonly (ListedTerm & ItemKind)[];
};

/** The term of a row that was joined to its list; null where it names none. */
export function termOf(code: string | null, labels: string | null): Term | null {
  return code === null ? null : { code, labels: parseLabels(labels) };
}

/** The term of a code; one without labels where the list does not know it. */
export function termIn(terms: readonly Term[], code: string): Term {
  return terms.find((term) => term.code === code) ?? { code, labels: {} };
}

/** The kind of agenda item of a code; under one that the list does not know, anything may be written down. */
export function itemKindIn({ itemKind }: Pick<Vocabulary, "itemKind">, code: string): ItemKind {
  return itemKind.find((kind) => kind.code === code) ?? { code, labels: {}, captures: "any", isBreak: false };
}
