import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findOpenInvitation } from "#app/domain/people/find-invitation.server.ts";
import { findStandingChoices } from "#app/domain/people/find-standing-choices.server.ts";
import { findManagedGroup } from "#app/domain/people/membership-rules.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import { isInterfaceLocale, languageCodes, selfNames } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/**
 * What the form of an invitation starts with: the group, what can be chosen, and the values of an earlier invitation
 * that is sent again.
 * @throws NotFound without a group or for groups of others, Forbidden for members who do not manage
 */
export async function findInvitationForm(
  db: Db,
  actor: Actor,
  from: { groupId: string | null; again: string | null },
  reader: { locale: string; collator: Intl.Collator },
) {
  const earlier = from.again ? await findOpenInvitation(db, actor, from.again, reader.locale) : null;
  const groupId = earlier?.group_id ?? from.groupId;
  if (!groupId) throw new NotFound("group");
  const group = await findManagedGroup(db, actor, groupId);
  const { names } = await db
    .selectFrom("working_group")
    .select("names")
    .where("id", "=", groupId)
    .executeTakeFirstOrThrow();
  const stored: Record<string, string> = { locale: reader.locale };
  if (earlier) {
    stored.address = earlier.address;
    stored.name = earlier.name;
    stored.role = earlier.role;
    stored.beneficiaryId = earlier.beneficiary_id ?? "";
    stored.institutionId = earlier.institution_id ?? "";
    stored.locale = earlier.locale;
    if (earlier.speaks) stored.speaks = "on";
  }
  return {
    group: { id: groupId, name: label(parseLabels(names), reader.locale) },
    stored,
    choices: await findStandingChoices(db, group.programmeId, reader),
    languages: languageCodes
      .filter((code) => isInterfaceLocale(code))
      .map((code) => ({ value: code, label: selfNames[code], lang: code })),
  };
}
