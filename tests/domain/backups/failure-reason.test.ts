import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { refuseWithoutRoom } from "#app/domain/backups/drafts.server.ts";
import { failureReason, noFolder } from "#app/domain/backups/failure-reason.ts";
import { writeBackup } from "#app/domain/backups/write-backup.server.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

/** What a backup says that is made after `sql`. */
async function faultAfter(sql: string): Promise<string> {
  const store = testStore();
  await world(store);
  const raw = openRaw(store.engine.address);
  raw.pragma("foreign_keys = OFF");
  raw.exec(sql);
  raw.close();
  const wish = { dataDir: store.folder, file: join(store.folder, "b.tar.gz"), withSecret: false, force: false };
  return writeBackup(store, wish, new Date()).then(
    () => "nothing",
    (error) => error.message,
  );
}

it("knows what is behind what is noted of a backup that failed", async () => {
  expect(failureReason(noFolder("/b"))).toBe("noFolder");
  expect(failureReason(await faultAfter("delete from programme"))).toBe("damaged");
  expect(failureReason(await faultAfter("create view a as select 1"))).toBe("strange");
  const tooMuch = () => refuseWithoutRoom(tmpdir(), 1e18);
  expect(tooMuch).toThrow(/^There is not enough room in /);
  expect(failureReason("There is not enough room in /b: 9 MB are needed, 1 MB are free.")).toBe("noRoom");
  expect(failureReason("EACCES: permission denied, open '/b/x'")).toBe("notAllowed");
  expect(failureReason("EROFS: read-only file system, open '/b/x'")).toBe("notAllowed");
  expect(failureReason("It was ended before it was done.")).toBe(null);
});
