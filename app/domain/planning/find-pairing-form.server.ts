import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findPlan, type PlanFacts } from "#app/domain/planning/find-plan.server.ts";
import type { PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import { type BeneficiaryFacts, findBeneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import { findGroupPeople } from "#app/domain/sessions/find-group-people.server.ts";
import {
  findAwaitedConsultants,
  type PeopleOptions,
  PLENARY_CODE,
  peopleOptions,
} from "#app/domain/sessions/find-session-form.server.ts";
import { findTemplates, type TemplateFacts } from "#app/domain/sessions/find-templates.server.ts";
import { mayBeDelegate } from "#app/domain/sessions/invited-people.ts";
import { readSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** What every form of pairings offers. */
export interface PairingOptions extends PeopleOptions, Pick<PlanFacts, "round" | "pairings"> {
  /** Names of consultants who are invited and have not accepted yet. */
  awaited: string[];
  templates: TemplateFacts[];
  /** The delegations, each with how many members could come and how many pairings it has. */
  delegations: (BeneficiaryFacts & { members: number; pairings: number })[];
}

/** The form of a new pairing: `chosen` is null for a plenary, undefined until it is known with whom. */
export interface NewPairingOptions extends PairingOptions {
  chosen: BeneficiaryFacts | null | undefined;
}

/**
 * What the form of a new pairing offers.
 * @param code of the delegation, `plenary`, or null while nobody has chosen
 * @throws NotFound, Forbidden
 */
export async function findNewPairingForm(
  db: Db,
  actor: Actor,
  roundId: string,
  code: string | null,
  now: Date,
): Promise<NewPairingOptions> {
  const plan = await findPlan(db, actor, roundId);
  const beneficiaries = await findBeneficiaryFacts(db, sure(membershipIn(actor, plan.round.groupId)).programmeId);
  const chosen = code === null ? undefined : code === PLENARY_CODE ? null : beneficiaries.find((b) => b.code === code);
  if (code !== null && chosen === undefined) throw new NotFound("delegation");
  return { ...(await optionsOf(db, actor, plan, { beneficiaries, of: chosen?.id ?? null }, now)), chosen };
}

/** The form of a pairing that is there: `agendaOf` is the session whose agenda it takes, in place of a template. */
export interface ChangedPairingOptions extends PairingOptions {
  pairing: PairingFacts;
  agendaOf: SessionFacts | null;
}

/**
 * What the form of a pairing offers that has no session yet.
 * @throws NotFound, Forbidden
 */
export async function findPairingForm(
  db: Db,
  actor: Actor,
  { roundId, pairingId }: { roundId: string; pairingId: string },
  now: Date,
): Promise<ChangedPairingOptions> {
  const plan = await findPlan(db, actor, roundId);
  const pairing = plan.pairings.find(({ id }) => id === pairingId);
  if (!pairing || pairing.session) throw new NotFound("pairing");
  const beneficiaries = await findBeneficiaryFacts(db, sure(membershipIn(actor, plan.round.groupId)).programmeId);
  const options = await optionsOf(
    db,
    actor,
    plan,
    { beneficiaries, of: pairing.beneficiary?.id ?? null, kept: pairing.templateId },
    now,
  );
  return { ...options, pairing, agendaOf: await findEarlier(db, actor, pairing) };
}

async function findEarlier(db: Db, actor: Actor, { agendaOf }: PairingFacts): Promise<SessionFacts | null> {
  if (!agendaOf) return null;
  const [session] = await readSessionFacts(sessionsVisibleTo(db, actor).where("session.id", "=", agendaOf));
  return session ?? null;
}

async function optionsOf(
  db: Db,
  actor: Actor,
  { round, pairings }: PlanFacts,
  { beneficiaries, of, kept }: { beneficiaries: readonly BeneficiaryFacts[]; of: string | null; kept?: string | null },
  now: Date,
): Promise<PairingOptions> {
  const people = await findGroupPeople(db, round.groupId);
  return {
    round,
    pairings,
    ...peopleOptions(people, of),
    awaited: await findAwaitedConsultants(db, actor, round.groupId, now),
    templates: await findTemplates(db, round.groupId, kept),
    delegations: beneficiaries
      .filter(({ retiredAt }) => retiredAt === null)
      .map((one) => ({
        ...one,
        members: people.filter((person) => mayBeDelegate(person, one.id)).length,
        pairings: pairings.filter(({ beneficiary }) => beneficiary?.id === one.id).length,
      })),
  };
}
