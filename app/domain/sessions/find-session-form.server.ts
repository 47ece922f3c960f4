import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { type BeneficiaryName, findBeneficiaries } from "#app/domain/programme/beneficiary-names.server.ts";
import { findVisibleRound } from "#app/domain/rounds/visible-round.server.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { findTemplates, type TemplateOption } from "#app/domain/sessions/find-agenda.server.ts";
import { findGroupPeople, type GroupPerson } from "#app/domain/sessions/find-group-people.server.ts";
import { mayBeDelegate, mayInterpret, type Part } from "#app/domain/sessions/invited-people.ts";
import { clockOfRound } from "#app/domain/sessions/session-moment.server.ts";
import { minutesBetween } from "#app/domain/sessions/session-time.server.ts";
import { sessionTitle } from "#app/domain/sessions/session-title.ts";
import { findVisibleSession, refuseCancelled } from "#app/domain/sessions/visible-session.server.ts";
import type { Reader } from "#app/domain/time/reader.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

export interface PersonOption {
  id: string;
  name: string;
  institution: string | null;
}

/** What the forms of a session offer. */
export interface SessionOptions {
  round: { id: string; title: string; startsOn: string; endsOn: string; zone: string };
  delegates: PersonOption[];
  consultants: PersonOption[];
  interpreters: PersonOption[];
  templates: TemplateOption[];
}

/** A new session: first with whom, then the rest. `chosen` is undefined until that is known. */
export interface NewSessionForm extends SessionOptions {
  delegations: { code: string; name: NameWithMark; members: number; sessions: number }[];
  chosen: { id: string | null; name: NameWithMark | null; title: string } | undefined;
}

/** What "a plenary" is called in the address of the form. */
export const plenaryCode = "plenary";

/**
 * What the form of a new session offers.
 * @param code of the delegation, `plenary`, or null while nobody has chosen
 * @throws NotFound, Forbidden
 */
export async function findNewSessionForm(
  db: Db,
  actor: Actor,
  roundId: string,
  code: string | null,
  reader: Reader,
): Promise<NewSessionForm> {
  const round = await findVisibleRound(db, actor, roundId);
  authorise(actor, "session.schedule", { groupId: round.group_id });
  const group = await db
    .selectFrom("working_group")
    .select("programme_id")
    .where("id", "=", round.group_id)
    .executeTakeFirstOrThrow();
  const beneficiaries = await findBeneficiaries(db, group.programme_id, reader.locale);
  const people = await findGroupPeople(db, round.group_id, reader.locale);
  const held = await db
    .selectFrom("session")
    .select("beneficiary_id")
    .where("round_id", "=", round.id)
    .where("status", "=", "scheduled")
    .execute();
  const chosen = chosenOf(code, beneficiaries, reader);
  return {
    ...optionsOf(round, people, chosen?.id ?? null, reader),
    templates: await findTemplates(db, round.group_id, reader),
    delegations: beneficiaries.map(({ id, code: key, name }) => ({
      code: key,
      name,
      members: people.filter((person) => mayBeDelegate(person, id)).length,
      sessions: held.filter((session) => session.beneficiary_id === id).length,
    })),
    chosen,
  };
}

function chosenOf(code: string | null, beneficiaries: readonly BeneficiaryName[], reader: Reader) {
  if (code === null) return undefined;
  if (code === plenaryCode) return { id: null, name: null, title: sessionTitle(reader.text, null) };
  const found = beneficiaries.find((beneficiary) => beneficiary.code === code);
  if (!found) throw new NotFound("delegation");
  return { id: found.id, name: found.name, title: sessionTitle(reader.text, found.name) };
}

/**
 * A session as its form shows it, and what the form offers. Who is invited stays on the list when the membership ended.
 * @throws NotFound, Forbidden, Refused when it was cancelled
 */
export async function findSessionForm(db: Db, actor: Actor, sessionId: string, reader: Reader) {
  const session = await findVisibleSession(db, actor, sessionId);
  authorise(actor, "session.change", { groupId: session.group_id });
  refuseCancelled(session);
  const round = await findVisibleRound(db, actor, session.round_id);
  const people = await findGroupPeople(db, session.group_id, reader.locale);
  const parts = await findParts(db, session.id);
  const beneficiary = session.beneficiary_id
    ? await db
        .selectFrom("beneficiary")
        .select(["names", "mark"])
        .where("id", "=", session.beneficiary_id)
        .executeTakeFirstOrThrow()
    : { names: null, mark: null };
  const having = (wanted: Part) => [...parts].filter(([, part]) => part === wanted).map(([id]) => id);
  const known = new Set(people.map(({ accountId }) => accountId));
  const gone = [...parts.keys()].filter((id) => !known.has(id));
  const goneRows =
    gone.length > 0 ? await db.selectFrom("account").select(["id", "name"]).where("id", "in", gone).execute() : [];
  const options = optionsOf(round, people, session.beneficiary_id, reader);
  for (const { id, name } of goneRows) {
    const list = { delegate: options.delegates, consultant: options.consultants, interpreter: options.interpreters };
    list[parts.get(id)!].push({ id, name, institution: reader.text("sessions.formerMember") });
  }
  return {
    ...options,
    title: sessionTitle(reader.text, nameWithMark(beneficiary, reader.locale)),
    over: session.ends_at <= reader.now.toISOString(),
    plenary: session.beneficiary_id === null,
    stored: {
      revision: String(session.revision),
      date: session.wall_date,
      time: session.wall_time,
      minutes: String(minutesBetween(session.starts_at, session.ends_at)),
      language: session.language,
      joinLink: session.join_link ?? "",
      attribution: session.attribution,
      delegateIds: having("delegate"),
      consultantIds: having("consultant"),
      interpreterId: having("interpreter")[0] ?? "",
    },
  };
}

function optionsOf(
  round: { id: string; titles: string; starts_on: string; ends_on: string; zone: string; city: string },
  people: readonly GroupPerson[],
  beneficiaryId: string | null,
  reader: Reader,
): Omit<SessionOptions, "templates"> {
  const option = ({ accountId, name, institution }: GroupPerson) => ({ id: accountId, name, institution });
  const sorted = [...people].sort((a, b) => reader.formats.collator.compare(a.name, b.name));
  return {
    round: {
      id: round.id,
      title: label(parseLabels(round.titles), reader.locale),
      startsOn: round.starts_on,
      endsOn: round.ends_on,
      zone: clockOfRound(round, reader),
    },
    delegates: sorted.filter((person) => mayBeDelegate(person, beneficiaryId)).map(option),
    consultants: sorted.filter(({ role }) => role === "consultant").map(option),
    interpreters: sorted.filter(mayInterpret).map(option),
  };
}
