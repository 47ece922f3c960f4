/**
 * Indexes and a trigger that cost every change more than they give. The chain of the audit log is walked by `seq`, never searched by
 * its hashes, whose index was touched at a random place for every event; and most contributions come from no session.
 * Whoever takes documents out of the index takes them out of the full-text table too: in a trigger, FTS5 writes out what
 * it has gathered after each row, at thirty times the cost of the deletion.
 * Never edited once landed.
 */
export const lighterIndexes = {
  number: 5,
  name: "lighter-indexes",
  sql: /* sql */ `
create table audit_event_lighter (
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
insert into audit_event_lighter
  select seq, at, actor_id, event, subject_type, subject_id, group_id, details, previous_hash, hash from audit_event
  order by seq;
drop table audit_event;
alter table audit_event_lighter rename to audit_event;
create trigger audit_event_is_append_only_update before update on audit_event begin
  select raise(abort, 'the audit log is append-only');
end;
create trigger audit_event_is_append_only_delete before delete on audit_event begin
  select raise(abort, 'the audit log is append-only');
end;

drop trigger search_document_removed;

drop index contribution_by_session;
create index contribution_by_session on contribution (session_id) where session_id is not null;
`,
};
