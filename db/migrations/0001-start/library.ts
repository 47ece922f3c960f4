import type { Texts } from "#db/migrations/migration.ts";

/** What contributions are sorted by and lean on. */
export const library: Texts = {
  sqlite: /* sql */ `
create table theme (
  id text primary key,
  code text not null unique,
  labels text not null check (json_valid(labels)),
  broader_id text references theme (id),
  synonyms text not null default '[]' check (json_valid(synonyms)),
  position integer not null
) strict;

create table reference (
  id text primary key,
  identifier text not null,
  title text not null,
  date text not null,
  summary text not null,
  url text not null,
  class text not null,
  note text not null default '',
  superseded text not null default '',
  verified integer not null check (verified in (0, 1)),
  origin text not null default 'seed' check (origin in ('seed', 'edited'))
) strict;
`,
};
