import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inviteMember } from "#app/domain/people/invite-member.server.ts";
import { mintInvitation, mintReset } from "#app/domain/people/mint-secrets.server.ts";
import { paths } from "#app/paths.ts";
import { address, password, type SiteToSignIn, siteToSignIn } from "#tests/routes/account/site-to-sign-in.ts";
import { PlainBrowser } from "#tests/support/plain-browser.ts";
import type { Site } from "#tests/support/site.ts";
import type { World } from "#tests/support/world.ts";

let store: SiteToSignIn["store"];
let w: World;
let site: Site;
let browser: PlainBrowser;

beforeEach(async () => {
  ({ store, w, site, browser } = await siteToSignIn());
});
afterEach(() => site.close());

describe("secret links", () => {
  it("set a password once; opening them changes nothing", async () => {
    const link = paths.reset(await mintReset(store, w.people.organiser, new Date()));
    await browser.open(link);
    await browser.open(link);
    expect([browser.page.status, browser.page.html.includes(address)]).toEqual([200, true]);
    expect((await browser.submit({ newPassword: "short" })).status).toBe(422);
    expect(browser.page.html).not.toContain('value="short"');
    await browser.submit({ newPassword: "seven quiet boats" });
    expect(new URL(browser.page.url).pathname).toBe("/sign-in");
    expect((await browser.open(link)).status).toBe(404);
    expect((await browser.signIn(address, password)).status).toBe(422);
    expect((await browser.signIn(address, "seven quiet boats")).status).toBe(200);
    expect(site.log.join("\n")).not.toContain(link.split("/").at(-1));
  });

  it("of an invitation make an account and sign in; a second use says that it is gone", async () => {
    const link = await inviteGuest("guest@test.example");
    await browser.open(link);
    expect(browser.page.document.querySelector('[name="name"]')?.getAttribute("value")).toBe("Guest");
    await browser.submit({ newPassword: "seven quiet boats", city: "tirana", locale: "bs" });
    expect([browser.trail, new URL(browser.page.url).pathname]).toEqual([[303, 200], "/home"]);
    await browser.open("/members");
    expect([browser.page.status, browser.page.document.documentElement.getAttribute("lang")]).toEqual([200, "bs"]);
    const second = new PlainBrowser(site.origin);
    expect((await second.open(link)).status).toBe(404);
  });

  it("of an invitation to somebody who has an account ask for its password", async () => {
    const link = await inviteGuest("otherconsultant@test.example");
    await browser.open(link);
    expect(browser.page.document.querySelector('[name="newPassword"]')).toBeNull();
    expect((await browser.submit({ password: "wrong" })).status).toBe(422);
    await browser.submit({ password });
    expect(new URL(browser.page.url).pathname).toBe("/home");
    const roles = (await w.actor(w.people.otherConsultant)).memberships.map(({ groupId, role }) => [groupId, role]);
    expect(roles).toEqual([
      [w.groupId, "observer"],
      [w.otherGroupId, "consultant"],
    ]);
  });
});

async function inviteGuest(guest: string): Promise<string> {
  const standing = { role: "observer", beneficiaryId: null, institutionId: null, speaks: false } as const;
  const invitation = { ...standing, groupId: w.groupId, address: guest, name: "Guest", locale: "en" } as const;
  const { invitationId } = await inviteMember(store, await w.actor(w.people.organiser), invitation);
  return paths.invitation((await mintInvitation(store, invitationId, new Date()))!);
}
