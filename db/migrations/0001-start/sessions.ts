import type { Texts } from "#db/migrations/migration.ts";

/** Rounds, what is to meet in them, and the sessions with their audience and agenda. */
export const sessions: Texts = {
  sqlite: /* sql */ `
create table agenda_template (
  id text primary key,
  group_id text references working_group (id),
  code text not null unique,
  names text not null check (json_valid(names))
) strict;

create table agenda_template_item (
  id text primary key,
  template_id text not null references agenda_template (id) on delete cascade,
  position integer not null check (position >= 1),
  kind text not null references agenda_item_kind (code),
  titles text not null check (json_valid(titles)),
  descriptions text not null check (json_valid(descriptions)),
  minutes integer not null check (minutes between 1 and 480),
  visibility text not null check (visibility in ('shared', 'internal')),
  unique (template_id, position)
) strict;

create table round (
  id text primary key,
  group_id text not null references working_group (id),
  slug text not null check (length(slug) between 2 and 80),
  titles text not null check (json_valid(titles)),
  venue text,
  format text not null check (format in ('bilateral-online', 'online-plenary', 'on-site', 'hybrid')),
  zone text not null,
  city text not null default '',
  starts_on text not null check (starts_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends_on text not null check (ends_on >= starts_on),
  created_by text not null references account (id),
  created_at text not null,
  revision integer not null default 1,
  unique (group_id, slug)
) strict;

create table pairing (
  id text primary key,
  round_id text not null references round (id),
  beneficiary_id text references beneficiary (id),
  minutes integer not null check (minutes between 5 and 720),
  language text not null,
  template_id text references agenda_template (id),
  created_at text not null
) strict;
create index pairing_by_round on pairing (round_id);

create table session (
  id text primary key,
  group_id text not null references working_group (id),
  round_id text not null references round (id),
  pairing_id text not null references pairing (id),
  beneficiary_id text references beneficiary (id),
  starts_at text not null,
  ends_at text not null check (ends_at > starts_at),
  zone text not null,
  city text not null default '',
  wall_date text not null,
  wall_time text not null check (wall_time glob '[0-2][0-9]:[0-5][0-9]'),
  language text not null,
  join_link text,
  attribution text not null default 'beneficiary' check (attribution in ('person', 'institution', 'beneficiary', 'group')),
  status text not null default 'scheduled' check (status in ('scheduled', 'cancelled')),
  cancellation_reason text,
  sequence integer not null default 0 check (sequence >= 0),
  revision integer not null default 1,
  created_by text not null references account (id),
  created_at text not null,
  updated_at text not null
) strict;
create index session_by_round on session (round_id, starts_at);
create index session_by_time on session (starts_at, ends_at);

create table session_person (
  session_id text not null references session (id),
  account_id text not null references account (id),
  part text not null check (part in ('delegate', 'consultant', 'interpreter')),
  invited_at text not null,
  removed_at text,
  primary key (session_id, account_id)
) strict, without rowid;
create index session_person_by_account on session_person (account_id);

create table agenda_item (
  id text primary key,
  session_id text not null references session (id),
  position integer not null,
  kind text not null references agenda_item_kind (code),
  title text not null check (length(title) between 1 and 200),
  description text not null default '',
  description_html text not null default '',
  minutes integer not null check (minutes between 1 and 480),
  visibility text not null check (visibility in ('shared', 'internal')),
  attribution text check (attribution is null or attribution in ('person', 'institution', 'beneficiary', 'group')),
  template_item_id text references agenda_template_item (id),
  revision integer not null default 1,
  updated_at text not null,
  removed_at text
) strict;
create index agenda_item_by_session on agenda_item (session_id, position);
`,
};
