import type { Migration } from "#db/migrations/migration.ts";

/** What people answer to invitations, by which way, and what came of mails that were read. */
export const answers: Migration = {
  number: 14,
  name: "answers",
  parts: [
    {
      sqlite: /* sql */ `
create table session_answer (
  id text primary key,
  session_id text not null references session (id),
  account_id text not null references account (id),
  answer text not null check (answer in ('accepted', 'tentative', 'declined')),
  comment text not null default '',
  way text not null check (way in ('page', 'link', 'mail', 'proxy')),
  by_account_id text references account (id),
  sequence integer not null check (sequence >= 0),
  stamp text not null,
  starts_at text not null,
  ends_at text not null,
  at text not null,
  lapsed text check (lapsed in ('moved', 'removed')),
  replaced_at text,
  check ((way = 'proxy') = (by_account_id is not null))
) strict;
create unique index session_answer_current on session_answer (session_id, account_id) where replaced_at is null;
create index session_answer_by_account on session_answer (account_id, at);
create table answer_link (
  token_hash text primary key,
  session_id text not null references session (id),
  account_id text not null references account (id),
  created_at text not null
) strict;
create index answer_link_by_seat on answer_link (session_id, account_id);
create table received_reply (
  id text primary key,
  message_hash text not null unique,
  from_address text not null default '',
  subject text not null default '',
  uid text,
  result text not null check (result in ('applied', 'shown', 'dropped')),
  reason text not null,
  answer text check (answer in ('accepted', 'tentative', 'declined')),
  session_id text references session (id),
  account_id text references account (id),
  proposed_starts_at text,
  proposed_ends_at text,
  at text not null,
  settled_at text,
  settled_by text references account (id)
) strict;
create index received_reply_by_session on received_reply (session_id, at);
create index received_reply_by_time on received_reply (at);
create table bounced_address (
  address text primary key,
  severity text not null check (severity in ('permanent', 'temporary')),
  status text not null default '',
  at text not null
) strict;
`,
    },
  ],
};
