const WEB = /^https?:\/\/[^\s/?#\\<>"'`]+[^\s\\<>"`]*$/i;
const MAIL = /^mailto:[^\s@<>"'`\\?&,;:]+@[^\s@<>"'`\\?&,;:]+$/i;
const HERE = /^\/(?![/\\])[^\s\\<>"`]*$/;
const LONGEST = 2_000;

/**
 * The address a link in a text may lead to: http, https, one mail address, or a path of this site. Anything else,
 * whatever tricks it is written with, is no link. It names what is allowed, so a new trick needs no new rule.
 */
export function linkTarget(href: string): string | undefined {
  const target = href.trim();
  if (target.length > LONGEST) return undefined;
  return WEB.test(target) || MAIL.test(target) || HERE.test(target) ? target : undefined;
}
