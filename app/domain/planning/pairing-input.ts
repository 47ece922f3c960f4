import { z } from "zod";
import { ids, optionalId, revision, tick } from "#app/domain/forms/choice-fields.ts";
import { message } from "#app/domain/forms/message.ts";
import { joinLinks, linkOfEach } from "#app/domain/sessions/join-links.ts";
import { lengthOrAsTemplate, sessionTerms } from "#app/domain/sessions/session-input.ts";

const fields = { minutes: lengthOrAsTemplate, ...sessionTerms, templateId: optionalId() };

/** The form of one pairing. An unticked list of delegates is "nobody" only if the form showed one. */
const pairing = { ...fields, delegatesShown: tick(), delegateIds: ids(300) };

/** The form that adds one. */
export const newPairingForm = z.object({ ...pairing, beneficiaryId: optionalId() }).transform(namedDelegates);

/** The form that changes one. */
export const pairingForm = z.object({ ...pairing, revision: revision() }).transform(namedDelegates);

/** The form that adds one for each of several delegations. */
export const severalPairingsForm = z
  .object({
    ...fields,
    joinLinks: joinLinks(),
    beneficiaryIds: ids(60).refine((chosen) => chosen.length > 0, message("sessions.chooseDelegation")),
  })
  .transform((form, context) => ({
    ...form,
    joinLink: null,
    joinLinks: linkOfEach(form.joinLinks, form.beneficiaryIds.length, (issue) => context.issues.push(issue)),
  }));

function namedDelegates<T extends { delegatesShown: boolean; delegateIds: string[] }>({
  delegatesShown,
  delegateIds,
  ...rest
}: T) {
  return { ...rest, delegateIds: delegatesShown ? delegateIds : undefined };
}
