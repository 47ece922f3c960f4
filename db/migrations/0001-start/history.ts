import type { Texts } from "#db/migrations/migration.ts";

/**
 * The audit log. Its chain is walked by `seq`, never searched by its hashes: an index on them would be touched at a
 * random place for every event.
 */
export const history: Texts = {
  sqlite: /* sql */ `
create table audit_event (
  seq integer primary key,
  at text not null,
  actor_id text,
  event text not null,
  subject_type text not null,
  subject_id text not null,
  group_id text,
  details text not null check (json_valid(details)),
  previous_hash text not null check (length(previous_hash) = 64),
  hash text not null check (length(hash) = 64)
) strict;
create trigger audit_event_is_append_only_update before update on audit_event begin
  select raise(abort, 'the audit log is append-only');
end;
create trigger audit_event_is_append_only_delete before delete on audit_event begin
  select raise(abort, 'the audit log is append-only');
end;
`,
};
