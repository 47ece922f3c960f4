import type { Migration } from "#db/migrations/migration.ts";

/**
 * What an organiser decides although people cannot: that a session keeps its time, for each person who cannot then; and
 * how unevenly breaks may be shared out in a plan.
 */
export const keptTimes: Migration = {
  number: 22,
  name: "kept-times",
  parts: [
    {
      sqlite: /* sql */ `
create table kept_time (
  session_id text not null references session (id) on delete cascade,
  account_id text not null references account (id),
  starts_at text not null,
  ends_at text not null,
  kept_by text not null references account (id),
  kept_at text not null,
  primary key (session_id, account_id),
  check (starts_at < ends_at)
) strict, without rowid;
create index kept_time_by_account on kept_time (account_id);

alter table round_plan add column most_apart integer check (most_apart between 0 and 20);
`,
    },
  ],
};
