import type { Texts } from "#db/migrations/migration.ts";

/** Captured records; sharing level and attribution are on them from the start. */
export const contributions: Texts = {
  sqlite: /* sql */ `
create table contribution (
  id text primary key,
  group_id text not null references working_group (id),
  number text not null unique,
  kind text not null check (kind in ('practice', 'challenge', 'need', 'lesson', 'proposal')),
  depth text not null check (depth in ('snapshot', 'full')),
  status text not null check (status in ('draft', 'captured', 'complete', 'checked', 'validated', 'returned', 'archived', 'withdrawn')),
  author_id text not null references account (id),
  beneficiary text not null,
  delegation_id text references beneficiary (id),
  institution_id text references institution (id),
  round_id text references round (id),
  session_id text references session (id),
  agenda_item_id text references agenda_item (id),
  attribution text not null check (attribution in ('person', 'institution', 'beneficiary', 'group')),
  sharing text not null default 'bilateral' check (sharing in ('bilateral', 'group', 'programme', 'public')),
  phase text references phase (code),
  evidence_stage integer check (evidence_stage is null or evidence_stage between 0 and 5),
  transferability text check (transferability is null or transferability in ('not-assessed', 'law-change', 'adaptation', 'ready')),
  review_by text,
  withdrawal_reason text,
  review_reason text,
  external_id text check (external_id is null or length(external_id) between 1 and 200),
  institution_type text references institution_type (code),
  import_digest text check ((import_digest is null) = (external_id is null) and length(import_digest) = 64),
  guard_stated integer not null default 0 check (guard_stated in (0, 1)),
  revision integer not null default 1,
  created_at text not null,
  submitted_at text,
  updated_at text not null,
  check ((status = 'draft') = (submitted_at is null) or status = 'withdrawn'),
  check (session_id is null or round_id is not null),
  check (agenda_item_id is null or session_id is not null)
) strict;
create index contribution_by_group on contribution (group_id, status, sharing);
create index contribution_by_author on contribution (author_id, status);
create index contribution_by_session on contribution (session_id) where session_id is not null;
create index contribution_by_sharing on contribution (sharing, status);
create index contribution_by_institution on contribution (institution_id) where institution_id is not null;
create unique index contribution_external on contribution (group_id, external_id) where external_id is not null;

create table contribution_version (
  id text primary key,
  contribution_id text not null references contribution (id) on delete cascade,
  language text not null,
  script text not null check (script in ('Latn', 'Cyrl')),
  provenance text not null check (provenance in ('original', 'translated', 'machine', 'reviewed')),
  title text not null check (length(title) <= 100),
  summary text not null check (length(summary) <= 300),
  body text not null,
  body_html text not null,
  details text not null default '{}' check (json_valid(details)),
  details_html text not null default '{}' check (json_valid(details_html)),
  updated_at text not null,
  unique (contribution_id, language)
) strict;
create unique index contribution_version_original on contribution_version (contribution_id) where provenance = 'original';

create table contribution_revision (
  id text primary key,
  contribution_id text not null references contribution (id) on delete cascade,
  revision integer not null,
  content text not null check (json_valid(content)),
  sharing text not null,
  attribution text not null,
  changed_by text not null references account (id),
  changed_at text not null,
  unique (contribution_id, revision)
) strict;

create table contribution_theme (
  contribution_id text not null references contribution (id) on delete cascade,
  theme_id text not null references theme (id),
  primary key (contribution_id, theme_id)
) strict, without rowid;
create index contribution_theme_by_theme on contribution_theme (theme_id);

create table contribution_target_group (
  contribution_id text not null references contribution (id) on delete cascade,
  target_group text not null references target_group (code),
  primary key (contribution_id, target_group)
) strict, without rowid;

create table contribution_reference (
  contribution_id text not null references contribution (id) on delete cascade,
  reference_id text not null references reference (id),
  rule text not null default '',
  primary key (contribution_id, reference_id)
) strict, without rowid;
create index contribution_reference_by_reference on contribution_reference (reference_id);

create table contribution_link (
  from_id text not null references contribution (id) on delete cascade,
  to_id text not null references contribution (id) on delete cascade,
  relation text not null check (relation in ('addresses', 'responds-to', 'rests-on')),
  primary key (from_id, to_id, relation),
  check (from_id <> to_id)
) strict, without rowid;
create index contribution_link_by_target on contribution_link (to_id);

create table sharing_request (
  id text primary key,
  contribution_id text not null references contribution (id) on delete cascade,
  from_level text not null,
  to_level text not null check (to_level in ('group', 'programme', 'public')),
  note text not null default '',
  asked_by text not null references account (id),
  asked_at text not null,
  decision text check (decision is null or decision in ('granted', 'refused', 'superseded')),
  decided_by text references account (id),
  decided_at text,
  decision_note text not null default '',
  check ((decision is null) = (decided_at is null))
) strict;
create unique index sharing_request_open on sharing_request (contribution_id) where decision is null;
`,
};
