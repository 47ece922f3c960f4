import { afterEach, beforeEach, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { createLog, loggedPath } from "#app/server/log.server.ts";
import { ask } from "#tests/routes/asking.ts";
import { type Asker, openTarget, password, type Target } from "#tests/routes/target.ts";

let target: Target;
beforeEach(async () => {
  target = await openTarget();
});
afterEach(() => target.close());

const quiet = (lines: readonly string[], secrets: readonly string[]) =>
  secrets.filter((secret) => lines.some((line) => line.includes(secret)));

it("keeps tokens, cookies, addresses, passwords, search words and texts out of the log", async () => {
  const { things, cookies, site } = target;
  const word = "Wallabygram";
  const guess = "guessed password";
  const form = { kind: "need", title: word, summary: `${word}.`, language: "en", intent: "submit" };
  const bare = (asker: Asker) => cookies[asker].replace("zbornik=", "");
  for (const token of [things.resetToken, things.invitationToken]) {
    const kind = token.startsWith("rst") ? "reset" : "invitations";
    for (const path of [
      ...[`/${kind}/${token}`, `/${kind}/${token}.data`, `/${kind.toUpperCase()}/${token}`, `/${kind}/${token}/x`],
      ...[`/${kind}//${token}`, `//${kind}/${token}`, `/%${kind.charCodeAt(0).toString(16)}${kind.slice(1)}/${token}`],
      ...[
        `/${kind}/${token}/`,
        `/x/${token}`,
        `/${kind}/${token.replace("_", "%5f")}`,
        `/sign-in?redirectTo=/${kind}/${token}`,
      ],
    ]) {
      await ask(target, "anonymous", path);
      await ask(target, "anonymous", path, { form: { newPassword: guess } });
    }
  }
  await ask(target, "anonymous", "/sign-in", { form: { address: "observer@test.example", password: guess } });
  await ask(target, "anonymous", "/sign-in", { form: { address: "observer@test.example", password } });
  await ask(target, "anonymous", paths.forgotten(), { form: { address: "observer@test.example" } });
  await ask(target, "observer", paths.accountPassword(), { form: { currentPassword: guess, newPassword: guess } });
  await ask(target, "participant", paths.newContribution(), { form });
  await ask(target, "participant", paths.search({ q: word }));
  await ask(target, "anonymous", paths.publicKnowledge("en", { q: word }));
  await ask(target, "anonymous", `/home?${word}`, {
    headers: { cookie: `zbornik=${word}`, referer: word, "user-agent": word },
  });
  await ask(target, "organiser", paths.newInvitation(), {
    form: { groupId: target.w.groupId, address: "secret@test.example", name: word, role: "observer", locale: "en" },
  });
  await ask(target, "organiser", "/members/somebody@test.example");
  expect(site.log.length).toBeGreaterThan(40);
  const secrets = [
    things.resetToken,
    things.invitationToken,
    things.resetToken.slice(4),
    things.invitationToken.slice(4),
  ];
  const people = ["observer@test.example", "secret@test.example", "@test.example"];
  expect(quiet(site.log, [...secrets, ...people, word, password, guess, bare("observer"), bare("organiser")])).toEqual(
    [],
  );
});

it("logs as a request what was the asker's mistake, and nothing of it as unexpected", async () => {
  const statuses = [];
  for (const path of ["/en/about", "/sign-in.data?_routes=root", "/account", "/en/nothing"])
    for (const method of ["GET", "POST", "PUT", "PROPFIND"])
      statuses.push((await ask(target, "participant", path, { method })).status);
  expect(statuses.filter((status) => status === 405).length).toBeGreaterThan(3);
  expect(target.site.log.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50)).toEqual([]);
});

it("cuts tokens from addresses of pages and says of an error where, not what", () => {
  expect(loggedPath("/reset/rst_abcdefghijk?x=1")).toBe("/reset/[redacted]");
  expect(loggedPath("/sessions/abc/agenda?q=word")).toBe("/sessions/abc/agenda");
  const lines: string[] = [];
  const log = createLog("debug", { write: (line: string) => void lines.push(line) });
  const error = new Error("no mail to ana@test.example", { cause: new Error("password of ana@test.example") });
  log.error(
    { err: error, headers: { cookie: "zbornik=token" }, request: { headers: { cookie: "zbornik=token" } } },
    "x",
  );
  log.error({ err: { title: "about Ana" } }, "x");
  log.error({ err: "no mail to ana@test.example" }, "x");
  expect(quiet(lines, ["ana@test.example", "zbornik=token", "about Ana"])).toEqual([]);
  expect(lines.slice(-2).map((line) => JSON.parse(line).err)).toEqual([
    { message: "Object with title" },
    { message: "no mail to [redacted]" },
  ]);
});
