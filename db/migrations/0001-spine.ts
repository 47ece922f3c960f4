/**
 * The first schema. STRICT tables, UTC text, CHECKs and foreign keys; sharing level, audience and attribution are on
 * the records from the start. Never edited once landed: what changes later is a later migration.
 */
export const spine = {
  number: 1,
  name: "spine",
  sql: /* sql */ `
create table change_number (
  id integer primary key check (id = 1),
  value integer not null
) strict;
insert into change_number (id, value) values (1, 0);

create table programme (
  id text primary key,
  slug text not null unique check (slug glob '[a-z0-9]*' and length(slug) <= 60),
  names text not null check (json_valid(names)),
  funding_statement text not null default '{}' check (json_valid(funding_statement)),
  disclaimer text not null default '{}' check (json_valid(disclaimer)),
  created_at text not null
) strict;

create table beneficiary (
  id text primary key,
  programme_id text not null references programme (id),
  code text not null check (length(code) between 2 and 20),
  names text not null check (json_valid(names)),
  mark text check (mark is null or length(mark) between 1 and 3),
  footnote text check (footnote is null or json_valid(footnote)),
  position integer not null,
  unique (programme_id, code),
  check ((mark is null) = (footnote is null))
) strict;

create table institution (
  id text primary key,
  programme_id text not null references programme (id),
  beneficiary_id text references beneficiary (id),
  type text not null check (type in ('prison', 'probation', 'pcve', 'social-work', 'police', 'prosecution-court', 'intelligence', 'employment', 'health', 'education', 'municipality', 'civil-society', 'religious', 'international', 'other')),
  names text not null check (json_valid(names))
) strict;
create index institution_by_beneficiary on institution (beneficiary_id);

create table working_group (
  id text primary key,
  programme_id text not null references programme (id),
  slug text not null unique check (length(slug) between 2 and 60),
  code text not null unique check (code glob '[A-Z][A-Z][A-Z]*' and length(code) <= 5),
  names text not null check (json_valid(names)),
  position integer not null,
  created_at text not null
) strict;

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

create table theme (
  id text primary key,
  code text not null unique,
  labels text not null check (json_valid(labels)),
  broader_id text references theme (id),
  synonyms text not null default '[]' check (json_valid(synonyms)),
  position integer not null
) strict;

create table reference (
  id text primary key,
  identifier text not null,
  title text not null,
  date text not null,
  summary text not null,
  url text not null,
  class text not null,
  note text not null default '',
  superseded text not null default '',
  verified integer not null check (verified in (0, 1)),
  origin text not null default 'seed' check (origin in ('seed', 'edited'))
) strict;

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
  kind text not null check (kind in ('welcome', 'presentation', 'discussion', 'capture-needs', 'capture-practices', 'capture-challenges', 'capture-proposals', 'break', 'aob')),
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
  place text,
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
  kind text not null check (kind in ('welcome', 'presentation', 'discussion', 'capture-needs', 'capture-practices', 'capture-challenges', 'capture-proposals', 'break', 'aob')),
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
  phase text check (phase is null or phase in ('admission', 'assessment', 'planning', 'treatment', 'pre-release', 'release-day', 'supervision', 'post-penal', 'long-term')),
  evidence_stage integer check (evidence_stage is null or evidence_stage between 0 and 5),
  transferability text check (transferability is null or transferability in ('not-assessed', 'law-change', 'adaptation', 'ready')),
  review_by text,
  withdrawal_reason text,
  review_reason text,
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
create index contribution_by_session on contribution (session_id);
create index contribution_by_sharing on contribution (sharing, status);

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
  target_group text not null check (target_group in ('vep', 'radicalised', 'at-risk', 'returned-ftf', 'women', 'juveniles', 'families', 'foreign-nationals', 'staff')),
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

create table search_document (
  id integer primary key,
  record_type text not null check (record_type in ('contribution', 'reference')),
  record_id text not null,
  language text not null,
  title_exact text not null,
  title_keys text not null,
  body_exact text not null,
  body_keys text not null,
  identifiers text not null,
  unique (record_type, record_id, language)
) strict;
create virtual table search_index using fts5 (
  title_exact, title_keys, body_exact, body_keys, identifiers,
  content = 'search_document', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0'
);
insert into search_index (search_index, rank) values ('secure-delete', 1);
create trigger search_document_added after insert on search_document begin
  insert into search_index (rowid, title_exact, title_keys, body_exact, body_keys, identifiers)
  values (new.id, new.title_exact, new.title_keys, new.body_exact, new.body_keys, new.identifiers);
end;
create trigger search_document_removed after delete on search_document begin
  insert into search_index (search_index, rowid, title_exact, title_keys, body_exact, body_keys, identifiers)
  values ('delete', old.id, old.title_exact, old.title_keys, old.body_exact, old.body_keys, old.identifiers);
end;
create trigger search_document_changed before update on search_document begin
  select raise(abort, 'search documents are replaced, not updated');
end;

create table audit_event (
  seq integer primary key,
  at text not null,
  actor_id text,
  event text not null,
  subject_type text not null,
  subject_id text not null,
  group_id text,
  details text not null check (json_valid(details)),
  previous_hash text not null,
  hash text not null unique check (length(hash) = 64)
) strict;
create trigger audit_event_is_append_only_update before update on audit_event begin
  select raise(abort, 'the audit log is append-only');
end;
create trigger audit_event_is_append_only_delete before delete on audit_event begin
  select raise(abort, 'the audit log is append-only');
end;

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

create table idempotency_key (
  key text primary key check (length(key) between 8 and 80),
  actor_id text not null,
  route text not null,
  body_hash text not null,
  result text not null check (json_valid(result)),
  created_at text not null
) strict, without rowid;
`,
};
