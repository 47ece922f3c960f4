import { type InvitationFacts, type InvitationState, stateOf } from "#app/domain/people/find-invitation.server.ts";
import type { InvitationOptions } from "#app/domain/people/find-invitation-form.server.ts";
import type { StandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { type ShownLabel, shownLabel } from "#app/i18n/labels.ts";
import { textOf } from "#app/i18n/text.ts";
import { type LanguageChoice, languageChoices } from "#app/views/people/profile-choices.ts";
import { type StandingChoices, standingChoices } from "#app/views/people/standing-choices.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** As many settled invitations as a list shows. */
const MAX_SETTLED = 20;

/** An invitation in the list of a group. */
export interface InvitationInList {
  id: string;
  name: string;
  address: string;
  role: string;
  delegation: NameWithMark | null;
  speaks: boolean;
  state: InvitationState;
  /** The state in words, with its day. */
  stateText: string;
  /** Whether it can still be sent again or taken back. */
  awaited: boolean;
  invitedBy: string;
}

/** Writes an invitation and what became of it. */
export function invitationInList(
  facts: InvitationFacts,
  { beneficiaries }: Pick<StandingOptions, "beneficiaries">,
  { locale, text, formats, now }: Viewer,
): InvitationInList {
  const { id, name, address, role, speaks, invitedBy, createdAt, expiresAt, acceptedAt, withdrawnAt } = facts;
  const delegation = beneficiaries.find((beneficiary) => beneficiary.id === facts.beneficiaryId);
  const state = stateOf(facts, now);
  const since = { open: expiresAt, expired: expiresAt, accepted: acceptedAt, withdrawn: withdrawnAt }[state];
  return {
    ...{ id, name, address, speaks, state },
    role: textOf(text, `codes.role.${role}`),
    delegation: delegation ? nameWithMark(delegation, locale) : null,
    stateText: textOf(text, `people.state.${state}`, { date: formats.dateShort(since ?? expiresAt) }),
    awaited: state === "open" || state === "expired",
    invitedBy: text("people.invitedBy", { name: invitedBy, date: formats.dateShort(createdAt) }),
  };
}

/** Invitations for a list: those that wait for an answer first, then the settled ones, newest first. */
export function invitationList(
  invitations: readonly InvitationFacts[],
  options: Pick<StandingOptions, "beneficiaries">,
  viewer: Viewer,
): { awaited: InvitationInList[]; settled: InvitationInList[] } {
  const all = invitations.map((invitation) => invitationInList(invitation, options, viewer));
  return {
    awaited: all.filter(({ awaited }) => awaited),
    settled: all
      .filter(({ awaited }) => !awaited)
      .reverse()
      .slice(0, MAX_SETTLED),
  };
}

/** The form of an invitation, with the values that it starts with. */
export interface InvitationForm {
  group: { id: string; name: ShownLabel };
  stored: Record<string, string>;
  /** The invitation that is sent again: saying so is enough to replace it. */
  earlierId: string | null;
  choices: StandingChoices;
  languages: LanguageChoice[];
}

/** Writes the form of an invitation. */
export function invitationForm(options: InvitationOptions, viewer: Viewer): InvitationForm {
  const { group, earlier } = options;
  // Without organisers there is nobody else to invite anyone.
  const role: Record<string, string> = options.organisers === 0 ? { role: "organiser" } : {};
  return {
    group: { id: group.id, name: shownLabel(group.names, viewer.locale) },
    stored: earlier ? valuesOf(earlier) : { locale: viewer.locale, ...role },
    earlierId: earlier?.id ?? null,
    choices: standingChoices(options, viewer, [earlier?.beneficiaryId ?? null, earlier?.institutionId ?? null]),
    languages: languageChoices(),
  };
}

function valuesOf(earlier: InvitationFacts): Record<string, string> {
  const { address, name, role, beneficiaryId, institutionId, locale, speaks } = earlier;
  return {
    ...{ address, name, role, locale },
    beneficiaryId: beneficiaryId ?? "",
    institutionId: institutionId ?? "",
    ...(speaks ? { speaks: "on" } : {}),
  };
}
