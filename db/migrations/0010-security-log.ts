import type { Migration } from "#db/migrations/migration.ts";

/** What the security log tells, and what a sign-in tells its owner of itself. */
export const securityLog: Migration = {
  number: 10,
  name: "security-log",
  parts: [
    {
      sqlite: /* sql */ `
-- No foreign key: it is written in its own time, and outlives what it tells of.
create table security_event (
  id text primary key,
  at text not null,
  kind text not null,
  account_id text,
  sign_in text not null default '',
  network text not null default '',
  browser text not null default '',
  place text not null default ''
) strict;
create index security_event_by_time on security_event (at);
create index security_event_by_account on security_event (account_id, at);

alter table sign_in add column confirmed_at text not null default '';
alter table sign_in add column network text not null default '';
alter table sign_in add column browser text not null default '';
`,
    },
  ],
};
