import type { Migration } from "#db/migrations/migration.ts";

/**
 * What is needed to plan a round: people and terms of pairings that have no session yet, the frame of the days, who
 * cannot when, drafts of a timetable, and what the planner was asked.
 */
export const plans: Migration = {
  number: 15,
  name: "plans",
  parts: [
    {
      sqlite: /* sql */ `
alter table pairing add column attribution text not null default 'beneficiary'
  check (attribution in ('person', 'institution', 'beneficiary', 'group'));
alter table pairing add column join_link text;
alter table pairing add column all_delegates integer not null default 1 check (all_delegates in (0, 1));
alter table pairing add column revision integer not null default 1;

create table pairing_person (
  pairing_id text not null references pairing (id) on delete cascade,
  account_id text not null references account (id),
  part text not null check (part in ('delegate', 'consultant', 'interpreter')),
  primary key (pairing_id, account_id)
) strict, without rowid;
create index pairing_person_by_account on pairing_person (account_id);

create table round_plan (
  round_id text primary key references round (id) on delete cascade,
  slot_minutes integer not null check (slot_minutes between 5 and 240),
  buffer_minutes integer not null check (buffer_minutes between 0 and 240),
  most_at_once integer check (most_at_once between 1 and 50),
  pause_from text,
  pause_to text check (pause_to > pause_from),
  revision integer not null default 1,
  updated_at text not null,
  check ((pause_from is null) = (pause_to is null))
) strict;

create table round_plan_day (
  round_id text not null references round_plan (round_id) on delete cascade,
  day text not null,
  day_from text not null,
  day_to text not null check (day_to > day_from),
  primary key (round_id, day)
) strict, without rowid;

create table availability (
  round_id text not null references round (id) on delete cascade,
  account_id text not null references account (id),
  starts_at text not null,
  ends_at text not null check (ends_at > starts_at),
  zone text not null,
  wall_date text not null,
  wall_time text not null,
  primary key (round_id, account_id, starts_at)
) strict, without rowid;

create table availability_answer (
  round_id text not null references round (id) on delete cascade,
  account_id text not null references account (id),
  asked_at text,
  asked_by text references account (id),
  answered_at text,
  answered_by text references account (id),
  primary key (round_id, account_id),
  check ((asked_at is null) = (asked_by is null)),
  check ((answered_at is null) = (answered_by is null))
) strict, without rowid;
create index availability_answer_by_account on availability_answer (account_id);

create table plan_run (
  id text primary key,
  round_id text not null references round (id) on delete cascade,
  previous_draft_id text,
  draft_id text,
  keeps integer not null default 1 check (keeps in (0, 1)),
  seconds integer not null check (seconds between 1 and 300),
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  best integer,
  bound integer not null default 0,
  seconds_left integer not null,
  answer text check (answer is null or json_valid(answer)),
  changes text check (changes is null or json_valid(changes)),
  started_by text not null references account (id),
  started_at text not null,
  ended_at text
) strict;
create index plan_run_by_round on plan_run (round_id, started_at);

create table plan_draft (
  id text primary key,
  round_id text not null references round (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  proven integer not null default 0 check (proven in (0, 1)),
  revision integer not null default 1,
  created_by text not null references account (id),
  created_at text not null,
  updated_at text not null,
  released_at text
) strict;
create index plan_draft_by_round on plan_draft (round_id, created_at);

create table plan_placement (
  draft_id text not null references plan_draft (id) on delete cascade,
  pairing_id text not null references pairing (id) on delete cascade,
  wall_date text not null,
  wall_time text not null,
  pinned integer not null default 0 check (pinned in (0, 1)),
  primary key (draft_id, pairing_id)
) strict, without rowid;
`,
    },
  ],
};
