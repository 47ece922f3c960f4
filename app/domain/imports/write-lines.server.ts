import type BetterSqlite from "better-sqlite3";
import type { Actor } from "#app/domain/access/actor.ts";
import { eventRecorder } from "#app/domain/history/record-event.server.ts";
import { idsTogether } from "#app/domain/identity.server.ts";
import {
  type Becomes,
  type ImportTerms,
  type LineDecision,
  lineDecider,
  type Stored,
  storedUnder,
} from "#app/domain/imports/decide-line.server.ts";
import type { ImportPlace } from "#app/domain/imports/import-place.server.ts";
import type { PreparedLine } from "#app/domain/imports/prepare-line.server.ts";
import { contributionSource } from "#app/domain/knowledge/contribution-source.server.ts";
import { numbersToTry, tailsTogether } from "#app/domain/knowledge/draw-number.server.ts";
import { type KeptVersion, keptContent } from "#app/domain/knowledge/keep-revision.server.ts";
import {
  type ChangedRecord,
  type NewDocument,
  WordNumbers,
  writeDocuments,
} from "#app/domain/search/index/write-documents.server.ts";
import { languages } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

export type LineResult = "added" | "changed" | "unchanged" | { fault: string };

type Changing = Extract<LineDecision, { result: "changed" }>;

/**
 * Makes what writes lines, with all statements prepared. `write` writes one: record, text, themes, revision of what was
 * there before, audit event; call it inside a transaction of `raw`, a savepoint a line. `writeIndex` then brings the
 * index up to them, once for all: a savepoint would make FTS5 write out what it has gathered, at ten times the cost.
 */
export function lineWriter(
  raw: BetterSqlite.Database,
  actor: Actor,
  place: ImportPlace,
  terms: ImportTerms,
  now: Date,
) {
  const at = now.toISOString();
  const find = storedUnder(raw, place.groupId);
  const decide = lineDecider(raw, actor, place, terms);
  const recordEvent = eventRecorder(raw);
  const takenNumber = raw.prepare("select 1 from contribution where number = ?").pluck();
  const updateTerms = raw.prepare(
    "update contribution set status = ?, sharing = ?, updated_at = ?, revision = revision + 1 where id = ?",
  );
  // By position: looking up names takes as long as inserting.
  const insertRecord = raw.prepare(`
    insert into contribution (id, group_id, number, kind, depth, status, author_id, beneficiary, delegation_id,
      attribution, sharing, created_at, submitted_at, updated_at, external_id, institution_type, import_digest)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'beneficiary', ?, ?, ?, ?, ?, ?, ?)`);
  const updateRecord = raw.prepare(`
    update contribution set kind = :kind, depth = :depth, status = :status, beneficiary = :beneficiary,
      delegation_id = :delegationId, sharing = :sharing, updated_at = :at, institution_type = :institutionType,
      import_digest = :digest, review_reason = null, revision = revision + 1 where id = :id`);
  const insertVersion = raw.prepare(`
    insert into contribution_version
      (id, contribution_id, language, script, provenance, title, summary, body, body_html, updated_at)
    values (?, ?, ?, ?, 'original', ?, ?, ?, ?, ?)`);
  const findVersion = raw.prepare<[string], KeptVersion>(`
    select language, title, summary, body_html, details, details_html from contribution_version
    where contribution_id = ? and provenance = 'original'`);
  const updateVersion = raw.prepare(`
    update contribution_version set language = :language, script = :script, title = :title, summary = :summary,
      body = :body, body_html = :bodyHtml, updated_at = :at where contribution_id = :id and provenance = 'original'`);
  const keepRevision = raw.prepare(`
    insert into contribution_revision (id, contribution_id, revision, content, sharing, attribution, changed_by, changed_at)
    values (:revisionId, :id, :revision, :content, :sharing, :attribution, :changedBy, :at)`);
  const dropThemes = raw.prepare("delete from contribution_theme where contribution_id = ?");
  const insertTheme = raw.prepare("insert into contribution_theme (contribution_id, theme_id) values (?, ?)");
  const numbers = new WordNumbers();

  /** By record what the index has to know of it, and the document that comes. */
  const changed = new Map<string, ChangedRecord["drops"]>();
  const documents = new Map<string, NewDocument>();
  let newId = idsTogether();
  let drawTail = tailsTogether();
  return { write, writeIndex, begin };

  /** Begins a transaction: what an earlier one left that failed is forgotten. */
  function begin(): void {
    changed.clear();
    documents.clear();
    newId = idsTogether();
    drawTail = tailsTogether();
  }

  function write(line: PreparedLine): LineResult {
    const stored = find(line.externalId);
    const decision = decide(line, stored);
    if ("fault" in decision) return decision;
    if (decision.result === "added") add(line, decision.becomes);
    else if (decision.result === "changed") change(line, stored!, decision);
    return decision.result;
  }

  async function writeIndex(db: Db): Promise<void> {
    const records = [...changed].map(([recordId, drops]) => ({ recordType: contributionSource.type, recordId, drops }));
    await writeDocuments(db, records, [...documents.values()], numbers);
  }

  function add(line: PreparedLine, becomes: Becomes): void {
    const id = newId();
    const { kind, beneficiary, institutionType, digest, externalId, language, title, summary, body, bodyHtml } = line;
    const { status, sharing, depth, delegation_id } = becomes;
    const said = [kind, depth, status, actor.accountId, beneficiary, delegation_id, sharing];
    insertRecord.run(id, place.groupId, drawNumber(), ...said, at, at, at, externalId, institutionType, digest);
    insertVersion.run(newId(), id, language, languages[language].script, title, summary, body, bodyHtml, at);
    writeRest(line, id, null);
    tell(id, becomes, 1);
  }

  function change(line: PreparedLine, stored: Stored, { becomes, sameText }: Changing): void {
    const before = findVersion.get(stored.id)!;
    keepRevision.run({
      ...{ revisionId: newId(), id: stored.id, revision: stored.revision, at, changedBy: actor.accountId },
      ...{
        content: JSON.stringify(keptContent("edited", before, stored)),
        sharing: stored.sharing,
        attribution: stored.attribution,
      },
    });
    if (sameText) {
      updateTerms.run(becomes.status, becomes.sharing, at, stored.id);
      if (!changed.has(stored.id)) changed.set(stored.id, "none");
    } else {
      updateRecord.run(columnsOf(line, stored.id, becomes));
      updateVersion.run(textsOf(line, stored.id));
      dropThemes.run(stored.id);
      writeRest(line, stored.id, before.language);
    }
    tell(stored.id, becomes, stored.revision + 1);
  }

  function columnsOf({ kind, beneficiary, institutionType, digest }: PreparedLine, id: string, becomes: Becomes) {
    const { status, sharing, depth, delegation_id: delegationId } = becomes;
    return { id, kind, beneficiary, delegationId, institutionType, digest, depth, status, sharing, at };
  }

  function textsOf({ language, title, summary, body, bodyHtml }: PreparedLine, id: string) {
    return { id, language, script: languages[language].script, title, summary, body, bodyHtml, at };
  }

  function writeRest(line: PreparedLine, id: string, drop: string | null): void {
    const { themes, language, summary, words } = line;
    for (const code of themes) insertTheme.run(id, place.themes.get(code));
    // Twice in one file: what is in the index is what was there before the first.
    if (drop !== null && !documents.has(id)) changed.set(id, { language: drop });
    documents.set(id, {
      recordType: contributionSource.type,
      recordId: id,
      ...{ language, words },
      isOriginal: true,
      isSummarised: summary !== "",
    });
  }

  function tell(id: string, { status, sharing }: Becomes, revision: number): void {
    const details = { status, sharing, revision };
    recordEvent(actor, ["contribution.imported", { id, group_id: place.groupId }, details], now);
  }

  function drawNumber(): string {
    const numbers = numbersToTry(place.groupCode, now, drawTail);
    for (;;) {
      const number = numbers.next().value;
      if (!takenNumber.get(number)) return number;
    }
  }
}
