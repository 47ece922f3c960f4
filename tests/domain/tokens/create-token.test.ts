import { sql } from "kysely";
import { expect, it } from "vitest";
import { sha256 } from "#app/domain/identity.server.ts";
import type { ComposedMail } from "#app/domain/mail/compose.server.ts";
import { sendDue } from "#app/domain/outbox/outbox-worker.server.ts";
import { changePassword } from "#app/domain/people/change-password.server.ts";
import { checkPassword } from "#app/domain/people/check-password.server.ts";
import { mintReset } from "#app/domain/people/mint-secrets.server.ts";
import { resetPassword } from "#app/domain/people/reset-password.server.ts";
import { checkToken } from "#app/domain/tokens/check-token.server.ts";
import { createToken } from "#app/domain/tokens/create-token.server.ts";
import { revokeToken } from "#app/domain/tokens/revoke-token.server.ts";
import { tokenInput } from "#app/domain/tokens/token-input.ts";
import { MAX_TOKENS } from "#app/domain/tokens/token-rules.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { attemptOn, type Store } from "#db/store.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const now = new Date("2026-10-01T08:00:00.000Z");
const outgoing = { site: { publicUrl: "https://zbornik.example", mailFrom: "zbornik@zbornik.example" }, mails };
const input = tokenInput.parse({ name: "Script <b>at home</b>", scopes: "search:read", days: "30" });

async function prepared() {
  const store = testStore();
  const w = await world(store);
  const outbox = () => store.read.selectFrom("outbox").selectAll().execute();
  return { store, w, actor: await w.actor(w.people.consultant), outbox };
}

async function sent(store: Store): Promise<ComposedMail[]> {
  const sent: ComposedMail[] = [];
  await sendDue(
    store,
    outgoing,
    {
      kind: "smtp",
      send: async (mail) => {
        sent.push(mail);
        return { accepted: true, response: "250", permanent: false };
      },
    },
    () => now,
  );
  return sent;
}

it("tells the account by mail of a new token, and nothing secret", async () => {
  const { store, w, actor, outbox } = await prepared();
  const { id, secret } = await createToken(store, actor, input, now);
  const rows = await outbox();
  expect(rows).toMatchObject([
    {
      ...{ template: "token-made", recipient_id: w.people.consultant, address: "consultant@test.example" },
      ...{ group_id: null, subject_type: "account", subject_id: w.people.consultant, state: "waiting" },
      idempotency_key: `token-made:${id}`,
      parameters: JSON.stringify({ name: input.name, scopes: ["search:read"], expiresAt: "2026-10-31T08:00:00.000Z" }),
    },
  ]);
  const mails = await sent(store);
  expect(mails.map(({ subject, text }) => ({ subject, text }))).toEqual([
    {
      subject: "An access token was made for your account",
      text: `Dear consultant,

An access token was made for your account. A program that has it searches in your name.

Name: Script <b>at home</b>
What it may do: Search and read results
Works until: Saturday 31 October 2026

If it was not you: revoke the token, change your password and tell your organiser at once.

See and revoke your tokens:
https://zbornik.example/account/tokens

This mail comes from https://zbornik.example. You get it because you have an account there.
`,
    },
  ]);
  expect(mails[0]?.html).toContain("Script &#60;b&#62;at home&#60;/b&#62;");
  for (const told of [rows, mails]) {
    expect(JSON.stringify(told)).not.toContain(secret);
    expect(JSON.stringify(told)).not.toContain(sha256(secret!));
    expect(JSON.stringify(told)).not.toMatch(/zbt_/);
  }
});

it("tells it in the language of their mails, also when the token was revoked meanwhile", async () => {
  const { store, w, actor } = await prepared();
  await writing(store)
    .updateTable("account")
    .set({ locale: "en", mail_locale: "bs" })
    .where("id", "=", w.people.consultant)
    .execute();
  const { id } = await createToken(store, actor, input, now);
  await revokeToken(store, actor, { tokenId: id }, now);
  const [mail] = await sent(store);
  expect(mail?.subject).toBe("Napravljen je pristupni ključ za Vaš korisnički nalog");
  expect(mail?.text).toContain(`Naziv: Script <b>at home</b>
Šta smije: Pretraživati i čitati rezultate
Vrijedi do: subota, 31. oktobra 2026.

Ako to niste bili Vi: opozovite ključ, promijenite lozinku i odmah javite organizatoru.

Pregled i opoziv Vaših ključeva:
https://zbornik.example/account/tokens`);
});

it("makes the token and its mail together, or neither", async () => {
  const { store, actor, outbox } = await prepared();
  const full = sql`create trigger full before insert on outbox begin select raise(abort, 'the outbox is full'); end`;
  await full.execute(writing(store));
  await expect(createToken(store, actor, input, now)).rejects.toThrow("the outbox is full");
  await sql`drop trigger full`.execute(writing(store));
  const tokens = () => store.read.selectFrom("api_token").select("id").execute();
  expect([await tokens(), await outbox()]).toEqual([[], []]);
});

it("sends one mail for an attempt that is made twice, and none for a token that is refused", async () => {
  const { store, actor, outbox } = await prepared();
  const attempt = attemptOn(store, {
    key: "same-form",
    actorId: actor.accountId!,
    route: "/account/tokens",
    bodyHash: "h",
  });
  await createToken(attempt, actor, input, now);
  await createToken(attempt, actor, input, now);
  expect(await outbox()).toHaveLength(1);
  for (let held = 1; held < MAX_TOKENS; held++) await createToken(store, actor, input, now);
  await expect(createToken(store, actor, input, now)).rejects.toThrow("tooMany");
  expect(await outbox()).toHaveLength(MAX_TOKENS);
});

it("ends with the password that was known when it was made, however that is replaced, and leaves those of others", async () => {
  const { store, w, actor } = await prepared();
  const address = "consultant@test.example";
  const [first, second] = ["a long first password", "a long second password"];
  const setFirst = { token: await mintReset(store, w.people.consultant, now), newPassword: first };
  await resetPassword(store, setFirst, now);
  const other = await createToken(store, await w.actor(w.people.organiser), input, now);
  const own = async () => {
    const rows = await store.read.selectFrom("api_token").select("id").where("id", "<>", other.id).execute();
    return rows.length;
  };
  await createToken(store, actor, input, now);
  await changePassword(store, actor, { currentPassword: first, newPassword: second, token: "here" }, now);
  expect(await own()).toBe(0);
  const { secret } = await createToken(store, actor, input, now);
  await resetPassword(store, { token: await mintReset(store, w.people.consultant, now), newPassword: first }, now);
  expect(await own()).toBe(0);
  expect(await checkToken(store.read, secret ?? "", now)).toBeNull();
  expect(await checkToken(store.read, other.secret ?? "", now)).not.toBeNull();
  expect(await checkPassword(store.read, address, first)).not.toBeNull();
});
