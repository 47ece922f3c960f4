import type { Texts } from "#db/migrations/migration.ts";

/**
 * The search index in words: every distinct word of all texts once, with the keys it is found by; of each document the
 * numbers of its words in order; and a full-text table of these numbers.
 */
export const search: Texts = {
  sqlite: /* sql */ `
create table search_state (
  id integer primary key check (id = 1),
  analyser integer not null
) strict;
insert into search_state (id, analyser) values (1, 0);

create table search_word (
  id integer primary key autoincrement,
  form text not null,
  languages text not null,
  unique (form, languages)
) strict;
create table search_key (
  key text not null,
  role integer not null check (role between 0 and 6),
  word integer not null,
  primary key (key, role, word)
) strict, without rowid;

create table search_document (
  id integer primary key autoincrement,
  record_type text not null check (record_type in ('contribution', 'reference')),
  record_id text not null,
  language text not null,
  analyser integer not null,
  words blob not null,
  unique (record_type, record_id, language)
) strict;
create virtual table search_index using fts5 (
  title, body, content = '', contentless_delete = 1, detail = column, tokenize = 'ascii'
);
insert into search_index (search_index, rank) values ('hashsize', 67108864);
create trigger search_document_changed before update on search_document begin
  select raise(abort, 'search documents are replaced, not updated');
end;

-- Records of the index in the order in which they last changed, each once, but for new documents, which have higher
-- numbers than all before: what is kept in memory follows both.
create table search_change (
  seq integer primary key autoincrement,
  record_id text not null unique
) strict;
create trigger search_change_document_removed after delete on search_document begin
  delete from search_change where record_id = old.record_id;
  insert into search_change (record_id) values (old.record_id);
end;
create trigger search_change_contribution after update on contribution begin
  delete from search_change where record_id = new.id;
  insert into search_change (record_id) values (new.id);
end;
create trigger search_change_version after update of provenance, language, summary on contribution_version begin
  delete from search_change where record_id = new.contribution_id;
  insert into search_change (record_id) values (new.contribution_id);
end;
create trigger search_change_theme_added after insert on contribution_theme
when exists (select 1 from search_document where record_type = 'contribution' and record_id = new.contribution_id) begin
  delete from search_change where record_id = new.contribution_id;
  insert into search_change (record_id) values (new.contribution_id);
end;
create trigger search_change_theme_removed after delete on contribution_theme begin
  delete from search_change where record_id = old.contribution_id;
  insert into search_change (record_id) values (old.contribution_id);
end;
create trigger search_change_reference_added after insert on contribution_reference
when exists (select 1 from search_document where record_type = 'contribution' and record_id = new.contribution_id) begin
  delete from search_change where record_id = new.contribution_id;
  insert into search_change (record_id) values (new.contribution_id);
end;
create trigger search_change_reference_removed after delete on contribution_reference begin
  delete from search_change where record_id = old.contribution_id;
  insert into search_change (record_id) values (old.contribution_id);
end;
create trigger search_change_institution after update of type on institution when new.type is not old.type begin
  delete from search_change where record_id in (select id from contribution where institution_id = new.id);
  insert into search_change (record_id) select id from contribution where institution_id = new.id;
end;
`,
};
