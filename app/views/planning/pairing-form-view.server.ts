import type {
  ChangedPairingOptions,
  NewPairingOptions,
  PairingOptions,
} from "#app/domain/planning/find-pairing-form.server.ts";
import { pairingValues } from "#app/domain/planning/pairing-values.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { pairingName } from "#app/views/planning/pairing-in-list.server.ts";
import {
  awaitedConsultants,
  type SessionChoices,
  sessionChoices,
  type TemplateChoice,
  templateChoices,
} from "#app/views/sessions/session-form-view.server.ts";
import { momentOf } from "#app/views/sessions/session-moment.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The form of one pairing. */
export interface PairingForm extends SessionChoices {
  templates: TemplateChoice[];
  /** Its delegation; null for a plenary. */
  beneficiaryId: string | null;
  /** The session whose agenda it takes until a template is chosen. */
  agendaOf?: { id: string; when: string };
  /** What it is filled in with. */
  stored: Record<string, string | string[]>;
}

/** A delegation to choose. */
export interface DelegationChoice {
  id: string;
  code: string;
  name: NameWithMark;
  members: number;
  pairings: number;
}

/** Writes the form of a new pairing; `form` is null until it is known with whom. */
export function newPairingForm(options: NewPairingOptions, viewer: Viewer) {
  const { chosen } = options;
  const usual = { minutes: "", language: viewer.locale, templateId: "", joinLink: "" };
  const stored = {
    ...{ ...usual, attribution: chosen === null ? "group" : "beneficiary" },
    delegateIds: options.delegates.map(({ id }) => id),
  };
  return {
    name: chosen === undefined ? null : pairingName({ beneficiary: chosen }, viewer),
    round: sessionChoices(options, viewer).round,
    delegations: delegationChoices(options, viewer),
    form: chosen === undefined ? null : formOf(options, { beneficiaryId: chosen?.id ?? null, stored }, viewer),
  };
}

/** Writes the form of a pairing that is in the plan already. */
export function pairingForm(options: ChangedPairingOptions, viewer: Viewer) {
  const { pairing, agendaOf: earlier } = options;
  const beneficiaryId = pairing.beneficiary?.id ?? null;
  const form = formOf(options, { beneficiaryId, stored: pairingValues(pairing) }, viewer);
  const agendaOf = earlier && { agendaOf: { id: earlier.id, when: momentOf(earlier, viewer).date } };
  return { id: pairing.id, name: pairingName(pairing, viewer), round: form.round, form: { ...form, ...agendaOf } };
}

/** The form that adds one for each of several delegations. */
export interface SeveralPairingsForm extends Omit<PairingForm, "delegates" | "beneficiaryId"> {
  delegations: DelegationChoice[];
}

/** Writes the form that adds one for each delegation; those that have members and no pairing are ticked. */
export function severalPairingsForm(options: PairingOptions, viewer: Viewer): SeveralPairingsForm {
  const delegations = delegationChoices(options, viewer).filter(({ members }) => members > 0);
  const ticked = delegations.filter(({ pairings }) => pairings === 0).map(({ id }) => id);
  const usual = { minutes: "", language: viewer.locale, templateId: "", attribution: "beneficiary" };
  const { delegates: _, ...form } = formOf(
    options,
    { beneficiaryId: null, stored: { ...usual, beneficiaryIds: ticked } },
    viewer,
  );
  return { ...form, delegations };
}

function formOf(
  options: PairingOptions,
  own: Pick<PairingForm, "beneficiaryId" | "stored">,
  viewer: Viewer,
): PairingForm {
  return {
    ...sessionChoices(options, viewer),
    awaited: awaitedConsultants(options),
    templates: templateChoices(options.templates, viewer),
    ...own,
  };
}

function delegationChoices({ delegations }: PairingOptions, { locale }: Viewer): DelegationChoice[] {
  return delegations.map((one) => ({
    ...{ id: one.id, code: one.code, members: one.members, pairings: one.pairings },
    name: nameWithMark(one, locale),
  }));
}
