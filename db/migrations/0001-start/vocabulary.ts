import type { Texts } from "#db/migrations/migration.ts";

/**
 * Lists whose values are data, a table each. One table for all would give every column that uses a code a second,
 * constant one for its foreign key; and what a kind of agenda item captures would be asked of phases too.
 */
export const vocabulary: Texts = {
  sqlite: /* sql */ `
create table institution_type (
  code text primary key check (length(code) between 1 and 40),
  labels text not null check (json_valid(labels)),
  position integer not null,
  retired integer not null default 0 check (retired in (0, 1))
) strict;

create table phase (
  code text primary key check (length(code) between 1 and 40),
  labels text not null check (json_valid(labels)),
  position integer not null,
  retired integer not null default 0 check (retired in (0, 1))
) strict;

create table target_group (
  code text primary key check (length(code) between 1 and 40),
  labels text not null check (json_valid(labels)),
  position integer not null,
  retired integer not null default 0 check (retired in (0, 1))
) strict;

create table cause_type (
  code text primary key check (length(code) between 1 and 40),
  labels text not null check (json_valid(labels)),
  position integer not null,
  retired integer not null default 0 check (retired in (0, 1))
) strict;

create table need_type (
  code text primary key check (length(code) between 1 and 40),
  labels text not null check (json_valid(labels)),
  position integer not null,
  retired integer not null default 0 check (retired in (0, 1))
) strict;

create table agenda_item_kind (
  code text primary key check (length(code) between 1 and 40),
  labels text not null check (json_valid(labels)),
  position integer not null,
  retired integer not null default 0 check (retired in (0, 1)),
  captures text not null default 'any' check (captures in ('none', 'any', 'practice', 'challenge', 'need', 'lesson', 'proposal')),
  is_break integer not null default 0 check (is_break in (0, 1))
) strict;
`,
};
