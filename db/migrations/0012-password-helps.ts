import type { Migration } from "#db/migrations/migration.ts";

/** Who made a link for somebody else's new password, and why. */
export const passwordHelps: Migration = {
  number: 12,
  name: "password-helps",
  parts: [
    {
      sqlite: /* sql */ `
create table password_help (
  id text primary key,
  account_id text not null references account (id),
  by_account_id text references account (id),
  way text not null check (way in ('mail', 'link', 'command')),
  reason text not null default '',
  at text not null,
  signed_in_at text,
  check ((way = 'command') = (by_account_id is null))
) strict;
create index password_help_by_account on password_help (account_id, at);
create index password_help_by_time on password_help (at);
`,
    },
  ],
};
