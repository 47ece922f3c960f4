import type { Texts } from "#db/migrations/migration.ts";

/**
 * What each person was told of a session. Taken from the mails that went out; of those sent so long ago that their row
 * was removed, it is what the session is now.
 */
export const told: Texts = {
  sqlite: /* sql */ `
create table session_told (
  session_id text not null references session (id),
  account_id text not null references account (id),
  told text check (told is null or json_valid(told)),
  tried text check (tried is null or json_valid(tried)),
  primary key (session_id, account_id)
) strict, without rowid;

insert into session_told (session_id, account_id, told)
select
  subject_id,
  recipient_id,
  json_object(
    'what', substr(template, 9),
    'previousStartsAt', json_extract(parameters, '$.previousStartsAt'),
    'method', case when template in ('session-cancelled', 'session-left') then 'CANCEL' else 'REQUEST' end,
    'sequence', coalesce(json_extract(parameters, '$.sequence'), session.sequence),
    'stamp', sent_at,
    'startsAt', coalesce(json_extract(parameters, '$.startsAt'), session.starts_at),
    'endsAt', coalesce(json_extract(parameters, '$.endsAt'), session.ends_at),
    'language', session.language,
    'joinLink', json_extract(parameters, '$.joinLink'),
    'attribution', session.attribution
  )
from outbox join session on session.id = outbox.subject_id
where outbox.id = (
  select latest.id from outbox as latest
  where latest.subject_id = outbox.subject_id and latest.recipient_id = outbox.recipient_id
    and latest.template like 'session-%' and latest.state = 'sent'
  order by latest.sent_at desc, latest.id desc limit 1
);

insert into session_told (session_id, account_id, told)
select
  session.id,
  session_person.account_id,
  json_object(
    'what', 'scheduled',
    'previousStartsAt', null,
    'method', 'REQUEST',
    'sequence', session.sequence,
    'stamp', session.updated_at,
    'startsAt', session.starts_at,
    'endsAt', session.ends_at,
    'language', session.language,
    'joinLink', session.join_link,
    'attribution', session.attribution
  )
from session_person join session on session.id = session_person.session_id
where session_person.removed_at is null and session.status = 'scheduled'
  and not exists (
    select 1 from outbox
    where outbox.subject_id = session.id and outbox.recipient_id = session_person.account_id
      and outbox.template like 'session-%'
  );
`,
};
