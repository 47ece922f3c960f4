// Every address of the product as a named function. Ids and codes are already safe; what people type is encoded.

const enc = encodeURIComponent;
const query = (parts: Record<string, string | number | null | undefined>) => {
  const given = Object.entries(parts).filter(([, value]) => value !== null && value !== undefined && value !== "");
  return given.length === 0 ? "" : `?${given.map(([name, value]) => `${enc(name)}=${enc(String(value))}`).join("&")}`;
};

export const paths = {
  // Public, with the language in the address
  front: () => "/",
  publicHome: (locale: string) => `/${locale}`,
  publicPage: (locale: string, page: string) => `/${locale}/${page}`,
  news: (locale: string) => `/${locale}/news`,
  communique: (locale: string, slug: string) => `/${locale}/news/${slug}`,
  publicKnowledge: (locale: string, filter: Record<string, string | number | null | undefined> = {}) =>
    `/${locale}/knowledge${query(filter)}`,
  publicContribution: (locale: string, number: string) => `/${locale}/knowledge/${number}`,

  // Accounts
  signIn: (redirectTo?: string) => `/sign-in${query({ redirectTo })}`,
  signOut: () => "/sign-out",
  forgotten: () => "/forgotten-password",
  reset: (token: string) => `/reset/${enc(token)}`,
  /** With the language in which it was opened first, which may be changed since. */
  invitation: (token: string, language?: string) => `/invitations/${enc(token)}${query({ language })}`,
  /** Answers an invitation to a session, by the secret of its mail; with a choice, or when it is done. */
  answer: (token: string, what: { answer?: string; done?: 1; language?: string } = {}) =>
    `/answers/${enc(token)}${query(what)}`,
  account: () => "/account",
  accountPassword: () => "/account/password",
  /** Asks for the password once more, and leads on. */
  accountConfirmation: (redirectTo?: string) => `/account/confirmation${query({ redirectTo })}`,
  accountSignIns: () => "/account/sign-ins",
  accountMails: () => "/account/mails",
  accountCalendars: () => "/account/calendars",
  feedRevocation: (feedId: string) => `/account/calendars/${feedId}/revocation`,
  accountTokens: () => "/account/tokens",
  tokenRevocation: (tokenId: string) => `/account/tokens/${tokenId}/revocation`,
  /** A choice `to` takes the form along that is open on the page; without one it has a form of its own. */
  language: (to?: string) => `/language${query({ to })}`,
  currentGroup: () => "/current-group",
  theme: (to?: string) => `/theme${query({ to })}`,
  /** Where forms are sent while one types; no page. */
  pendingEdits: (what: { discard?: 1 } = {}) => `/pending-edits${query(what)}`,

  // Working group
  home: () => "/home",
  rounds: () => "/rounds",
  newRound: () => "/rounds/new",
  round: (roundId: string) => `/rounds/${roundId}`,
  roundEdit: (roundId: string) => `/rounds/${roundId}/edit`,
  /** Copies it to other days; with a wish, what that would make is shown. */
  roundCopy: (roundId: string, wish: Record<string, string | null | undefined> = {}) =>
    `/rounds/${roundId}/copy${query(wish)}`,
  roundRemoval: (roundId: string) => `/rounds/${roundId}/removal`,
  /**
   * The form for one delegation, by its code; `plenary` for everybody; without either it is asked for. Like a session:
   * it takes over the terms of that one.
   */
  newSession: (roundId: string, delegation?: string, like?: string) =>
    `/rounds/${roundId}/sessions/new${query({ delegation, like })}`,
  /** One session with each delegation that has none. */
  severalSessions: (roundId: string) => `/rounds/${roundId}/sessions/several`,
  /** Who meets whom, when they can, and the drafts of the timetable. */
  plan: (roundId: string) => `/rounds/${roundId}/plan`,
  planSettings: (roundId: string) => `/rounds/${roundId}/plan/settings`,
  /** The form for one delegation, by its code; `plenary` for everybody; without either it is asked for. */
  newPairing: (roundId: string, delegation?: string) => `/rounds/${roundId}/plan/pairings/new${query({ delegation })}`,
  severalPairings: (roundId: string) => `/rounds/${roundId}/plan/pairings/several`,
  interpreters: (roundId: string) => `/rounds/${roundId}/plan/interpreters`,
  pairing: (roundId: string, pairingId: string) => `/rounds/${roundId}/plan/pairings/${pairingId}`,
  pairingRemoval: (roundId: string, pairingId: string) => `/rounds/${roundId}/plan/pairings/${pairingId}/removal`,
  planAvailability: (roundId: string) => `/rounds/${roundId}/plan/availability`,
  planAvailabilityOf: (roundId: string, accountId: string) => `/rounds/${roundId}/plan/availability/${accountId}`,
  planProposal: (roundId: string, previous?: string) => `/rounds/${roundId}/plan/proposal${query({ previous })}`,
  planRun: (roundId: string, runId: string) => `/rounds/${roundId}/plan/runs/${runId}`,
  planDraft: (roundId: string, draftId: string, other?: string) =>
    `/rounds/${roundId}/plan/drafts/${draftId}${query({ with: other })}`,
  planDraftCopy: (roundId: string, draftId: string) => `/rounds/${roundId}/plan/drafts/${draftId}/copy`,
  planDraftRemoval: (roundId: string, draftId: string) => `/rounds/${roundId}/plan/drafts/${draftId}/removal`,
  planPlacement: (roundId: string, draftId: string, pairingId: string) =>
    `/rounds/${roundId}/plan/drafts/${draftId}/pairings/${pairingId}`,
  planRelease: (roundId: string, draftId: string) => `/rounds/${roundId}/plan/drafts/${draftId}/release`,
  planReleaseMails: (roundId: string, draftId: string, accountId: string) =>
    `/rounds/${roundId}/plan/drafts/${draftId}/release/mails/${accountId}`,
  /** When the viewer cannot be in a session of a round. */
  availability: (roundId: string) => `/rounds/${roundId}/availability`,
  availabilityCalendar: (roundId: string) => `/rounds/${roundId}/availability/calendar`,
  templates: () => "/templates",
  newTemplate: () => "/templates/new",
  template: (templateId: string) => `/templates/${templateId}`,
  templateEdit: (templateId: string) => `/templates/${templateId}/edit`,
  templateCopy: (templateId: string) => `/templates/${templateId}/copy`,
  templateRetirement: (templateId: string) => `/templates/${templateId}/retirement`,
  newTemplateItem: (templateId: string) => `/templates/${templateId}/items/new`,
  templateItem: (templateId: string, itemId: string) => `/templates/${templateId}/items/${itemId}`,
  templateItemRemoval: (templateId: string, itemId: string) => `/templates/${templateId}/items/${itemId}/removal`,
  /** The answers of all delegations to a question. */
  question: (questionId: string, filter: Record<string, string | null | undefined> = {}) =>
    `/questions/${questionId}${query(filter)}`,
  questionDocx: (questionId: string, filter: Record<string, string | null | undefined> = {}) =>
    `/questions/${questionId}/answers.docx${query(filter)}`,
  questionCsv: (questionId: string, filter: Record<string, string | null | undefined> = {}) =>
    `/questions/${questionId}/answers.csv${query(filter)}`,
  roundQuestions: (roundId: string) => `/rounds/${roundId}/questions`,
  session: (sessionId: string) => `/sessions/${sessionId}`,
  sessionEdit: (sessionId: string) => `/sessions/${sessionId}/edit`,
  sessionCancellation: (sessionId: string) => `/sessions/${sessionId}/cancellation`,
  sessionAnswer: (sessionId: string) => `/sessions/${sessionId}/answer`,
  /** Where an organiser enters what somebody invited answered. */
  answerForPerson: (sessionId: string, accountId: string) => `/sessions/${sessionId}/answers/${accountId}`,
  /** Reminds those who have not answered. */
  sessionReminder: (sessionId: string) => `/sessions/${sessionId}/reminder`,
  /** Where it is decided what becomes of a session at which somebody cannot. */
  keptTime: (sessionId: string) => `/sessions/${sessionId}/kept-time`,
  /** Sets aside a mail that somebody has looked at. */
  replySettlement: (replyId: string) => `/replies/${replyId}/settlement`,
  sessionCalendar: (sessionId: string) => `/sessions/${sessionId}/calendar.ics`,
  agenda: (sessionId: string) => `/sessions/${sessionId}/agenda`,
  agendaTemplate: (sessionId: string) => `/sessions/${sessionId}/agenda/template`,
  newAgendaItem: (sessionId: string) => `/sessions/${sessionId}/agenda/new`,
  agendaItem: (sessionId: string, itemId: string) => `/sessions/${sessionId}/agenda/${itemId}`,
  agendaItemPosition: (sessionId: string, itemId: string) => `/sessions/${sessionId}/agenda/${itemId}/position`,
  agendaItemRemoval: (sessionId: string, itemId: string) => `/sessions/${sessionId}/agenda/${itemId}/removal`,
  attendance: (sessionId: string) => `/sessions/${sessionId}/attendance`,
  /** Where somebody says whether they were there themselves. */
  ownAttendance: (sessionId: string) => `/sessions/${sessionId}/attendance/own`,
  newGuest: (sessionId: string) => `/sessions/${sessionId}/attendance/guests/new`,
  guestRemoval: (sessionId: string, guestId: string) => `/sessions/${sessionId}/attendance/guests/${guestId}/removal`,
  /** @param what.item whose minutes are open to be written */
  live: (sessionId: string, { item }: { item?: string } = {}) => `/sessions/${sessionId}/live${query({ item })}`,
  /** @param since version of the page that listens */
  liveEvents: (sessionId: string, { since }: { since?: string } = {}) =>
    `/sessions/${sessionId}/live/events${query({ since })}`,
  /** Where the minutes of an item are saved while they are typed; no page. */
  liveText: (sessionId: string, itemId: string) => `/sessions/${sessionId}/live/items/${itemId}`,
  liveCapture: (sessionId: string, { item }: { item?: string } = {}) =>
    `/sessions/${sessionId}/live/capture${query({ item })}`,
  minutes: (sessionId: string) => `/sessions/${sessionId}/minutes`,
  /** As one document; with `mine` it tells all that the viewer reads, otherwise what attribution leaves. */
  minutesDocument: (sessionId: string, as?: "mine" | null) => `/sessions/${sessionId}/minutes/document${query({ as })}`,
  minutesDocx: (sessionId: string, as?: "mine" | null) => `/sessions/${sessionId}/minutes.docx${query({ as })}`,
  minutesPdf: (sessionId: string, as?: "mine" | null) => `/sessions/${sessionId}/minutes.pdf${query({ as })}`,
  roundMinutes: (roundId: string, as?: "mine" | null) => `/rounds/${roundId}/minutes${query({ as })}`,
  roundMinutesDocx: (roundId: string, as?: "mine" | null) => `/rounds/${roundId}/minutes.docx${query({ as })}`,
  roundMinutesPdf: (roundId: string, as?: "mine" | null) => `/rounds/${roundId}/minutes.pdf${query({ as })}`,
  circulation: (sessionId: string) => `/sessions/${sessionId}/minutes/circulation`,
  amendingEnd: (sessionId: string) => `/sessions/${sessionId}/minutes/amending-end`,
  finalisation: (sessionId: string) => `/sessions/${sessionId}/minutes/finalisation`,
  minutesItem: (sessionId: string, itemId: string) => `/sessions/${sessionId}/minutes/items/${itemId}`,
  minutesHistory: (sessionId: string, itemId: string, before?: number) =>
    `/sessions/${sessionId}/minutes/items/${itemId}/history${query({ before })}`,
  newAmendment: (sessionId: string, itemId: string) => `/sessions/${sessionId}/minutes/items/${itemId}/amendment`,
  amendment: (sessionId: string, amendmentId: string) => `/sessions/${sessionId}/minutes/amendments/${amendmentId}`,
  /** @param from.item that is chosen in the form @param from.back the page that it leads back to */
  newDecision: (sessionId: string, from: { item?: string; back?: "live" } = {}) =>
    `/sessions/${sessionId}/minutes/decisions/new${query(from)}`,
  decision: (sessionId: string, decisionId: string) => `/sessions/${sessionId}/minutes/decisions/${decisionId}`,
  decisionRemoval: (sessionId: string, decisionId: string) =>
    `/sessions/${sessionId}/minutes/decisions/${decisionId}/removal`,
  newDecisionAmendment: (sessionId: string, decisionId: string) =>
    `/sessions/${sessionId}/minutes/decisions/${decisionId}/amendment`,
  decisionAmendment: (sessionId: string, amendmentId: string) =>
    `/sessions/${sessionId}/minutes/decision-amendments/${amendmentId}`,
  /** @param from as of `newDecision` */
  newAction: (sessionId: string, from: { item?: string; back?: "live" } = {}) =>
    `/sessions/${sessionId}/minutes/actions/new${query(from)}`,
  actions: (filter: Record<string, string | number | null | undefined> = {}) => `/actions${query(filter)}`,
  /** What became of an action point. */
  action: (actionId: string) => `/actions/${actionId}`,
  actionEdit: (actionId: string) => `/actions/${actionId}/edit`,

  // Knowledge
  search: (filter: Record<string, string | number | null | undefined> = {}) => `/search${query(filter)}`,
  myContributions: () => "/contributions",
  /** Where drafts are sent while one types; no page. */
  contributionDrafts: () => "/contributions/drafts",
  /** Shows a form that is sent there as readers would see it. */
  contributionPreview: () => "/contributions/preview",
  newContribution: (from: { session?: string; item?: string; kind?: string; depth?: string } = {}) =>
    `/contributions/new${query(from)}`,
  /** With `mine` it is printed as the viewer reads it; otherwise as others do. */
  contribution: (number: string, language?: string | null, print?: "mine" | null) =>
    `/contributions/${number}${query({ language, print })}`,
  /** @param version counted as the history counts: what the form is to begin with */
  contributionEdit: (number: string, version?: number) => `/contributions/${number}/edit${query({ version })}`,
  contributionTranslation: (number: string, language?: string) =>
    `/contributions/${number}/translation${query({ language })}`,
  contributionHistory: (number: string, before?: number) => `/contributions/${number}/history${query({ before })}`,
  contributionDifferences: (number: string, between: { from?: number; to?: number } = {}) =>
    `/contributions/${number}/history/differences${query(between)}`,
  review: (number: string, decision?: string) => `/contributions/${number}/review${query({ decision })}`,
  secondReading: (number: string, language?: string) => `/contributions/${number}/second-reading${query({ language })}`,
  unreadSharing: (number: string) => `/contributions/${number}/unread-sharing`,
  withdrawal: (number: string) => `/contributions/${number}/withdrawal`,
  contributionSharing: (number: string) => `/contributions/${number}/sharing`,
  sharingRequest: (requestId: string) => `/sharing-requests/${requestId}`,
  sharingWithdrawal: (requestId: string) => `/sharing-requests/${requestId}/withdrawal`,
  references: () => "/references",
  reference: (referenceId: string) => `/references/${referenceId}`,

  // People and mail
  members: (shown: { sort?: string; group?: string } = {}) => `/members${query(shown)}`,
  /** For a group other than the one that is open, or filled in from an older invitation. */
  newInvitation: (from: { group?: string; again?: string } = {}) => `/members/invitation${query(from)}`,
  severalInvitations: (from: { group?: string } = {}) => `/members/invitation/several${query(from)}`,
  /** Where an invitation is shown to those who manage the group; its link, once. */
  invitationSent: (invitationId: string) => `/members/invitation/${invitationId}`,
  invitationWithdrawal: (invitationId: string) => `/members/invitation/${invitationId}/withdrawal`,
  member: (membershipId: string) => `/members/${membershipId}`,
  memberDeactivation: (membershipId: string) => `/members/${membershipId}/deactivation`,
  memberReturn: (membershipId: string) => `/members/${membershipId}/return`,
  outbox: () => "/outbox",
  outboxMail: (mailId: string) => `/outbox/${mailId}`,

  // Installation
  administration: () => "/administration",
  adminProgramme: () => "/administration/programme",
  adminBeneficiaries: () => "/administration/beneficiaries",
  severalBeneficiaries: () => "/administration/beneficiaries/several",
  adminBeneficiary: (id: string) => `/administration/beneficiaries/${id}`,
  beneficiaryRemoval: (id: string) => `/administration/beneficiaries/${id}/removal`,
  adminInstitutions: () => "/administration/institutions",
  severalInstitutions: () => "/administration/institutions/several",
  adminInstitution: (id: string, from: { type?: string; beneficiary?: string } = {}) =>
    `/administration/institutions/${id}${query(from)}`,
  institutionRemoval: (id: string) => `/administration/institutions/${id}/removal`,
  adminGroups: () => "/administration/groups",
  adminGroup: (id: string) => `/administration/groups/${id}`,
  groupMembership: (id: string) => `/administration/groups/${id}/membership`,
  adminAccounts: () => "/administration/accounts",
  accountDeactivation: (id: string) => `/administration/accounts/${id}/deactivation`,
  accountReactivation: (id: string) => `/administration/accounts/${id}/reactivation`,
  accountReset: (id: string) => `/administration/accounts/${id}/reset`,
  accountAdministrator: (id: string) => `/administration/accounts/${id}/administrator`,
  adminLibrary: () => "/administration/library",
  adminMail: () => "/administration/mail",
  /** Where an administrator opens a session that is not theirs to read. */
  glass: () => "/administration/break-glass",
  glassOpening: (openingId: string) => `/administration/break-glass/${openingId}`,
  adminSecurity: (filter: Record<string, string | number | null | undefined> = {}) =>
    `/administration/security${query(filter)}`,

  // For programs
  /** What calendars read: the token of a feed, and `.ics`. */
  calendarFeed: (file: string) => `/calendars/${enc(file)}`,
  apiSearch: () => "/api/v1/search",
  apiDescription: () => "/api/v1/openapi.json",
} as const;

/**
 * A place inside this site to go to after signing in. Anything that could lead elsewhere (`//host`, a backslash, a
 * scheme, control characters) gives the first page.
 */
export function safeRedirect(target: string | null | undefined, otherwise: string): string {
  if (!target || target.length > 2000 || !/^\/[^/\\]/.test(target) || /[\u0000-\u001f\\]/.test(target))
    return otherwise;
  try {
    const url = new URL(target, "http://inside.invalid");
    return url.origin === "http://inside.invalid" && !url.pathname.startsWith("//")
      ? `${url.pathname}${url.search}${url.hash}`
      : otherwise;
  } catch {
    return otherwise;
  }
}
