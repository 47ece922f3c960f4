/** Longest comment on an answer to an invitation. */
export const COMMENT_LENGTH = 500;
