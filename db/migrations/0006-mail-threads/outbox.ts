import type { Texts } from "#db/migrations/migration.ts";

/**
 * A mail belongs to a thread, and of those about one session to one person only the newest that has not gone out is
 * left: it says what is true when it is sent. What was sent keeps what it said.
 */
export const outbox: Texts = {
  sqlite: /* sql */ `
create table outbox_of_threads (
  id text primary key,
  idempotency_key text not null unique,
  template text not null,
  parameters text not null check (json_valid(parameters)),
  recipient_id text references account (id),
  address text not null check (address like '%_@_%'),
  group_id text references working_group (id),
  subject_type text,
  subject_id text,
  thread text,
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'kept', 'held', 'failed', 'dropped')),
  reason text not null default '',
  attempts integer not null default 0,
  next_attempt_at text not null,
  lease_until text,
  message_id text not null unique,
  last_error text not null default '',
  created_at text not null,
  tried_at text,
  sent_at text
) strict;

insert into outbox_of_threads
select
  id, idempotency_key, template, parameters, recipient_id, address, group_id, subject_type, subject_id,
  case
    when template like 'session-%' then 'session-news:' || subject_id || ':' || recipient_id
    when template in ('password-reset', 'sharing-asked', 'sharing-decided')
      then template || ':' || subject_id || ':' || coalesce(recipient_id, address)
  end,
  state,
  case when state = 'dropped' then 'not-allowed' when state = 'failed' then 'server' else '' end,
  attempts, next_attempt_at, lease_until, message_id, last_error, created_at, sent_at, sent_at
from outbox;

drop table outbox;
alter table outbox_of_threads rename to outbox;
create index outbox_by_state on outbox (state, next_attempt_at);
create index outbox_by_group on outbox (group_id, created_at);
create index outbox_by_thread on outbox (thread, state);

update outbox set state = 'dropped', reason = 'replaced', lease_until = null
where thread is not null and state in ('waiting', 'sending', 'kept', 'failed') and exists (
  select 1 from outbox as newer
  where newer.thread = outbox.thread and newer.state in ('waiting', 'sending', 'kept', 'failed')
    and (newer.created_at > outbox.created_at or newer.created_at = outbox.created_at and newer.id > outbox.id)
);

update outbox set
  parameters = case when state <> 'sent' then '{}' else json_object(
    'told', json_object(
      'what', substr(template, 9),
      'previousStartsAt', json_extract(parameters, '$.previousStartsAt'),
      'method', case when template in ('session-cancelled', 'session-left') then 'CANCEL' else 'REQUEST' end,
      'sequence', json_extract(parameters, '$.sequence'),
      'stamp', sent_at,
      'startsAt', json_extract(parameters, '$.startsAt'),
      'endsAt', json_extract(parameters, '$.endsAt'),
      'language', (select language from session where session.id = subject_id),
      'joinLink', json_extract(parameters, '$.joinLink'),
      'attribution', (select attribution from session where session.id = subject_id)
    )
  ) end,
  template = 'session-news'
where template in ('session-scheduled', 'session-moved', 'session-changed', 'session-cancelled', 'session-left');
`,
};
