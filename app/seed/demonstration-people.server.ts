import type { Actor } from "#app/domain/access/actor.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { labelValues } from "#app/domain/forms/label-fields.ts";
import { addMember } from "#app/domain/people/add-member.server.ts";
import { registerAccount } from "#app/domain/people/create-account.server.ts";
import { hashPassword } from "#app/domain/people/password.server.ts";
import { addBeneficiary } from "#app/domain/programme/save-beneficiary.server.ts";
import { createGroup } from "#app/domain/programme/save-group.server.ts";
import { addInstitution } from "#app/domain/programme/save-institution.server.ts";
import { createProgramme } from "#app/domain/programme/save-programme.server.ts";
import type { CityKey } from "#app/domain/time/city-zones.ts";
import { isInterfaceLocale } from "#app/i18n/languages.ts";
import { demoBeneficiaries, demoProgramme } from "#app/seed/demonstration-files.ts";
import { cityOf } from "#app/seed/demonstration-rounds.server.ts";
import { sure } from "#app/sure.ts";
import type { Store } from "#db/store.ts";

/** The programme, its parties and its people, by their keys in `content/`. */
export interface DemoPeople {
  accounts: Map<string, string>;
  beneficiaries: Map<string, string>;
  institutions: Map<string, string>;
  groups: Map<string, string>;
  actor: (address: string) => Promise<Actor>;
  /** Address of who speaks for a delegation; the organiser for records of no delegation. */
  speaker: (beneficiary: string) => string;
  /** Address of a consultant of the group other than the author. */
  consultant: (group: string, author: string) => string;
  /** Address of the organiser. */
  organiser: string;
}

/** The communiqués that ship are about this programme. */
const DEMO_SLUG = "demonstration";

/** The programme existed this long before its first round. */
const begun = new Date("2019-11-04T09:00:00.000Z");
/** Pristina shares Belgrade's zone; its people read their own city. */
const cities: Record<string, CityKey> = { xk: "pristina" };

/** Creates programme, beneficiaries, institutions, groups and people, all with one password. */
export async function loadPeople(store: Store, password: string): Promise<DemoPeople> {
  const passwordHash = await hashPassword(password);
  const accounts = new Map<string, string>();
  for (const person of demoProgramme.people) {
    const { address, name } = person;
    const locale = isInterfaceLocale(person.locale) ? person.locale : "en";
    const city = cities[person.beneficiary ?? ""] ?? cityOf(person.zone);
    const account = { address, name, passwordHash, locale, city, isAdministrator: person.role === "administrator" };
    accounts.set(address, (await registerAccount(store, null, account, begun)).accountId);
  }
  const actor = (address: string) => findActor(store.read, accounts.get(address) ?? null);
  const administrator = await actor(sure(demoProgramme.people.find(({ role }) => role === "administrator")).address);
  const parties = await loadParties(store, administrator);
  for (const person of demoProgramme.people) {
    if (person.role === "administrator") continue;
    // The first membership is the group that opens after signing in: the one with most to see.
    for (const slug of [...person.groups].sort((a, b) => Number(b === "release") - Number(a === "release"))) {
      const membership = {
        groupId: sure(parties.groups.get(slug)),
        accountId: sure(accounts.get(person.address)),
        role: person.role,
        beneficiaryId: person.beneficiary ? sure(parties.beneficiaries.get(person.beneficiary)) : null,
        institutionId: person.institution ? sure(parties.institutions.get(person.institution)) : null,
        speaks: person.speaks === true,
      };
      await addMember(store, administrator, membership, begun);
    }
  }
  const organiser = sure(demoProgramme.people.find(({ role }) => role === "organiser")).address;
  const speaker = (code: string) =>
    demoProgramme.people.find(({ beneficiary, speaks }) => speaks && beneficiary === code)?.address ?? organiser;
  const consultant = (group: string, author: string) =>
    sure(
      demoProgramme.people.find(
        ({ role, groups, address }) => role === "consultant" && groups.includes(group) && address !== author,
      ),
    ).address;
  return { accounts, actor, speaker, consultant, organiser, ...parties };
}

async function loadParties(store: Store, administrator: Actor) {
  const { name, description, fundingStatement, disclaimer } = demoProgramme;
  const words = {
    slug: DEMO_SLUG,
    ...labelValues("name", name),
    ...labelValues("description", description),
    ...labelValues("fundingStatement", fundingStatement),
    ...labelValues("disclaimer", disclaimer),
  };
  const { programmeId } = await createProgramme(
    store,
    administrator,
    words as Parameters<typeof createProgramme>[2],
    begun,
  );
  const beneficiaries = new Map<string, string>();
  for (const [position, { code, names, mark, footnote }] of demoBeneficiaries.entries()) {
    const input = {
      programmeId,
      code,
      mark,
      position,
      ...labelValues("name", names),
      ...labelValues("footnote", footnote ?? {}),
    };
    const added = await addBeneficiary(store, administrator, input as Parameters<typeof addBeneficiary>[2], begun);
    beneficiaries.set(code, added.beneficiaryId);
  }
  const institutions = new Map<string, string>();
  for (const { id, beneficiary, type, name: names } of demoProgramme.institutions) {
    const beneficiaryId = beneficiary ? sure(beneficiaries.get(beneficiary)) : null;
    const input = { programmeId, type, beneficiaryId, ...labelValues("name", names) };
    const added = await addInstitution(store, administrator, input as Parameters<typeof addInstitution>[2], begun);
    institutions.set(id, added.institutionId);
  }
  const groups = new Map<string, string>();
  for (const [position, { slug, code, name: names }] of demoProgramme.groups.entries()) {
    const input = { programmeId, slug, code, position, ...labelValues("name", names) };
    const added = await createGroup(store, administrator, input as Parameters<typeof createGroup>[2], begun);
    groups.set(slug, added.groupId);
  }
  return { beneficiaries, institutions, groups };
}
