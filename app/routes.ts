/**
 * Every route, in the order of `paths.ts`: the pattern of its address, and the file under `app/routes` that answers.
 * None lies inside another: a page stands for itself.
 */
export const routes = {
  // Public, with the language in the address
  "/": "public/front.tsx",
  "/:locale": "public/home.tsx",
  "/:locale/:page": "public/page.tsx",
  "/:locale/news": "public/news.tsx",
  "/:locale/news/:slug": "public/communique.tsx",
  "/:locale/knowledge": "public/knowledge.tsx",
  "/:locale/knowledge/:number": "public/contribution.tsx",

  // Accounts
  "/sign-in": "account/sign-in.tsx",
  "/sign-out": "account/sign-out.tsx",
  "/forgotten-password": "account/forgotten-password.tsx",
  "/reset/:token": "account/reset.tsx",
  "/invitations/:token": "account/invitation.tsx",
  "/answers/:token": "sessions/answer-by-link.tsx",
  "/account": "account/account.tsx",
  "/account/password": "account/password.tsx",
  "/account/confirmation": "account/confirmation.tsx",
  "/account/sign-ins": "account/sign-ins.tsx",
  "/account/tokens": "account/tokens.tsx",
  "/account/tokens/:tokenId/revocation": "account/token-revocation.tsx",
  "/language": "account/language.tsx",
  "/current-group": "account/current-group.tsx",
  "/theme": "account/theme.tsx",
  "/pending-edits": "account/pending-edits.ts",

  // Working group
  "/home": "home/home.tsx",
  "/rounds": "rounds/rounds.tsx",
  "/rounds/new": "rounds/new-round.tsx",
  "/rounds/:roundId": "rounds/round.tsx",
  "/rounds/:roundId/edit": "rounds/edit.tsx",
  "/rounds/:roundId/removal": "rounds/removal.tsx",
  "/rounds/:roundId/sessions/new": "sessions/new-session.tsx",
  "/rounds/:roundId/sessions/several": "sessions/several-sessions.tsx",
  "/rounds/:roundId/plan": "planning/plan.tsx",
  "/rounds/:roundId/plan/settings": "planning/settings.tsx",
  "/rounds/:roundId/plan/pairings/new": "planning/new-pairing.tsx",
  "/rounds/:roundId/plan/pairings/several": "planning/several-pairings.tsx",
  "/rounds/:roundId/plan/pairings/:pairingId": "planning/pairing.tsx",
  "/rounds/:roundId/plan/pairings/:pairingId/removal": "planning/pairing-removal.tsx",
  "/rounds/:roundId/plan/availability": "planning/plan-availability.tsx",
  "/rounds/:roundId/plan/availability/:accountId": "planning/availability-of.tsx",
  "/rounds/:roundId/availability": "planning/availability.tsx",
  "/sessions/:sessionId": "sessions/session.tsx",
  "/sessions/:sessionId/edit": "sessions/edit.tsx",
  "/sessions/:sessionId/cancellation": "sessions/cancellation.tsx",
  "/sessions/:sessionId/answer": "sessions/answer.tsx",
  "/sessions/:sessionId/answers/:accountId": "sessions/answer-for.tsx",
  "/sessions/:sessionId/reminder": "sessions/reminder.tsx",
  "/replies/:replyId/settlement": "sessions/reply-settlement.tsx",
  "/sessions/:sessionId/calendar.ics": "sessions/calendar.ts",
  "/sessions/:sessionId/agenda": "sessions/agenda/agenda.tsx",
  "/sessions/:sessionId/agenda/template": "sessions/agenda/template.tsx",
  "/sessions/:sessionId/agenda/new": "sessions/agenda/new-item.tsx",
  "/sessions/:sessionId/agenda/:itemId": "sessions/agenda/item.tsx",
  "/sessions/:sessionId/agenda/:itemId/position": "sessions/agenda/item-position.tsx",
  "/sessions/:sessionId/agenda/:itemId/removal": "sessions/agenda/item-removal.tsx",
  "/sessions/:sessionId/attendance": "sessions/attendance/attendance.tsx",
  "/sessions/:sessionId/attendance/own": "sessions/attendance/own.tsx",
  "/sessions/:sessionId/attendance/guests/new": "sessions/attendance/new-guest.tsx",
  "/sessions/:sessionId/attendance/guests/:guestId/removal": "sessions/attendance/guest-removal.tsx",

  // Knowledge
  "/search": "search/search.tsx",
  "/contributions": "contributions/mine.tsx",
  "/contributions/drafts": "contributions/drafts.tsx",
  "/contributions/preview": "contributions/preview.tsx",
  "/contributions/new": "contributions/new-contribution.tsx",
  "/contributions/:number": "contributions/contribution.tsx",
  "/contributions/:number/edit": "contributions/edit.tsx",
  "/contributions/:number/translation": "contributions/translation.tsx",
  "/contributions/:number/history": "contributions/history.tsx",
  "/contributions/:number/review": "contributions/review.tsx",
  "/contributions/:number/second-reading": "contributions/second-reading.tsx",
  "/contributions/:number/unread-sharing": "contributions/unread-sharing.tsx",
  "/contributions/:number/withdrawal": "contributions/withdrawal.tsx",
  "/contributions/:number/sharing": "contributions/sharing.tsx",
  "/sharing-requests/:requestId": "contributions/sharing-request.tsx",
  "/sharing-requests/:requestId/withdrawal": "contributions/sharing-withdrawal.tsx",
  "/references": "references/references.tsx",
  "/references/:referenceId": "references/reference.tsx",

  // People and mail
  "/members": "members/members.tsx",
  "/members/invitation": "members/new-invitation.tsx",
  "/members/invitation/several": "members/several-invitations.tsx",
  "/members/invitation/:invitationId": "members/sent-invitation.tsx",
  "/members/invitation/:invitationId/withdrawal": "members/invitation-withdrawal.tsx",
  "/members/:membershipId": "members/member.tsx",
  "/members/:membershipId/deactivation": "members/deactivation.tsx",
  "/members/:membershipId/return": "members/return.tsx",
  "/outbox": "outbox/outbox.tsx",
  "/outbox/:mailId": "outbox/mail.tsx",

  // Installation
  "/administration": "administration/administration.tsx",
  "/administration/programme": "administration/programme.tsx",
  "/administration/beneficiaries": "administration/beneficiaries.tsx",
  "/administration/beneficiaries/several": "administration/several-beneficiaries.tsx",
  "/administration/beneficiaries/:id": "administration/beneficiary.tsx",
  "/administration/beneficiaries/:id/removal": "administration/beneficiary-removal.tsx",
  "/administration/institutions": "administration/institutions.tsx",
  "/administration/institutions/several": "administration/several-institutions.tsx",
  "/administration/institutions/:id": "administration/institution.tsx",
  "/administration/institutions/:id/removal": "administration/institution-removal.tsx",
  "/administration/groups": "administration/groups.tsx",
  "/administration/groups/:id": "administration/group.tsx",
  "/administration/groups/:id/membership": "administration/group-membership.tsx",
  "/administration/accounts": "administration/accounts.tsx",
  "/administration/accounts/:id/deactivation": "administration/account-deactivation.tsx",
  "/administration/accounts/:id/reactivation": "administration/account-reactivation.tsx",
  "/administration/accounts/:id/reset": "administration/account-reset.tsx",
  "/administration/accounts/:id/administrator": "administration/account-administrator.tsx",
  "/administration/library": "administration/library.tsx",
  "/administration/mail": "administration/mail.tsx",
  "/administration/security": "administration/security.tsx",

  // For programs
  "/api/v1/search": "api/search.ts",
  "/api/v1/openapi.json": "api/openapi.ts",
  "/api/*": "api/nowhere.ts",

  // Everything else
  "/*": "public/nowhere.tsx",
} as const;

/** What Remix reads. */
export default Object.entries(routes).map(([address, file]) => {
  const path = address.slice(1);
  return { ...(path ? { path } : { index: true }), file: `routes/${file}` };
});
