import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeDraft, refuseWithoutRoom, removeOldParts, unfinishedName } from "#app/domain/backups/drafts.server.ts";
import { testStore } from "#tests/support/store.ts";

const DAY = 86_400;
const now = new Date("2026-12-01T12:00:00Z");

it("removes what processes left that were killed a day ago, and nothing younger or of others", () => {
  const { folder } = testStore();
  const made = (name: string, secondsAgo: number) => {
    writeFileSync(join(folder, name), "");
    const then = now.getTime() / 1000 - secondsAgo;
    utimesSync(join(folder, name), then, then);
    return name;
  };
  const part = (name: string) => unfinishedName(name, now);
  const [old, young] = [made(part("a.tar.gz"), 2 * DAY), made(part("b.tar.gz"), DAY / 2)];
  const others = [made("c.tar.gz", 9 * DAY), made("somebodys.part", 9 * DAY)];
  for (const [name, days] of [
    ["backup-draft-old", 2],
    ["backup-draft-new", 0.5],
    ["restore-draft-x", 9],
  ] as const) {
    mkdirSync(join(folder, name));
    utimesSync(join(folder, name), now.getTime() / 1000 - days * DAY, now.getTime() / 1000 - days * DAY);
  }
  removeOldParts(folder, now);
  const draft = makeDraft(folder, "backup", now);
  const left = readdirSync(folder);
  expect([old, "backup-draft-old"].filter((name) => left.includes(name))).toEqual([]);
  expect(left).toEqual(expect.arrayContaining([young, ...others, "backup-draft-new", "restore-draft-x"]));
  expect(existsSync(draft)).toBe(true);
});

it("refuses a copy that would fill the disk", () => {
  const { folder } = testStore();
  expect(() => refuseWithoutRoom(folder, 2 ** 50)).toThrow(/not enough room in .*: \d+ MB are needed, \d+ MB are free/);
  expect(() => refuseWithoutRoom(folder, 0)).not.toThrow();
});
