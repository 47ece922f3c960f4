import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { endMembership } from "#app/domain/people/change-membership.server.ts";
import { paths } from "#app/paths.ts";
import { type Answer, ask } from "#tests/routes/asking.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";
import { writing } from "#tests/support/store.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

const snapshot = { kind: "challenge", title: "Stolen", summary: "One sentence.", language: "en" };

describe("fields that no form has", () => {
  it("change nothing", async () => {
    const extra = {
      ...{ sharing: "public", status: "validated", author_id: target.w.people.observer, authorId: "x", id: "x" },
      ...{
        isAdministrator: "1",
        is_administrator: "1",
        role: "organiser",
        group_id: "x",
        groupId: target.w.otherGroupId,
      },
      ...{ number: "", submitted_at: "2020", delegation_id: target.w.beneficiaries.al, beneficiary: "al" },
      ...{ constructor: "x", toString: "x", hasOwnProperty: "x", then: "x", ["__proto__"]: "x", length: "9" },
    };
    const form = { ...snapshot, ...extra, intent: "submit" };
    expect((await ask(target, "participant", paths.newContribution(), { form })).status).toBe(303);
    const written = await target.store.read
      .selectFrom("contribution")
      .innerJoin("contribution_version", "contribution_version.contribution_id", "contribution.id")
      .select(["sharing", "status", "author_id", "group_id", "beneficiary", "depth"])
      .where("title", "=", "Stolen")
      .execute();
    expect(written).toEqual([
      {
        ...{ sharing: "bilateral", status: "captured", author_id: target.w.people.participantBa, depth: "snapshot" },
        ...{ group_id: target.w.groupId, beneficiary: "ba" },
      },
    ]);
    const profile = { name: "Me", locale: "en", city: "sarajevo", address: "me@evil.example", ...extra };
    expect((await ask(target, "participant", paths.account(), { form: profile })).status).toBe(303);
    const actor = await target.w.actor(target.w.people.participantBa);
    expect([actor.isAdministrator, actor.memberships.map(({ role, groupId }) => [role, groupId])]).toEqual([
      false,
      [["participant", target.w.groupId]],
    ]);
    const { things } = target;
    const guest = { way: "new", name: "G", newPassword: "seven quiet boats", locale: "en", city: "sarajevo", ...extra };
    const accepted = { ...guest, address: "evil@test.example", speaks: "on" };
    const joined = await ask(target, "anonymous", paths.invitation(things.invitationToken), { form: accepted });
    expect(joined.status).toBe(303);
    const made = await target.store.read
      .selectFrom("account")
      .innerJoin("membership", "membership.account_id", "account.id")
      .select(["address", "is_administrator", "role", "group_id", "speaks"])
      .where("name", "=", "G")
      .execute();
    const expected = { address: "guest@test.example", is_administrator: 0, role: "observer", speaks: 0 };
    expect(made).toEqual([{ ...expected, group_id: target.w.groupId }]);
  });
});

describe("idempotency keys", () => {
  const key = "abcdefgh12345678";
  const form = () => ({ ...snapshot, intent: "submit", _key: key });
  const count = async () =>
    (await target.store.read.selectFrom("contribution_version").select("id").where("title", "=", "Stolen").execute())
      .length;

  it("of others open nothing, and one's own change nothing twice", async () => {
    const first = await ask(target, "participant", paths.newContribution(), { form: form() });
    const again = await ask(target, "participant", paths.newContribution(), { form: form() });
    expect([again.status, again.headers.location]).toEqual([303, first.headers.location]);
    const other = await ask(target, "speaker", paths.newContribution(), { form: form() });
    expect([other.status, other.headers.location]).toEqual([409, undefined]);
    const changed = { ...form(), title: "Stolen", summary: "Another." };
    expect((await ask(target, "participant", paths.newContribution(), { form: changed })).status).toBe(409);
    const elsewhere = await ask(target, "participant", "/contributions/drafts", { form: form() });
    expect([elsewhere.status, await count()]).toEqual([409, 1]);
  });

  it("used by a refused attempt are free for the next", async () => {
    const wrong = await ask(target, "observer", paths.newContribution(), { form: form() });
    const right = await ask(target, "participant", paths.newContribution(), { form: form() });
    expect([wrong.status, right.status, await count()]).toEqual([403, 303, 1]);
  });

  it("do not bring a secret link back to somebody who organises no more", async () => {
    const { w, store } = target;
    const address = `${paths.newInvitation()}?group=${w.groupId}`;
    const words = { groupId: w.groupId, address: "new@test.example", name: "New", role: "observer", locale: "en" };
    const asked = { form: { ...words, _key: key } };
    // The link travels sealed, to the page that shows it once.
    const link = (answer: Answer) => /zbornik_flash=[\w-]{40}/.test(String(answer.headers["set-cookie"]));
    const first = await ask(target, "organiser", address, asked);
    expect([first.status, link(first)]).toEqual([303, true]);
    const { id } = await store.read
      .selectFrom("membership")
      .select("id")
      .where("account_id", "=", w.people.organiser)
      .executeTakeFirstOrThrow();
    await writing(store)
      .updateTable("membership")
      .set({ role: "organiser" })
      .where("account_id", "=", w.people.observer)
      .execute();
    await endMembership(store, await w.actor(w.people.observer), { membershipId: id });
    const after = await ask(target, "organiser", address, asked);
    expect([after.status, link(after), /inv_/.test(after.body)]).toEqual([404, false, false]);
  });
});
