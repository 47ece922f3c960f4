/**
 * Words that join others and tell nothing themselves, folded: nearly every text has them, in whatever
 * language it is. Where any of the words asked for will do, these do not; where all must be found, these need not.
 */
const JOINING: ReadonlySet<string> = new Set(
  (
    "and the for not nor but with from into that this its are was " +
    "ili ali nego kao koji koja koje iza ispod iznad zbog preko prema medu pri bez nad pred kroz " +
    "ama ako zaradi spored pomedu " +
    "nakon posle poslije prije pre tokom uz iz na za po do od sa te se je su da izmedu " +
    "of in on to at by as or an after before during between " +
    "vo so kaj " +
    "ne me e i ndermjet dhe per nga ose por edhe nje qe nen mbi"
  ).split(" "),
);

/** Others that do, and are nouns or verbs as well: a dog, a course, works, a code, a floor. */
const JOINING_LIKE_NOUNS: ReadonlySet<string> = new Set(["pas", "tek", "radi", "kod", "pod"]);

/** Whether a folded word joins others and tells nothing itself. */
export function isJoiningWord(folded: string): boolean {
  return isOnlyJoining(folded) || JOINING_LIKE_NOUNS.has(folded);
}

/** Whether it is never anything else. */
export function isOnlyJoining(folded: string): boolean {
  return JOINING.has(folded);
}
