import type { Migration } from "#db/migrations/migration.ts";

/** Changes of members tell as well of a voice that a delegation loses. */
export const lostVoices: Migration = {
  number: 11,
  name: "lost-voices",
  parts: [
    {
      sqlite: /* sql */ `
create table membership_change_anew (
  id text primary key,
  group_id text not null references working_group (id),
  account_id text not null references account (id),
  kind text not null check (
    kind in ('member', 'speaker', 'left', 'silent', 'gone', 'shut', 'organiser', 'administrator')
  ),
  beneficiary_id text references beneficiary (id),
  by_account_id text references account (id),
  reason text not null default '',
  at text not null,
  check ((kind not in ('organiser', 'administrator')) = (beneficiary_id is not null))
) strict;
insert into membership_change_anew (id, group_id, account_id, kind, beneficiary_id, by_account_id, reason, at)
select id, group_id, account_id, kind, beneficiary_id, by_account_id, reason, at from membership_change;
drop table membership_change;
alter table membership_change_anew rename to membership_change;
create index membership_change_by_group on membership_change (group_id, at);
`,
    },
  ],
};
