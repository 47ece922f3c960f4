/**
 * Personal tokens of the API, and what an imported record keeps of where it came from. Never edited once landed.
 */
export const tokensAndImports = {
  number: 3,
  name: "tokens-and-imports",
  sql: /* sql */ `
create table api_token (
  id text primary key,
  account_id text not null references account (id) on delete cascade,
  token_hash text not null unique check (length(token_hash) = 64),
  name text not null check (length(name) between 1 and 80),
  scopes text not null check (json_valid(scopes)),
  created_at text not null,
  expires_at text not null check (expires_at > created_at),
  last_used_at text
) strict;
create index api_token_by_account on api_token (account_id, created_at);

alter table contribution add column external_id text check (external_id is null or length(external_id) between 1 and 200);
alter table contribution add column institution_type text check (institution_type is null or institution_type in ('prison', 'probation', 'pcve', 'social-work', 'police', 'prosecution-court', 'intelligence', 'employment', 'health', 'education', 'municipality', 'civil-society', 'religious', 'international', 'other'));
alter table contribution add column import_digest text check ((import_digest is null) = (external_id is null) and length(import_digest) = 64);
-- Whoever adds a document adds it to the full-text table too: a trigger is a statement of several steps, and after each
-- of those FTS5 writes out what it has gathered in memory, which is four times the work.
drop trigger search_document_added;
-- What the full-text table gathers in memory before it writes a segment: an import of thousands is one, not dozens.
insert into search_index (search_index, rank) values ('hashsize', 67108864);
create unique index contribution_external on contribution (group_id, external_id) where external_id is not null;
`,
};
