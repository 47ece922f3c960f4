import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { labelsFrom } from "#app/domain/forms/label-fields.ts";
import { findMailStates } from "#app/domain/outbox/find-mail-states.server.ts";
import { acceptInvitation } from "#app/domain/people/accept-invitation.server.ts";
import { createAdministrator } from "#app/domain/people/create-administrator.server.ts";
import { inviteMember } from "#app/domain/people/invite-member.server.ts";
import { mintInvitation } from "#app/domain/people/mint-secrets.server.ts";
import { findBeneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import { footnoteWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { countInstallation, findGroupsForEdit } from "#app/domain/programme/find-installation.server.ts";
import { findProgramme, findProgrammeOnPages } from "#app/domain/programme/find-programme.server.ts";
import { beneficiaryInput, groupInput, institutionInput, programmeInput } from "#app/domain/programme/group-input.ts";
import { addBeneficiary, editBeneficiary } from "#app/domain/programme/save-beneficiary.server.ts";
import { createGroup, editGroup } from "#app/domain/programme/save-group.server.ts";
import { addInstitution, editInstitution } from "#app/domain/programme/save-institution.server.ts";
import { createProgramme, editProgramme } from "#app/domain/programme/save-programme.server.ts";
import { programmeWords } from "#app/views/programme/programme-words.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const programme = programmeInput.parse({ "name.en": "Programme", "name.bs": "Program" });
const kosovo = { code: "xk", "name.en": "Kosovo", mark: "*", "footnote.en": "A footnote." };
const group = groupInput.parse({ slug: "release", code: "REL", "name.en": "Release" });

it("leads from an empty installation to an organiser who invites members", async () => {
  const store = testStore();
  const input = { address: "ana@test.example", name: "Ana", password: "river stone lamp" };
  const { accountId } = await createAdministrator(store, input);
  const administrator = await findActor(store.read, accountId);
  const { programmeId } = await createProgramme(store, administrator, programme);
  const { beneficiaryId } = await addBeneficiary(store, administrator, {
    ...beneficiaryInput.parse(kosovo),
    programmeId,
  });
  const probation = institutionInput.parse({ "name.en": "Probation", type: "probation", beneficiaryId });
  const { institutionId } = await addInstitution(store, administrator, { ...probation, programmeId });
  const { groupId } = await createGroup(store, administrator, { ...group, programmeId });
  const somebody = { name: "Guest", locale: "en", city: "sarajevo", newPassword: "river stone lamp" } as const;
  const standing = { groupId, locale: "en", beneficiaryId: null, institutionId: null, speaks: false } as const;
  const join = async (inviter: string, address: string, role: "organiser" | "participant") => {
    const delegation = role === "participant" ? { beneficiaryId, institutionId } : {};
    const actor = await findActor(store.read, inviter);
    const invitation = { ...standing, ...delegation, address, name: "Guest", role };
    const { invitationId } = await inviteMember(store, actor, invitation);
    const token = (await mintInvitation(store, invitationId, new Date()))!;
    return (await acceptInvitation(store, anonymous, { way: "new", ...somebody, token }, new Date())).accountId;
  };
  const organiser = await join(accountId, "organiser@test.example", "organiser");
  await join(organiser, "member@test.example", "participant");
  expect(await countInstallation(store.read, administrator, new Date())).toEqual({
    programmes: 1,
    beneficiaries: 1,
    institutions: 1,
    groups: 1,
    accounts: 3,
    mails: 2,
    libraries: 0,
    organisers: 1,
    ...{ groupWithoutOrganiser: null, groupAwaitingOrganiser: null },
    securityEvents: 0,
  });
});

it("hides all of it from everybody but administrators", async () => {
  const store = testStore();
  const w = await world(store);
  const actor = await w.actor(w.people.organiser);
  const { programmeId, groupId } = w;
  const { ba } = w.beneficiaries;
  const institution = institutionInput.parse({ "name.en": "X", type: "prison", beneficiaryId: "none" });
  const beneficiary = beneficiaryInput.parse({ code: "me", "name.en": "Montenegro" });
  const tries = [
    () => createProgramme(store, actor, programme),
    () => editProgramme(store, actor, { ...programme, programmeId }),
    () => addBeneficiary(store, actor, { ...beneficiary, programmeId }),
    () => editBeneficiary(store, actor, { ...beneficiary, beneficiaryId: ba }),
    () => addInstitution(store, actor, { ...institution, programmeId }),
    () => editInstitution(store, actor, { ...institution, institutionId: w.institutions.ba }),
    () => createGroup(store, actor, { ...group, slug: "new", code: "NEW", programmeId }),
    () => editGroup(store, actor, { ...group, groupId }),
    () => findProgramme(store.read, actor),
    () => countInstallation(store.read, actor, new Date()),
    () => findMailStates(store.read, actor, 1),
  ];
  for (const attempt of tries) await expect(attempt()).rejects.toThrow(NotFound);
  expect(await store.read.selectFrom("audit_event").select("event").execute()).toEqual([]);
});

describe("a programme", () => {
  it("is one, and its words stand under every page in the reader's language", async () => {
    const store = testStore();
    const w = await world(store);
    const actor = await w.actor(w.people.administrator);
    await expect(createProgramme(store, actor, programme)).rejects.toThrow(Refused);
    const words = programmeInput.parse({
      "name.en": " New   name ",
      "name.mk": "Програма",
      "fundingStatement.en": "Funded.\n\nTwice.",
      "disclaimer.bs": "Izjava.",
    });
    await editProgramme(store, actor, { ...words, programmeId: w.programmeId });
    const onPages = await findProgrammeOnPages(store.read, null);
    expect(programmeWords(onPages!, "en")).toEqual({
      name: "New name",
      description: "",
      fundingStatement: "Funded.\n\nTwice.",
      disclaimer: "Izjava.",
      footnotes: ["* A footnote."],
    });
  });
});

describe("a beneficiary", () => {
  it("gets the next place, and its mark goes with the name", async () => {
    const store = testStore();
    const w = await world(store);
    const actor = await w.actor(w.people.administrator);
    const input = beneficiaryInput.parse({ ...kosovo, code: "zz", "name.en": "Somewhere", mark: "†" });
    await addBeneficiary(store, actor, { ...input, programmeId: w.programmeId });
    const found = await findBeneficiaryFacts(store.read, w.programmeId);
    expect(found.map((one) => [one.code, nameWithMark(one, "en"), footnoteWithMark(one, "en")])).toEqual([
      ["al", "Albania", ""],
      ["ba", "Bosnia and Herzegovina", ""],
      ["xk", "Kosovo*", "* A footnote."],
      ["zz", "Somewhere†", "† A footnote."],
    ]);
  });

  it.each([
    [{ code: "al" }, "code"],
    [{ code: "regional" }, "code"],
    [{ "footnote.en": "" }, "footnote.en"],
    [{ mark: "" }, "mark"],
  ])("is refused with %o", async (change, field) => {
    const store = testStore();
    const w = await world(store);
    const input = beneficiaryInput.parse({ ...kosovo, code: "zz", ...change });
    const actor = await w.actor(w.people.administrator);
    const refusal = await addBeneficiary(store, actor, { ...input, programmeId: w.programmeId }).catch(
      (error) => error,
    );
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal.faults.map((fault: { field: string }) => fault.field)).toEqual([field]);
  });

  it("keeps its code when it is edited", async () => {
    const store = testStore();
    const w = await world(store);
    const input = { ...beneficiaryInput.parse({ ...kosovo, code: "zz", "name.bs": "Kosovo" }) };
    const actor = await w.actor(w.people.administrator);
    await editBeneficiary(store, actor, { ...input, beneficiaryId: w.beneficiaries.xk });
    const row = await store.read
      .selectFrom("beneficiary")
      .select(["code", "names", "position"])
      .where("id", "=", w.beneficiaries.xk)
      .executeTakeFirst();
    expect(row).toEqual({ code: "xk", names: JSON.stringify({ en: "Kosovo", bs: "Kosovo" }), position: 2 });
  });
});

describe("a group", () => {
  it("needs a short name and a code of its own", async () => {
    const store = testStore();
    const w = await world(store);
    const actor = await w.actor(w.people.administrator);
    const { programmeId } = w;
    const refusal = await createGroup(store, actor, { ...group, programmeId }).catch((error) => error);
    expect(refusal.faults.map((fault: { field: string }) => fault.field)).toEqual(["code", "slug"]);
    await editGroup(store, actor, { ...group, slug: "release-2", groupId: w.groupId });
    const taken = editGroup(store, actor, { ...group, code: "TRN", groupId: w.groupId });
    await expect(taken).rejects.toThrow(Refused);
    const rows = await findGroupsForEdit(store.read, actor);
    expect(rows.map(({ slug, code, members, organisers }) => [slug, code, members, organisers])).toEqual([
      ["release-2", "REL", 8, 1],
      ["training", "TRN", 3, 1],
    ]);
  });

  it.each([
    ["code", "rel"],
    ["code", "RE"],
    ["code", "RELEAS"],
    ["code", "RÉL"],
    ["slug", "Release"],
    ["slug", "a--b"],
    ["slug", "../x"],
    ["slug", "x"],
    ["name.en", "  "],
    ["position", "-1"],
    ["position", "1.5"],
  ])("has no %s %j", (field, value) => {
    const good = { slug: "release", code: "REL", "name.en": "Release" };
    const parsed = groupInput.safeParse({ ...good, [field]: value });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});

it("institutions belong to a beneficiary of the same programme, or to none", async () => {
  const store = testStore();
  const w = await world(store);
  const actor = await w.actor(w.people.administrator);
  const input = institutionInput.parse({ "name.en": "Fund", type: "international", beneficiaryId: "none" });
  await addInstitution(store, actor, { ...input, programmeId: w.programmeId });
  const elsewhere = addInstitution(store, actor, { ...input, beneficiaryId: "nowhere", programmeId: w.programmeId });
  await expect(elsewhere).rejects.toThrow(Refused);
  await expect(addInstitution(store, actor, { ...input, programmeId: "nowhere" })).rejects.toThrow(NotFound);
});

it("reads labels from fields and leaves out languages without a text", () => {
  const input = programmeInput.parse({ "name.en": "A", "name.sq": " B ", "name.xx": "C", name: "D" });
  expect(labelsFrom(input, "name")).toEqual({ en: "A", sq: "B" });
});
