import { expect, it } from "vitest";
import { noFolder } from "#app/domain/backups/failure-reason.ts";
import { backupStateView } from "#app/views/backups/backup-state-view.ts";
import { viewer } from "#tests/support/viewer.ts";

const last = { at: "2026-09-30T10:00:00.000Z", bytes: 16_040_000, file: "/b" };
const failed = { at: "2026-10-01T02:00:00.000Z", fault: "Unheard of.", folder: "/b" };

it("says when the last backup was made, and what is not good, without a word of another language", () => {
  const read = (state: Parameters<typeof backupStateView>[0], locale: "en" | "bs" = "en") => {
    const { tone, title, text } = backupStateView(state, viewer(undefined, undefined, locale));
    return [tone, title, text];
  };
  expect(read({ last, failed: null, isLate: false })).toEqual([
    ...["good", "The last backup was made on Wednesday 30 September 2026, 12:00 (16 MB)."],
    "Keep a copy on another machine too.",
  ]);
  const how = "Whoever runs the server reads in docs/backup.md how backups are made.";
  expect(read({ last: null, failed: null, isLate: true })).toEqual([
    ...["warn", "No backup has been made yet."],
    `What was recorded since would be lost if the machine broke now. ${how}`,
  ]);
  expect(read({ last, failed, isLate: false }, "bs")).toEqual([
    ...["bad", "Rezervna kopija nije uspjela: četvrtak, 1. oktobra 2026. u 04:00."],
    "Razlog je u zapisniku servera. Posljednja rezervna kopija: srijeda, 30. septembra 2026. u 12:00 (16 MB).",
  ]);
});

it("says why the last one failed where it knows, in the language of the reader", () => {
  const why = (fault: string, locale: "en" | "bs") =>
    backupStateView({ last: null, failed: { ...failed, fault }, isLate: true }, viewer(undefined, undefined, locale))
      .text;
  expect(why(noFolder("/b"), "en")).toBe(
    "There is no folder /b on the server: it must be made, or its disk connected. No backup has been made yet.",
  );
  expect(why(noFolder("/b"), "bs")).toBe(
    "Na serveru nema foldera /b: treba ga napraviti ili priključiti disk na kojem se nalazi. " +
      "Još nije napravljena nijedna rezervna kopija.",
  );
  expect(why("EACCES: permission denied, open '/b/x'", "bs")).toContain("Server nema pravo pisanja u folder /b.");
  expect(why("TypeError: x is not a function", "bs")).toContain("Razlog je u zapisniku servera.");
});
