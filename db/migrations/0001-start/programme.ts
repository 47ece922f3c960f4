import type { Texts } from "#db/migrations/migration.ts";

/** Who works together: beneficiaries, their institutions, working groups. */
export const programme: Texts = {
  sqlite: /* sql */ `
create table programme (
  id text primary key,
  slug text not null unique check (slug glob '[a-z0-9]*' and length(slug) <= 60),
  names text not null check (json_valid(names)),
  funding_statement text not null default '{}' check (json_valid(funding_statement)),
  disclaimer text not null default '{}' check (json_valid(disclaimer)),
  created_at text not null
) strict;

create table beneficiary (
  id text primary key,
  programme_id text not null references programme (id),
  code text not null check (length(code) between 2 and 20),
  names text not null check (json_valid(names)),
  mark text check (mark is null or length(mark) between 1 and 3),
  footnote text check (footnote is null or json_valid(footnote)),
  position integer not null,
  unique (programme_id, code),
  check ((mark is null) = (footnote is null))
) strict;

create table institution (
  id text primary key,
  programme_id text not null references programme (id),
  beneficiary_id text references beneficiary (id),
  type text not null references institution_type (code),
  names text not null check (json_valid(names))
) strict;
create index institution_by_beneficiary on institution (beneficiary_id);

create table working_group (
  id text primary key,
  programme_id text not null references programme (id),
  slug text not null unique check (length(slug) between 2 and 60),
  code text not null unique check (code glob '[A-Z][A-Z][A-Z]*' and length(code) <= 5),
  names text not null check (json_valid(names)),
  position integer not null,
  created_at text not null
) strict;
`,
};
