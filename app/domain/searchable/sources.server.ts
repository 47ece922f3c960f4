import { contributionSource } from "#app/domain/knowledge/contribution-source.server.ts";
import { proceedingSources } from "#app/domain/proceedings/proceeding-sources.server.ts";
import { referenceSource } from "#app/domain/references/reference-source.server.ts";
import type { SearchSources } from "#app/domain/search/sources.ts";

/** All that is searchable. What joins is a file of its own in its room, and a line here. */
export const searchSources: SearchSources = [contributionSource, referenceSource, ...proceedingSources];
