import type { Migration } from "#db/migrations/migration.ts";

/**
 * Invitations that were withdrawn stay; changes of members are told; a programme says what it is; libraries are
 * chosen; beneficiaries and institutions can be retired.
 */
export const people: Migration = {
  number: 3,
  name: "people",
  parts: [
    {
      sqlite: /* sql */ `
alter table invitation add column withdrawn_at text;

create table membership_change (
  id text primary key,
  group_id text not null references working_group (id),
  account_id text not null references account (id),
  kind text not null check (kind in ('member', 'speaker', 'left', 'organiser', 'administrator')),
  beneficiary_id text references beneficiary (id),
  by_account_id text references account (id),
  reason text not null default '',
  at text not null,
  check ((kind in ('member', 'speaker', 'left')) = (beneficiary_id is not null))
) strict;
create index membership_change_by_group on membership_change (group_id, at);

alter table programme add column description text not null default '{}' check (json_valid(description));

create table loaded_library (
  code text primary key,
  loaded_at text not null
) strict;
insert into loaded_library (code, loaded_at)
select 'release', strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
where exists (select 1 from theme);

alter table beneficiary add column retired_at text;
alter table institution add column retired_at text;
`,
    },
  ],
};
