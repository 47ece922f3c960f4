import type { InvitationFacts } from "#app/domain/people/find-invitation.server.ts";
import type { InvitationOptions } from "#app/domain/people/find-invitation-form.server.ts";
import { label } from "#app/i18n/labels.ts";
import { textOf } from "#app/i18n/text.ts";
import { type LanguageChoice, languageChoices } from "#app/views/people/profile-choices.ts";
import { type StandingChoices, standingChoices } from "#app/views/people/standing-choices.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** An invitation in the list of a group. */
export interface InvitationInList {
  id: string;
  name: string;
  address: string;
  role: string;
  until: string;
}

/** Writes an invitation that nobody has accepted yet. */
export function invitationInList(
  { id, name, address, role, expiresAt }: InvitationFacts,
  { text, formats }: Viewer,
): InvitationInList {
  return { id, name, address, role: textOf(text, `codes.role.${role}`), until: formats.dateShort(expiresAt) };
}

/** The form of an invitation, with the values that it starts with. */
export interface InvitationForm {
  group: { id: string; name: string };
  stored: Record<string, string>;
  choices: StandingChoices;
  languages: LanguageChoice[];
}

/** Writes the form of an invitation. */
export function invitationForm(options: InvitationOptions, viewer: Viewer): InvitationForm {
  const { group, earlier } = options;
  return {
    group: { id: group.id, name: label(group.names, viewer.locale) },
    stored: earlier ? valuesOf(earlier) : { locale: viewer.locale },
    choices: standingChoices(options, viewer),
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
