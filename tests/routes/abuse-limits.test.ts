import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { type Ask, ask } from "#tests/routes/asking.ts";
import { openTarget, password, type Target } from "#tests/routes/target.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

const address = "observer@test.example";
const signIn = { address, password };

describe("limits", () => {
  const guess = async (open: Target, path: string, headers: Ask["headers"] = {}, more = {}) =>
    (await ask(open, "anonymous", path, { form: { address, password: "wrong", ...more }, headers })).status;

  it("hold whatever the request says of its address, the path or the spelling of the account", async () => {
    const spellings = ["/sign-in", "/sign-in/", "/SIGN-IN", "/Sign-In?x=1", "/sign-in?index", "/sign-in.data"];
    const names = [address, address.toUpperCase(), ` ${address} `, "observer@TEST.example"];
    const statuses = [];
    for (let n = 0; n < 14; n++) {
      const headers = { "x-forwarded-for": `192.0.2.${n}`, "x-real-ip": `192.0.2.${n}`, forwarded: `for=192.0.2.${n}` };
      const named = { address: names[n % names.length]! };
      statuses.push(await guess(target, n < 10 ? spellings[n % spellings.length]! : "/sign-in", headers, named));
    }
    expect(statuses.slice(10)).toEqual([429, 429, 429, 429]);
    expect(statuses.slice(0, 10).every((status) => status !== 429)).toBe(true);
  });

  it("count a whole IPv6 network as one, and what a trusted proxy adds instead of what it was told", async () => {
    const proxied = await openTarget({ TRUST_PROXY: "1" });
    const from = (last: string) => guess(proxied, "/sign-in", { "x-forwarded-for": `198.51.100.1, ${last}` });
    for (let n = 0; n < 10; n++) await from(`2001:db8:1:2:${n}::${n}`);
    const answers = [await from("2001:db8:1:2:ffff::1"), await from("2001:DB8:1:2::"), await from("2001:db8:1:3::1")];
    await proxied.close();
    expect(answers).toEqual([429, 429, 422]);
  });

  it("know an address in whatever spelling a proxy passes it on", async () => {
    const proxied = await openTarget({ TRUST_PROXY: "1" });
    const from = (last: string) => guess(proxied, "/sign-in", { "x-forwarded-for": last });
    const spellings = ["198.51.100.1:1234", "::ffff:c633:6401", "198.051.100.001", "[::ffff:198.51.100.1]:80"];
    for (let n = 0; n < 10; n++) await from(spellings[n % spellings.length]!);
    const answers = await Promise.all(["198.51.100.1", ...spellings].map(from));
    const other = await from("198.51.100.2");
    await proxied.close();
    expect([...answers, other]).toEqual([429, 429, 429, 429, 429, 422]);
  });

  it("do not count right passwords: an office behind one address signs in", async () => {
    const people = await target.store.read.selectFrom("account").select("address").execute();
    const statuses = [];
    for (let round = 0; round < 5; round++) {
      const office = people.map((person) => ask(target, "anonymous", "/sign-in", { form: { ...person, password } }));
      statuses.push(...(await Promise.all(office)).map(({ status }) => status));
    }
    expect([statuses.length > 50, new Set(statuses)]).toEqual([true, new Set([303])]);
  });

  it("tell a script that changes something without end to wait, keep what it sent, and leave others alone", async () => {
    const form = { name: "Typed by a script", locale: "en", city: "skopje" };
    const send = () => ask(target, "observer", paths.account(), { form });
    const answers = [];
    for (let n = 0; n < 35; n++) answers.push(await send());
    const refused = answers.filter(({ status }) => status === 429);
    expect([answers.slice(0, 30).every(({ status }) => status === 303), refused.length]).toEqual([true, 5]);
    expect(refused[0]?.body).toContain(form.name);
    expect((await ask(target, "consultant", paths.account(), { form })).status).toBe(303);
    expect((await ask(target, "observer", "/home")).status).toBe(200);
  });

  it("let nobody have calendar files read without end: to read one is work", async () => {
    const form = { calendar: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n" };
    const at = paths.availabilityCalendar(target.w.roundId);
    const statuses = [];
    for (let n = 0; n < 8; n++) statuses.push((await ask(target, "observer", at, { form })).status);
    const other = (await ask(target, "consultant", at, { form })).status;
    expect([...statuses, other]).toEqual([200, 200, 200, 200, 200, 200, 429, 429, 200]);
  });

  it("tell those to come again for whom there is no room to wait, and let others in", async () => {
    const proxied = await openTarget({ TRUST_PROXY: "1" });
    const guesses = Array.from({ length: 90 }, (_, n) =>
      ask(proxied, "anonymous", "/sign-in", {
        form: { address: `x${n}@test.example`, password: "wrong" },
        headers: { "x-forwarded-for": "192.0.2.1" },
      }),
    );
    const person = ask(proxied, "anonymous", "/sign-in", { form: signIn, headers: { "x-forwarded-for": "192.0.2.2" } });
    const answers = await Promise.all(guesses);
    const statuses = new Set(answers.map(({ status }) => status));
    const full = answers.find(({ status }) => status === 429);
    const { status } = await person;
    await proxied.close();
    expect([statuses, full?.headers["retry-after"], status]).toEqual([new Set([422, 429]), "5", 303]);
  });

  it("say in the log that a proxy stands in front which nobody named", async () => {
    await ask(target, "anonymous", "/sign-in", { headers: { "x-forwarded-for": "192.0.2.1" } });
    await ask(target, "anonymous", "/sign-in", { headers: { "x-forwarded-for": "192.0.2.1" } });
    expect(target.site.log.filter((line) => line.includes("TRUST_PROXY")).length).toBe(1);
    expect(target.site.log.join("")).not.toContain("192.0.2.1");
  });

  it("of links for a new password let an address have one at any time, and say the same when they sent enough", async () => {
    const mailing = await openTarget({ SMTP_URL: "smtp://localhost:1" });
    const askFor = (whose: string) => ask(mailing, "anonymous", paths.forgotten(), { form: { address: whose } });
    const answers = [];
    for (let n = 0; n < 5; n++) answers.push(await askFor(address));
    const unknown = await askFor("nobody@test.example");
    const sent = await mailing.store.read
      .selectFrom("audit_event")
      .select("seq")
      .where("event", "=", "password-reset.asked")
      .where("subject_id", "=", mailing.w.people.observer)
      .execute();
    await mailing.close();
    const masked = [...answers, unknown].map(({ status, body }) => [status, body.replace(/[\w-]{16,}/g, "")]);
    expect([sent.length, new Set(masked.map(String)).size]).toEqual([3, 1]);
  });

  it("hold for a password that is asked for elsewhere, by an open page or an invitation", async () => {
    const change = { currentPassword: "wrong", newPassword: "seven quiet boats" };
    const statuses = [];
    for (let n = 0; n < 11; n++)
      statuses.push((await ask(target, "observer", paths.accountPassword(), { form: change })).status);
    expect(statuses.slice(9)).toEqual([422, 429]);
    expect(await guess(target, "/sign-in")).toBe(429);
  });
});
