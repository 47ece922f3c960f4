import type { TokenFacts } from "#app/domain/tokens/find-tokens.server.ts";
import type { ApiScope } from "#app/domain/tokens/token-rules.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A token in the list of its owner. */
export interface TokenInList {
  id: string;
  name: string;
  scopes: ApiScope[];
  created: string;
  expires: string;
  ended: boolean;
  lastUsed: string | null;
}

/** Writes a token for the list of its owner. */
export function tokenInList(
  { createdAt, expiresAt, lastUsedAt, ...token }: TokenFacts,
  { formats, now }: Viewer,
): TokenInList {
  return {
    ...token,
    created: formats.dateShort(createdAt),
    expires: formats.dateShort(expiresAt),
    ended: expiresAt <= now.toISOString(),
    lastUsed: lastUsedAt ? formats.dateTime(lastUsedAt) : null,
  };
}
