/** The part of the help that a page is about, by how its path begins; the first that fits. */
const SECTIONS: readonly (readonly [path: RegExp, section: string])[] = [
  [/^\/administration/, "administrators"],
  [/^\/outbox/, "mails"],
  [/^\/members/, "people"],
  [/^\/rounds|^\/sessions\/[^/]+\/(edit|cancellation)/, "organisers"],
  [/^\/sessions\/[^/]+\/agenda/, "agenda"],
  [/^\/sessions\/[^/]+\/(attendance|minutes)|^\/actions/, "minutes"],
  [/^\/sessions|^\/home/, "session"],
  [/^\/search|\/knowledge$/, "search"],
  [/^\/contributions\/[^/]+\/(review|second-reading)/, "review"],
  [/^\/contributions\/[^/]+\/translation/, "translating"],
  [/^\/contributions\/[^/]+\/(sharing|unread-sharing)|^\/sharing-requests/, "sharing"],
  [/^\/references/, "citing"],
  [/^\/contributions/, "record"],
  [/^\/(sign-in|forgotten-password|reset|invitations|account)/, "sign-in"],
];

/** Where the help says more about a page: `#search`, or nothing where it is about the product as a whole. */
export function helpSection(path: string): string {
  const found = SECTIONS.find(([pattern]) => pattern.test(path.split(/[?#]/)[0] ?? ""));
  return found ? `#${found[1]}` : "";
}
