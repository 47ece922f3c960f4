import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { BadEnvironment, readConfig } from "#app/config/config.server.ts";
import { isUnread, readSender } from "#app/config/sender.ts";
import { strictAddress } from "#app/domain/address.ts";

const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), "zbornik-config-"));
  folders.push(made);
  return made;
};

afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true });
});

it("has defaults for everything and takes an empty variable as not set", () => {
  const dataDir = folder();
  const { secret, ...config } = readConfig({ DATA_DIR: dataDir, SMTP_URL: "", PUBLIC_URL: "" });
  expect(config).toEqual({
    port: 3000,
    publicUrl: "http://localhost:3000",
    https: false,
    hstsSubdomains: false,
    dataDir,
    smtpUrl: null,
    mailFrom: "zbornik@zbornik.invalid",
    mailReplyTo: null,
    imapUrl: null,
    trustProxy: false,
    demo: true,
    demoPassword: null,
    logLevel: "info",
    idleMinutes: 120,
    backups: null,
    securityLogDays: 90,
  });
  expect(secret).toHaveLength(32);
});

it("makes backups by itself where it is told to which folder", () => {
  const read = (env: Record<string, string>) => readConfig({ DATA_DIR: folder(), ...env }).backups;
  const keep = { days: 7, weeks: 4, months: 6 };
  expect(read({ BACKUP_DIR: "/mnt/b" })).toEqual({ folder: "/mnt/b", everyHours: 24, keep });
  expect(read({ BACKUP_DIR: "/mnt/b", BACKUP_EVERY_HOURS: "6", BACKUP_KEEP: "14,0,12" })).toEqual({
    ...{ folder: "/mnt/b", everyHours: 6 },
    keep: { days: 14, weeks: 0, months: 12 },
  });
  expect(read({ BACKUP_KEEP: "14,0,12" })).toBe(null);
  for (const wrong of ["7", "0,4,6", "7,4,6,1", "a,b,c"])
    expect(() => read({ BACKUP_KEEP: wrong })).toThrow("BACKUP_KEEP");
  expect(() => read({ BACKUP_EVERY_HOURS: "0" })).toThrow("BACKUP_EVERY_HOURS");
});

it("keeps the secret of an installation, readable by its owner alone", () => {
  const dataDir = folder();
  const first = readConfig({ DATA_DIR: dataDir }).secret;
  expect(readConfig({ DATA_DIR: dataDir }).secret).toEqual(first);
  expect(statSync(join(dataDir, "secret")).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(dataDir, "secret"), "utf8")).toMatch(/^[0-9a-f]{64}$/);
});

it("loads the demonstration under https only when it is asked for", () => {
  const https = { PUBLIC_URL: "https://zbornik.example.org" };
  const given = [{}, { DEMO: "0" }, { DEMO: "1" }, https, { ...https, DEMO: "0" }, { ...https, DEMO: "1" }];
  expect(given.map((env) => readConfig({ DATA_DIR: folder(), ...env }).demo)).toEqual([
    ...[true, false, true],
    ...[false, false, true],
  ]);
});

it("names every variable that cannot be used, and what it should be", () => {
  const bad = {
    PORT: "abc",
    PUBLIC_URL: "zbornik.example/path",
    SMTP_URL: "http://x",
    DEMO: "yes",
    DEMO_PASSWORD: "short",
    MAIL_FROM: "a@b.org,c@d.org",
  };
  expect(() => readConfig({ ...bad, DATA_DIR: "/nowhere/at/all" })).toThrow(BadEnvironment);
  let message = "";
  try {
    readConfig(bad);
  } catch (error) {
    message = (error as Error).message;
  }
  for (const name of Object.keys(bad)) expect(message).toContain(`${name}: `);
});

it("sends as a mailbox of its own domain, where there is one", () => {
  const at = (publicUrl: string) => readConfig({ DATA_DIR: folder(), PUBLIC_URL: publicUrl }).mailFrom;
  expect(["https://zbornik.example.org", "http://10.0.0.7:3000", "http://[::1]:3000"].map(at)).toEqual([
    "zbornik@zbornik.example.org",
    "zbornik@zbornik.invalid",
    "zbornik@zbornik.invalid",
  ]);
});

it.each([
  ["noreply@zbornik.example.org", "somebody reads"],
  ["No-Reply@zbornik.example.org", "somebody reads"],
  ["do_not_reply@zbornik.example.org", "somebody reads"],
  ["zbornik@localhost", "one plain mail address"],
  ["zbornik@10.0.0.7", "one plain mail address"],
  ["Zbornik <zbornik@example.org>", "one plain mail address"],
  ["zbornik@@example.org", "one plain mail address"],
  ["skupština@example.org", "one plain mail address"],
])("refuses to send as %s", (MAIL_FROM, why) => {
  expect(() => readConfig({ DATA_DIR: folder(), MAIL_FROM })).toThrow(why);
});

it("sends as a mailbox of an international domain in the letters of mail servers", () => {
  const { mailFrom } = readConfig({ DATA_DIR: folder(), MAIL_FROM: "sesije@služba.example" });
  expect(mailFrom).toBe("sesije@xn--sluba-wib.example");
});

it("takes for a sender what mails and calendar files take, and nothing else", () => {
  const parts = ["a", "z.b", "a..b", ".a", "noreply", "a+b", "a%b", "ž", "a b", "x".repeat(65)];
  const hosts = [
    "example.org",
    "EXAMPLE.org",
    "localhost",
    "a.1",
    "-a.org",
    "a_b.org",
    "xn--sluba-wib.example",
    "1.2.3.4",
  ];
  for (const address of parts.flatMap((part) => hosts.map((host) => `${part}@${host}`))) {
    const isAddress = strictAddress(address) !== null && !isUnread(address);
    expect([address, readSender(address) !== null && !isUnread(address)]).toEqual([address, isAddress]);
  }
});

it("says between which numbers one must lie, and takes an address however it is spelt", () => {
  const dataDir = folder();
  const fault = (env: Record<string, string>) => {
    try {
      return readConfig({ DATA_DIR: dataDir, ...env }).publicUrl;
    } catch (error) {
      return (error as Error).message.split("\n")[1];
    }
  };
  for (const value of ["1", "721", "x", "7.5"]) {
    expect(fault({ IDLE_MINUTES: value })).toBe("  IDLE_MINUTES: must be a number of minutes from 5 to 720");
  }
  expect(fault({ PORT: "70000" })).toBe("  PORT: must be a number from 1 to 65535");
  expect(fault({ PUBLIC_URL: "HTTPS://Zbornik.Example:443/" })).toBe("https://zbornik.example");
  expect(fault({ PUBLIC_URL: "https://zbornik.čačak.example" })).toBe("https://zbornik.xn--aak-eqab.example");
});
