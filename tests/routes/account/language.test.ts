import { afterEach, beforeEach, expect, it } from "vitest";
import { inviteMember } from "#app/domain/people/invite-member.server.ts";
import { mintInvitation } from "#app/domain/people/mint-secrets.server.ts";
import { paths } from "#app/paths.ts";
import { guest } from "#tests/domain/people/inviting.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
}, 60_000);
afterEach(() => target.close());

it("changes the language of pages at the top of a page, and says which one mails come in", async () => {
  const browser = new PlainBrowser(target.site.origin);
  await browser.signIn("observer@test.example", password);
  expect(noteOf(browser)).toBe("Mails come in: English. Change");
  await browser.submit({}, { button: "language=bs" });
  expect(browser.page.document.documentElement.lang).toBe("bs");
  expect(noteOf(browser)).toBe("E-poruke stižu na jeziku: English. Promijeni");

  await browser.open(paths.account());
  await browser.submit({ mailLocale: "bs", locale: "en", city: "sarajevo" });
  expect(browser.page.document.documentElement.lang).toBe("en");
  expect(noteOf(browser)).toBe("Mails come in: Bosanski. Change");
});

it("opens an invitation in the language that was chosen for the invited, who can choose another", async () => {
  const { store, w } = target;
  const { invitationId } = await inviteMember(
    store,
    await w.actor(w.people.organiser),
    guest(w, { address: "gost@test.example" }),
  );
  const token = await mintInvitation(store, invitationId, new Date());
  const browser = new PlainBrowser(target.site.origin, { "accept-language": "en" });
  await browser.open(paths.invitation(String(token)));
  expect(seen(browser)).toEqual({ language: "bs", chosen: "bs" });
  await browser.submit({}, { button: "language=en" });
  expect(seen(browser)).toEqual({ language: "en", chosen: "bs" });
  await browser.submit({ locale: "en", city: "sarajevo", newPassword: "seven quiet boats" });
  expect(browser.page.document.documentElement.lang).toBe("en");
  expect(noteOf(browser)).toBe("Mails come in: English. Change");
});

it("keeps the language of whoever is signed in when they open an invitation for somebody else", async () => {
  const browser = new PlainBrowser(target.site.origin);
  await browser.signIn("observer@test.example", password);
  await browser.open(paths.account());
  await browser.submit({ locale: "bs", city: "sarajevo" });
  await browser.open(paths.invitation(target.things.invitationToken));
  expect(browser.page.document.documentElement.lang).toBe("bs");
});

function seen({ page }: PlainBrowser) {
  const language = page.document.documentElement.lang;
  return { language, chosen: page.document.querySelector('input[name="locale"][checked]')?.getAttribute("value") };
}

function noteOf({ page }: PlainBrowser): string | undefined {
  return page.document.querySelector('header a[href="/account#profile"]')?.textContent?.trim();
}
