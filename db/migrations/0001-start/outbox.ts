import type { Texts } from "#db/migrations/migration.ts";

/** Mails to send. */
export const outbox: Texts = {
  sqlite: /* sql */ `
create table outbox (
  id text primary key,
  idempotency_key text not null unique,
  template text not null,
  parameters text not null check (json_valid(parameters)),
  recipient_id text references account (id),
  address text not null check (address like '%_@_%'),
  group_id text references working_group (id),
  subject_type text,
  subject_id text,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'kept', 'failed', 'dropped')),
  attempts integer not null default 0,
  next_attempt_at text not null,
  lease_until text,
  message_id text not null unique,
  last_error text not null default '',
  created_at text not null,
  sent_at text
) strict;
create index outbox_by_state on outbox (state, next_attempt_at);
create index outbox_by_group on outbox (group_id, created_at);
`,
};
