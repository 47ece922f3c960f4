import type { Generated } from "kysely";
import type { Instant, Json } from "#db/schema/columns.ts";

/** One captured record. Its texts are in `contribution_version`, one row per language. */
export interface ContributionTable {
  id: string;
  group_id: string;
  /** Readable and drawn at random within group and year; a draft has one too, known to its author alone. */
  number: string;
  kind: "practice" | "challenge" | "need" | "lesson" | "proposal";
  depth: "snapshot" | "full";
  status: "draft" | "captured" | "complete" | "checked" | "validated" | "returned" | "archived" | "withdrawn";
  author_id: string;
  /** Code of the beneficiary, or `regional` or `other-european`. */
  beneficiary: string;
  /** The delegation it came from; null for regional and other European records. */
  delegation_id: string | null;
  institution_id: string | null;
  round_id: string | null;
  session_id: string | null;
  agenda_item_id: string | null;
  attribution: "person" | "institution" | "beneficiary" | "group";
  sharing: Generated<"bilateral" | "group" | "programme" | "public">;
  phase: string | null;
  evidence_stage: number | null;
  transferability: string | null;
  review_by: string | null;
  withdrawal_reason: string | null;
  /** Why it was returned or archived; null in every other status. */
  review_reason: string | null;
  /** The author's statement that nothing in it is about a prisoner, given when the guard warned. */
  guard_stated: Generated<0 | 1>;
  /** Why an organiser shared it beyond the group though nobody but who wrote it had read it; shown with it. */
  unread_reason: string | null;
  /** What an import calls it; unique within the group. */
  external_id: string | null;
  /** The type of its institution where only that is known. */
  institution_type: string | null;
  /** SHA-256 of the line it was last imported from. */
  import_digest: string | null;
  revision: Generated<number>;
  created_at: Instant;
  submitted_at: Instant | null;
  updated_at: Instant;
}

/** A language version: a text of its own with provenance. */
export interface ContributionVersionTable {
  id: string;
  contribution_id: string;
  language: string;
  script: "Latn" | "Cyrl";
  provenance: "original" | "translated" | "machine" | "reviewed";
  title: string;
  summary: string;
  body: string;
  body_html: string;
  /** Sections of the full template: `{code: markdown}`. */
  details: Generated<Json>;
  details_html: Generated<Json>;
  /** Who wrote what it says now. */
  written_by: string | null;
  /** Who read what it says now and wrote none of it; null for somebody outside, as where it was imported as checked. */
  seconded_by: string | null;
  /** Null until then: it is not heard beyond the group. */
  seconded_at: Instant | null;
  /** The writer's statement that nothing in it is about a prisoner, given when the guard warned. */
  guard_stated: Generated<0 | 1>;
  updated_at: Instant;
}

/** What a record said before each change, for readers at the level it had then. */
export interface ContributionRevisionTable {
  id: string;
  contribution_id: string;
  revision: number;
  content: Json;
  sharing: string;
  attribution: string;
  changed_by: string;
  changed_at: Instant;
}

export interface ContributionThemeTable {
  contribution_id: string;
  theme_id: string;
}

export interface ContributionTargetGroupTable {
  contribution_id: string;
  target_group: string;
}

export interface ContributionReferenceTable {
  contribution_id: string;
  reference_id: string;
  /** Rule or paragraph, as "59-61"; empty when the whole is meant. */
  rule: Generated<string>;
}

/** `from` addresses, responds to, or rests on `to`. */
export interface ContributionLinkTable {
  from_id: string;
  to_id: string;
  relation: "addresses" | "responds-to" | "rests-on";
}
