/** By which analyser the search index was made, so that a newer one makes it again; see `renewIndex`. */
export const searchState = {
  number: 2,
  name: "search-state",
  sql: /* sql */ `
create table search_state (
  id integer primary key check (id = 1),
  analyser integer not null
) strict;
insert into search_state (id, analyser) values (1, 0);
`,
};
