import type { Migration } from "#db/migrations/migration.ts";

/** Which backups were made, by whom, and which attempts failed: nobody shall believe in backups that are not there. */
export const backups: Migration = {
  number: 5,
  name: "backups",
  parts: [
    {
      sqlite: /* sql */ `
create table backup_run (
  id text primary key,
  at text not null,
  made_by text not null check (made_by in ('command', 'schedule')),
  file text not null,
  bytes integer,
  fault text not null default '',
  removed_at text,
  check ((bytes is null) = (fault <> ''))
) strict;
create index backup_run_by_time on backup_run (at);
`,
    },
  ],
};
