import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { migrations } from "#db/migrations/list.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { migrate } from "#db/sqlite/migrate.ts";

const at = (minute: number) => `2026-10-01T08:${String(minute).padStart(2, "0")}:00.000Z`;
const said = { startsAt: at(0), endsAt: at(50), zone: "Europe/Sarajevo", sequence: 2, joinLink: "https://m.example" };

/** A database from before mails had threads, with foreign keys off so that a mail needs no world around it. */
function before(folder: string) {
  const raw = openRaw(join(folder, "zbornik.sqlite"));
  migrate(raw, migrations.slice(0, indexOfThreads()));
  raw.pragma("foreign_keys = OFF");
  raw
    .prepare(
      `insert into session (id, group_id, round_id, pairing_id, starts_at, ends_at, zone, wall_date, wall_time, language,
       join_link, sequence, created_by, created_at, updated_at)
       values ('s', 'g', 'r', 'p', ?, ?, 'Europe/Sarajevo', '2026-10-01', '10:00', 'bs', 'https://m.example', 3, 'o', ?, ?)`,
    )
    .run(at(0), at(50), at(0), at(20));
  for (const who of ["told", "waits", "old"]) {
    raw.prepare("insert into session_person values ('s', ?, 'delegate', ?, null)").run(who, at(0));
  }
  return raw;
}

const indexOfThreads = () => migrations.findIndex(({ name }) => name === "mail-threads");

it("takes over what was sent as told, keeps the newest that waits of a thread, and gives up the others", () => {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-threads-"));
  const raw = before(folder);
  const mail = (id: string, template: string, who: string, state: string, minute: number, kept: object = said) =>
    raw
      .prepare(
        `insert into outbox (id, idempotency_key, template, parameters, recipient_id, address, group_id, subject_type,
         subject_id, state, next_attempt_at, message_id, created_at, sent_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
      )
      .run(
        ...[id, id, template, JSON.stringify(kept), who, "a@b.example", "g", "session", "s", state, at(minute), id],
        at(minute),
        state === "sent" ? at(minute) : null,
      );
  mail("1", "session-scheduled", "told", "sent", 1, { ...said, sequence: 1 });
  mail("2", "session-moved", "told", "sent", 2, { ...said, previousStartsAt: at(40) });
  mail("3", "session-scheduled", "waits", "waiting", 3);
  mail("4", "session-changed", "waits", "failed", 4);
  mail("5", "password-changed", "told", "dropped", 5, {});
  migrate(raw, migrations.slice(0, indexOfThreads() + 1));
  const rows = raw.prepare("select id, template, state, reason, thread, parameters from outbox order by id").all() as {
    id: string;
    parameters: string;
  }[];
  expect(rows.map(({ parameters, ...row }) => row)).toEqual([
    { id: "1", template: "session-news", state: "sent", reason: "", thread: "session-news:s:told" },
    { id: "2", template: "session-news", state: "sent", reason: "", thread: "session-news:s:told" },
    { id: "3", template: "session-news", state: "dropped", reason: "replaced", thread: "session-news:s:waits" },
    { id: "4", template: "session-news", state: "failed", reason: "server", thread: "session-news:s:waits" },
    { id: "5", template: "password-changed", state: "dropped", reason: "not-allowed", thread: null },
  ]);
  const news = {
    ...{ what: "moved", previousStartsAt: at(40), method: "REQUEST", sequence: 2, stamp: at(2) },
    ...{ startsAt: at(0), endsAt: at(50), language: "bs", joinLink: "https://m.example", attribution: "beneficiary" },
  };
  expect(JSON.parse(rows[1]!.parameters)).toEqual({ told: news });
  const told = raw.prepare("select account_id, told from session_told order by account_id").all() as {
    account_id: string;
    told: string;
  }[];
  expect(told.map((row) => [row.account_id, JSON.parse(row.told)])).toEqual([
    // Invited so long ago that the row of the mail is gone.
    ["old", { ...news, what: "scheduled", previousStartsAt: null, sequence: 3, stamp: at(20) }],
    ["told", news],
  ]);
  raw.close();
  rmSync(folder, { recursive: true });
});
