import type { Migration } from "#db/migrations/migration.ts";

/**
 * Addresses that calendars read sessions from; which reminders a person wants and how news reach them; mails that wait
 * to be told together.
 */
export const feeds: Migration = {
  number: 17,
  name: "feeds",
  parts: [
    {
      sqlite: /* sql */ `
create table calendar_feed (
  id text primary key,
  account_id text not null references account (id),
  token_hash text not null unique,
  name text not null,
  scope text not null check (scope in ('own', 'group', 'delegation')),
  group_id text references working_group (id),
  beneficiary_id text references beneficiary (id),
  discloses integer not null check (discloses in (0, 1)),
  created_at text not null,
  last_used_at text,
  check ((scope = 'own') = (group_id is null)),
  check ((scope = 'delegation') = (beneficiary_id is not null))
) strict;
create index calendar_feed_by_account on calendar_feed (account_id, created_at);

create table mail_choice (
  account_id text primary key references account (id),
  day_before integer not null check (day_before in (0, 1)),
  hour_before integer not null check (hour_before in (0, 1)),
  after_end integer not null check (after_end in (0, 1)),
  news text not null check (news in ('at-once', 'daily', 'never')),
  updated_at text not null
) strict;

alter table outbox add column gathered integer not null default 0 check (gathered in (0, 1));
create index outbox_gathered on outbox (next_attempt_at) where gathered = 1;
`,
    },
  ],
};
