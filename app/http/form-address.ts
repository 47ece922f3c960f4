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
  "/rounds/:roundId/sessions/new",
  "/rounds/:roundId/sessions/several",
  "/sessions/:sessionId/edit",
  "/sessions/:sessionId/cancellation",
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
