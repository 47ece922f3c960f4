/**
 * Words that join others and tell nothing themselves, folded, of more than two letters: nearly every text has them, in
 * whatever language it is. Where any of the words asked for will do, these do not.
 */
const JOINING: ReadonlySet<string> = new Set(
  (
    "and the for not nor but with from into that this its are was " +
    "ili ali nego kao koji koja koje iza ispod iznad radi zbog preko prema medu kod pri bez nad pod pred kroz " +
    "ama ako zaradi spored pomedu " +
    "nakon posle poslije prije pre tokom uz iz na za po do od sa te se je su da izmedu " +
    "of in on to at by as or an after before during between " +
    "vo so kaj " +
    "ne me e i gjate ndermjet dhe per nga ose por edhe nje qe tek nen mbi pas"
  ).split(" "),
);

/** Whether a folded word joins others and tells nothing itself. */
export function isJoiningWord(folded: string): boolean {
  return JOINING.has(folded);
}
