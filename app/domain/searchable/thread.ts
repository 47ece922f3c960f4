import { workAsSearchThread } from "#app/domain/search/answer/search-worker.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";

await workAsSearchThread(searchSources);
