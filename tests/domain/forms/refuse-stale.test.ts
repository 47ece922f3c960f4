import { beforeEach, expect, it } from "vitest";
import type { Actor } from "#app/domain/access/actor.ts";
import { Conflict } from "#app/domain/errors.ts";
import { baseOf } from "#app/domain/forms/merge-forms.ts";
import { changeMembership } from "#app/domain/people/change-membership.server.ts";
import { findMember } from "#app/domain/people/find-members.server.ts";
import { membershipValues } from "#app/domain/people/membership-values.ts";
import {
  findBeneficiariesForEdit,
  findGroupsForEdit,
  findInstitutionsForEdit,
  withId,
} from "#app/domain/programme/find-installation.server.ts";
import { findProgramme } from "#app/domain/programme/find-programme.server.ts";
import {
  beneficiaryValues,
  groupValues,
  institutionValues,
  programmeValues,
} from "#app/domain/programme/form-values.ts";
import { beneficiaryEdit, groupInput, institutionInput, programmeInput } from "#app/domain/programme/group-input.ts";
import { editBeneficiary } from "#app/domain/programme/save-beneficiary.server.ts";
import { editGroup } from "#app/domain/programme/save-group.server.ts";
import { editInstitution } from "#app/domain/programme/save-institution.server.ts";
import { editProgramme } from "#app/domain/programme/save-programme.server.ts";
import type { Store } from "#db/store.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

// Two administrators open the same form; each changes another field.

let store: Store;
let w: World;
let administrator: Actor;
beforeEach(async () => {
  store = testStore();
  w = await world(store);
  administrator = await w.actor(w.people.administrator);
});

type Values = Record<string, string>;

/** The form of a thing: what it is filled in with, and what sending it does. */
const forms: Record<string, { read: () => Promise<Values>; save: (values: Values, base: string) => Promise<unknown> }> =
  {
    programme: {
      read: async () => programmeValues(await findProgramme(store.read, administrator)),
      save: async (values, base) => {
        const programmeId = (await findProgramme(store.read, administrator))?.id ?? "";
        return editProgramme(store, administrator, { ...programmeInput.parse(values), programmeId, base });
      },
    },
    beneficiary: {
      read: async () => {
        const rows = await findBeneficiariesForEdit(store.read, administrator);
        return beneficiaryValues(withId(rows, w.beneficiaries.ba, "beneficiary"));
      },
      save: (values, base) => {
        const input = { ...beneficiaryEdit.parse(values), beneficiaryId: w.beneficiaries.ba, base };
        return editBeneficiary(store, administrator, input);
      },
    },
    institution: {
      read: async () => {
        const rows = await findInstitutionsForEdit(store.read, administrator);
        return institutionValues(withId(rows, w.institutions.ba, "institution"));
      },
      save: (values, base) => {
        const input = { ...institutionInput.parse(values), institutionId: w.institutions.ba, base };
        return editInstitution(store, administrator, input);
      },
    },
    group: {
      read: async () => groupValues(withId(await findGroupsForEdit(store.read, administrator), w.groupId, "group")),
      save: (values, base) =>
        editGroup(store, administrator, { ...groupInput.parse(values), groupId: w.groupId, base }),
    },
  };

it.each(Object.keys(forms))("a %s is not set back by the second form, and the first change is told", async (name) => {
  const form = forms[name];
  if (!form) throw new Error(name);
  const opened = await form.read();
  const base = baseOf(opened);
  await form.save({ ...opened, "name.en": "Changed by the first" }, base);
  const second = form.save({ ...opened, "name.bs": "Izmijenio drugi" }, base);
  await expect(second).rejects.toMatchObject({ current: { "name.en": "Changed by the first" } });
  expect(await form.read()).toEqual({ ...opened, "name.en": "Changed by the first" });
  // Sent again with both, as the page that tells of it does.
  const now = await form.read();
  await form.save({ ...now, "name.bs": "Izmijenio drugi" }, baseOf(now));
  expect(await form.read()).toEqual({ ...now, "name.bs": "Izmijenio drugi" });
});

it("a membership is not set back either", async () => {
  const { id: membershipId } = await store.read
    .selectFrom("membership")
    .select("id")
    .where("account_id", "=", w.people.speakerBa)
    .where("group_id", "=", w.groupId)
    .executeTakeFirstOrThrow();
  const organiser = await w.actor(w.people.organiser);
  const read = () => findMember(store.read, organiser, membershipId, new Date());
  const { role, beneficiaryId, institutionId, speaks } = await read();
  const base = baseOf(membershipValues({ role, beneficiaryId, institutionId, speaks }));
  const change = (more: object) =>
    changeMembership(store, organiser, { role, beneficiaryId, institutionId, speaks, ...more, membershipId, base });
  await change({ speaks: false });
  await expect(change({ institutionId: w.institutions.ba })).rejects.toBeInstanceOf(Conflict);
  expect((await read()).speaks).toBe(false);
});
