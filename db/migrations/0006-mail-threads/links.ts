import type { Texts } from "#db/migrations/migration.ts";

/** Links of earlier attempts to send a mail, and the host that the UIDs of calendar entries end in. */
export const links: Texts = {
  sqlite: /* sql */ `
alter table password_reset add column request text;

create table earlier_link (
  token_hash text primary key,
  invitation_id text references invitation (id) on delete cascade,
  account_id text references account (id),
  expires_at text not null,
  check ((invitation_id is null) <> (account_id is null))
) strict, without rowid;
create index earlier_link_by_invitation on earlier_link (invitation_id);
create index earlier_link_by_account on earlier_link (account_id);

create table calendar_host (
  one integer primary key check (one = 1),
  host text not null check (length(host) > 0)
) strict;
`,
};
