// Addresses of the pages that keep what is typed into them, as in `app/routes.ts`. Anything else is nobody's form, and
// its address could hold whatever somebody wrote into it.

export const formAddresses = [
  "/contributions/new",
  "/contributions/:number/edit",
  "/contributions/:number/translation",
  "/contributions/:number/review",
  "/contributions/:number/withdrawal",
  "/rounds/new",
  "/rounds/:roundId/edit",
  "/rounds/:roundId/copy",
  "/rounds/:roundId/availability",
  "/rounds/:roundId/plan/settings",
  "/rounds/:roundId/plan/pairings/new",
  "/rounds/:roundId/plan/pairings/several",
  "/rounds/:roundId/plan/pairings/:pairingId",
  "/rounds/:roundId/plan/availability/:accountId",
  "/rounds/:roundId/plan/proposal",
  "/rounds/:roundId/plan/drafts/:draftId/copy",
  "/rounds/:roundId/plan/drafts/:draftId/pairings/:pairingId",
  "/rounds/:roundId/plan/drafts/:draftId/release",
  "/rounds/:roundId/sessions/new",
  "/rounds/:roundId/sessions/several",
  "/templates/new",
  "/templates/:templateId/edit",
  "/templates/:templateId/copy",
  "/templates/:templateId/items/new",
  "/templates/:templateId/items/:itemId",
  "/sessions/:sessionId/edit",
  "/sessions/:sessionId/cancellation",
  "/sessions/:sessionId/answer",
  "/sessions/:sessionId/answers/:accountId",
  "/sessions/:sessionId/attendance",
  "/sessions/:sessionId/attendance/guests/new",
  "/sessions/:sessionId/live/capture",
  "/sessions/:sessionId/minutes/circulation",
  "/sessions/:sessionId/minutes/items/:itemId",
  "/sessions/:sessionId/minutes/items/:itemId/amendment",
  "/sessions/:sessionId/minutes/amendments/:amendmentId",
  "/sessions/:sessionId/minutes/decisions/new",
  "/sessions/:sessionId/minutes/decisions/:decisionId",
  "/sessions/:sessionId/minutes/decisions/:decisionId/amendment",
  "/sessions/:sessionId/minutes/decision-amendments/:amendmentId",
  "/sessions/:sessionId/minutes/actions/new",
  "/actions/:actionId",
  "/actions/:actionId/edit",
  "/sessions/:sessionId/agenda",
  "/sessions/:sessionId/agenda/new",
  "/sessions/:sessionId/agenda/:itemId",
  "/administration/programme",
  "/administration/beneficiaries/:id",
  "/administration/institutions/:id",
  "/administration/groups/:id",
] as const;

const pattern = new RegExp(`^(?:${formAddresses.map((one) => one.replace(/:\w+/g, "[\\w-]{1,60}")).join("|")})$`);

/** Whether an address inside this site is one of a page with such a form; its query may be anything. */
export function isFormAddress(address: string): boolean {
  return pattern.test(address.split(/[?#]/, 1)[0] ?? "");
}
