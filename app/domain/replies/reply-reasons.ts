/** Why an answer by mail was applied, shown to the organisers, or dropped. */
export const replyReasons = {
  applied: ["answered", "comment-left-out", "earlier-time"],
  shown: [
    ...["other-sender", "counter", "delegated", "one-occurrence", "malformed", "winmail", "too-large", "wrote-back"],
  ],
  dropped: [
    ...["repeated", "older", "stale", "future", "cancelled", "over", "removed", "not-invited", "no-sender"],
    ...["unknown-session", "other-host", "not-a-reply", "no-answer", "no-method", "malformed", "automatic"],
    ...["bounce", "receipt", "too-large", "too-complex", "unreadable"],
  ],
} as const;

export type ReplyResult = keyof typeof replyReasons;
/** Of every result. */
export type ReplyReason = (typeof replyReasons)[ReplyResult][number];
