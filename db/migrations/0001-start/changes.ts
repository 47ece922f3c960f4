import type { Texts } from "#db/migrations/migration.ts";

/** What every change writes: the change number, and the keys of attempts that succeeded. */
export const changes: Texts = {
  sqlite: /* sql */ `
create table change_number (
  id integer primary key check (id = 1),
  value integer not null
) strict;
insert into change_number (id, value) values (1, 0);

create table idempotency_key (
  key text primary key check (length(key) between 8 and 80),
  actor_id text not null,
  route text not null,
  body_hash text not null,
  result text not null check (json_valid(result)),
  created_at text not null
) strict, without rowid;
`,
};
