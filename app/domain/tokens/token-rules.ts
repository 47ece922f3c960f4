/** What a token may be used for. A new one needs a label in the catalogue (`tokens.scope.*`). */
export const apiScopes = ["search:read"] as const;
export type ApiScope = (typeof apiScopes)[number];

/** Days after which a token ends by itself. */
export const tokenLifetimes = [30, 90, 365] as const;

/** Tokens one person may hold at a time; ended ones do not count. */
export const MAX_TOKENS = 20;

export const MAX_TOKEN_NAME = 80;
