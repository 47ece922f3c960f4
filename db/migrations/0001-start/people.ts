import type { Texts } from "#db/migrations/migration.ts";

/** Accounts, what signs them in, and what they belong to. */
export const people: Texts = {
  sqlite: /* sql */ `
create table account (
  id text primary key,
  address text not null unique check (address = lower(address) and address like '%_@_%'),
  name text not null check (length(name) between 1 and 120),
  locale text not null,
  zone text not null,
  city text not null default '',
  password_hash text,
  is_administrator integer not null default 0 check (is_administrator in (0, 1)),
  status text not null default 'active' check (status in ('active', 'deactivated')),
  current_group_id text references working_group (id),
  created_at text not null
) strict;

create table sign_in (
  token_hash text primary key check (length(token_hash) = 64),
  account_id text not null references account (id) on delete cascade,
  expires_at text not null,
  absolute_until text not null,
  created_at text not null
) strict;
create index sign_in_by_account on sign_in (account_id);

create table password_reset (
  account_id text primary key references account (id) on delete cascade,
  token_hash text not null unique check (length(token_hash) = 64),
  created_at text not null,
  expires_at text not null
) strict;

create table api_token (
  id text primary key,
  account_id text not null references account (id) on delete cascade,
  token_hash text not null unique check (length(token_hash) = 64),
  name text not null check (length(name) between 1 and 80),
  scopes text not null check (json_valid(scopes)),
  created_at text not null,
  expires_at text not null check (expires_at > created_at),
  last_used_at text
) strict;
create index api_token_by_account on api_token (account_id, created_at);

create table membership (
  id text primary key,
  account_id text not null references account (id),
  group_id text not null references working_group (id),
  role text not null check (role in ('organiser', 'participant', 'consultant', 'observer')),
  beneficiary_id text references beneficiary (id),
  institution_id text references institution (id),
  speaks integer not null default 0 check (speaks in (0, 1)),
  started_at text not null,
  ended_at text,
  check (role <> 'participant' or beneficiary_id is not null),
  check (speaks = 0 or role = 'participant')
) strict;
create unique index membership_current on membership (account_id, group_id) where ended_at is null;
create index membership_by_group on membership (group_id, role, beneficiary_id);

create table invitation (
  id text primary key,
  token_hash text unique,
  address text not null check (address = lower(address)),
  name text not null,
  group_id text not null references working_group (id),
  role text not null check (role in ('organiser', 'participant', 'consultant', 'observer')),
  beneficiary_id text references beneficiary (id),
  institution_id text references institution (id),
  speaks integer not null default 0 check (speaks in (0, 1)),
  locale text not null,
  invited_by text not null references account (id),
  created_at text not null,
  expires_at text not null,
  accepted_at text,
  account_id text references account (id),
  check (role <> 'participant' or beneficiary_id is not null)
) strict;
create index invitation_by_group on invitation (group_id, accepted_at);
`,
};
