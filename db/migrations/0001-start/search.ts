import type { Texts } from "#db/migrations/migration.ts";

/**
 * The search index: every distinct word of all texts once, and of each document the numbers of its words in order. What
 * finds documents by words is made from these rows in memory.
 */
export const search: Texts = {
  sqlite: /* sql */ `
create table search_state (
  id integer primary key check (id = 1),
  analyser integer not null,
  removals integer not null
) strict;
insert into search_state (id, analyser, removals) values (1, 0, 0);

create table search_word (
  id integer primary key autoincrement,
  form text not null,
  languages text not null,
  unique (form, languages)
) strict;

create table search_document (
  id integer primary key autoincrement,
  record_type text not null,
  record_id text not null,
  language text not null,
  analyser integer not null,
  is_original integer not null check (is_original in (0, 1)),
  is_summarised integer not null check (is_summarised in (0, 1)),
  words blob not null,
  unique (record_type, record_id, language)
) strict;

-- Records of the index in the order in which they last changed, each once, but for new documents, which have higher
-- numbers than all before: what is kept in memory follows both.
create table search_change (
  seq integer primary key autoincrement,
  record_type text not null,
  record_id text not null,
  unique (record_type, record_id)
) strict;
`,
};
