import { defineMail } from "#app/domain/mail/define-mail.ts";
import type { ApiScope } from "#app/domain/tokens/token-rules.ts";
import type { Instant } from "#db/schema/columns.ts";

/** The token as it was made: revoking it before the mail goes out must not silence the mail. */
export interface TokenThen {
  name: string;
  scopes: ApiScope[];
  expiresAt: Instant;
}

/** To the account that a token was made for: who reads it and made none knows that somebody else is signed in. */
export const tokenMade = defineMail({
  name: "token-made",
  subjectType: "account",
  find: async (_sending, kept: TokenThen) => kept,
});

/** The feed as it was made: revoking it before the mail goes out must not silence the mail. */
export interface FeedThen {
  name: string;
  discloses: boolean;
}

/** To the account that a feed was made for, for the same reason. */
export const feedMade = defineMail({
  name: "feed-made",
  subjectType: "account",
  find: async (_sending, kept: FeedThen) => kept,
});
