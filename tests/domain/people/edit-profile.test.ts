import { expect, it } from "vitest";
import { findRecipient } from "#app/domain/mail/find-recipient.server.ts";
import { chooseLanguage, editProfile } from "#app/domain/people/edit-profile.server.ts";
import type { Store } from "#db/store.ts";
import { now, withAna } from "#tests/domain/people/ana.ts";
import { aMail } from "#tests/support/factories/outbox.ts";
import { testStore, writing } from "#tests/support/store.ts";

it("takes the zone of the city", async () => {
  const store = testStore();
  const { accountId, actor } = await withAna(store);
  await editProfile(store, actor, { name: "Ana B", locale: "bs", mailLocale: "en", city: "new-york" }, now);
  const row = await store.read
    .selectFrom("account")
    .select(["name", "locale", "mail_locale", "city", "zone"])
    .where("id", "=", accountId)
    .executeTakeFirst();
  const zone = "America/New_York";
  expect(row).toEqual({ name: "Ana B", locale: "bs", mail_locale: "en", city: "new-york", zone });
});

it("leaves the language of mails as it is where another is chosen for pages", async () => {
  const store = testStore();
  const { accountId, actor } = await withAna(store);
  await chooseLanguage(store, actor, "bs", now);
  const row = await store.read
    .selectFrom("account")
    .select(["locale", "mail_locale"])
    .where("id", "=", accountId)
    .executeTakeFirst();
  expect(row).toEqual({ locale: "bs", mail_locale: "en" });
  expect(await languageOfMails(store, accountId)).toBe("en");
});

it("sends mails in the language that was chosen for them", async () => {
  const store = testStore();
  const { accountId, actor } = await withAna(store);
  await editProfile(store, actor, { name: "Ana", locale: "en", mailLocale: "bs", city: "skopje" }, now);
  expect(await languageOfMails(store, accountId)).toBe("bs");
});

async function languageOfMails(store: Store, accountId: string) {
  const id = await aMail(writing(store), { recipient_id: accountId });
  const row = await store.read.selectFrom("outbox").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  return (await findRecipient(store.read, {}, row))?.locale;
}
