/** One row: by which analyser the documents of the search index were made; 0 before there was a number. */
export interface SearchStateTable {
  id: 1;
  analyser: number;
}
