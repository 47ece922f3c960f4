import type BetterSqlite from "better-sqlite3";
import type { Actor } from "#app/domain/access/actor.ts";
import { countAndCut, RecordRoom } from "#app/domain/search/answer/count-and-paginate.ts";
import { IndexContents } from "#app/domain/search/answer/index-contents.server.ts";
import { matchQuery } from "#app/domain/search/answer/match-query.ts";
import { type Lookup, lookupIn, wordsOf } from "#app/domain/search/answer/match-term.ts";
import {
  inFirstTier,
  type Match,
  type Matched,
  type Matcher,
  type RecordType,
  type Wanted,
} from "#app/domain/search/answer/matcher.ts";
import type { Profile } from "#app/domain/search/answer/records.ts";
import { SHARED_ROUNDS } from "#app/domain/search/answer/shared-rounds.ts";
import { similarDocuments } from "#app/domain/search/answer/similar.ts";
import { type Suggestion, suggestWords } from "#app/domain/search/answer/suggest.ts";
import { ReaderView } from "#app/domain/search/answer/visibility-cache.ts";
import { roles, wordKeys } from "#app/domain/search/index/word-roles.ts";
import type { Query } from "#app/domain/search/query/query.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";

/** Readers whose view is kept, at most, and profiles that all views together may have worked out. */
const MOST_VIEWS = 200;
const MOST_SIGHTS = 2_000_000;

/**
 * Answers from the search index in memory: every search first looks whether something was committed since, so that a
 * saved record is found by the next one.
 */
export class MemoryIndex implements Matcher {
  readonly #raw: BetterSqlite.Database;
  /** What it answers from; to be loaded before anything is asked. */
  readonly contents: IndexContents;
  /** Views by reader and relations, and which one is a reader's while nothing is committed. */
  readonly #views = new Map<string, ReaderView>();
  #relations = new Map<string, ReaderView>();
  /** The tree of themes that was asked with last, and what was worked out of it. */
  #tree = "";
  #ancestors: ReadonlyMap<string, readonly string[]> = new Map();
  #codes = new Map<string, readonly string[]>();
  #generation = 0;
  #lookup: Lookup | null = null;
  #lookupSize = 0;
  #counting = new RecordRoom(0);

  /** @param raw a connection of its own or one that only reads; nobody may write on it */
  constructor(raw: BetterSqlite.Database) {
    this.#raw = raw;
    this.contents = new IndexContents(raw);
  }

  /** Loads without a pause. */
  loadWhole(): this {
    for (const _ of this.contents.load());
    return this;
  }

  async match(actor: Actor, wanted: Wanted): Promise<{ tier: Tier; matched: Matched }> {
    this.#follow();
    return inFirstTier(wanted.query, (tier) => this.#match(actor, wanted, tier));
  }

  async suggest(actor: Actor, query: Query, recordTypes: readonly RecordType[]): Promise<Suggestion[]> {
    this.#follow();
    const lookup = this.#room();
    const sees = this.#seesDocument(actor, recordTypes);
    const form = this.#raw.prepare<[number], string>("select form from search_word where id = ?").pluck();
    return suggestWords(
      {
        near: (first, most) => this.contents.words.near(first, most),
        visible: (word, most) => {
          const count = lookup.source.read(word, lookup.buffer);
          let texts = 0;
          for (let at = 0; at < count && texts < most; at++) if (sees((lookup.buffer[at] as number) >> 1)) texts++;
          return texts;
        },
        wordsOf: (term) => [
          ...wordsOf(lookup.source, term, 1).keys(),
          ...lookup.source
            .wordsBeginning(term.forms.first)
            .flatMap(({ word, role }) => (role === roles.first ? [word] : [])),
        ],
        formOf: (word) => form.get(word) ?? "",
      },
      query,
    );
  }

  async similar(actor: Actor, recordId: string, limit: number): Promise<Match[]> {
    this.#follow();
    const { records, documents } = this.contents;
    const place = records.placeOf(recordId);
    const sees = this.#seesDocument(actor, ["contribution"]);
    const own = place === undefined ? [] : records.documentsOf(place).filter(sees);
    const document = own.find((one) => documents.originals.values[one] === 1) ?? own[0];
    if (document === undefined) return [];
    let seen = 0;
    for (let other = 0; other < documents.size; other++) if (sees(other)) seen++;
    const name = this.#raw
      .prepare<[number], string>("select languages || ' ' || form from search_word where id = ?")
      .pluck();
    const { source, buffer } = this.#room();
    const shares = similarDocuments(
      { source, buffer, sees, seen, keysOf: (word) => wordKeys(name.get(word) ?? "") },
      document,
    );
    const best = new Map<number, { document: number; share: number }>();
    for (const [other, share] of shares) {
      const record = documents.records.values[other] as number;
      if (record !== place && share > (best.get(record)?.share ?? 0)) best.set(record, { document: other, share });
    }
    return [...best]
      .sort(
        ([a, one], [b, other]) => other.share - one.share || ((records.ids[a] ?? "") < (records.ids[b] ?? "") ? -1 : 1),
      )
      .slice(0, limit)
      .map(([record, { document: other, share }]) => ({
        type: "contribution",
        id: records.ids[record] ?? "",
        language: documents.languageNames[documents.languages.values[other] ?? 0] ?? "",
        rank: Math.round(share * 100),
      }));
  }

  /** Whether a reader sees the record of a document. */
  #seesDocument(actor: Actor, recordTypes: readonly RecordType[]): (document: number) => boolean {
    const { records, documents } = this.contents;
    const view = this.#viewOf(actor);
    return (document) => {
      const record = documents.records.values[document] as number;
      const profile = record === -1 ? -1 : (records.profileOf.values[record] as number);
      if (profile === -1 || !view.sees(records.profiles, profile)) return false;
      return recordTypes.includes((records.profiles[profile] as Profile).type);
    };
  }

  /** Who sees what may have changed with everything that was committed. */
  #follow(): void {
    this.contents.follow();
    if (this.contents.generation === this.#generation) return;
    // Not by what `follow` gives: somebody else may have called it before.
    this.#generation = this.contents.generation;
    this.#relations = new Map();
  }

  /** What a reader sees. */
  #viewOf(actor: Actor): ReaderView {
    const reader = JSON.stringify(actor);
    let view = this.#relations.get(reader);
    if (view !== undefined) return view;
    const relations = this.#relationsOf(actor);
    const key = `${reader} ${JSON.stringify(relations)}`;
    view = this.#views.get(key);
    if (view === undefined) {
      const most = Math.min(MOST_VIEWS, Math.ceil(MOST_SIGHTS / (this.contents.records.profiles.length + 1)));
      if (this.#views.size >= most) {
        this.#views.clear();
        this.#relations.clear();
      }
      view = new ReaderView(actor, relations);
      this.#views.set(key, view);
    }
    this.#relations.set(reader, view);
    return view;
  }

  /** Room to look documents up in, for as many as there are. */
  #room(): Lookup {
    const { size } = this.contents.documents;
    if (this.#lookup === null || size > this.#lookupSize) {
      // Some more than there are, so that not every new document asks for new room.
      this.#lookupSize = Math.ceil(size * 1.1) + 100;
      this.#lookup = lookupIn(this.contents.source, this.#lookupSize);
    }
    return { ...this.#lookup, source: this.contents.source };
  }

  #match(actor: Actor, wanted: Wanted, tier: Tier): Matched {
    const matched = matchQuery(this.#room(), wanted.query, tier);
    if (this.#counting.best.length < this.contents.records.size)
      this.#counting = new RecordRoom(Math.ceil(this.contents.records.size * 1.1));
    const { records, documents } = this.contents;
    const place = {
      ...{ records, documents, room: this.#counting, view: this.#viewOf(actor) },
      ...{ ancestors: this.#themes(wanted), codes: this.#codes },
    };
    return countAndCut(place, matched, wanted);
  }

  /** Codes of a theme and of all broader ones, by id of the theme, as whoever asks knows them. */
  #themes({ themeTree }: Wanted): ReadonlyMap<string, readonly string[]> {
    const tree = JSON.stringify(themeTree);
    if (tree === this.#tree) return this.#ancestors;
    const rows = this.#raw.prepare<[], { id: string; code: string }>("select id, code from theme").all();
    const broader = (code: string) => themeTree.flatMap(([ancestor, theme]) => (theme === code ? [ancestor] : []));
    this.#ancestors = new Map(rows.map(({ id, code }) => [id, broader(code)]));
    this.#codes = new Map();
    this.#tree = tree;
    return this.#ancestors;
  }

  #relationsOf({ accountId, memberships }: Actor) {
    const groups = JSON.stringify(memberships.map(({ groupId }) => groupId));
    const attended = this.#raw
      .prepare<[string | null], string>(
        "select session_id from session_person where account_id = ? and removed_at is null",
      )
      .pluck()
      .all(accountId);
    const sessions = this.#raw
      .prepare<[string], { id: string; group_id: string }>(
        "select id, group_id from session where group_id in (select value from json_each(?))",
      )
      .all(groups);
    return {
      attended,
      sessions: sessions.map((row) => [row.id, row.group_id] as const),
      sharedRounds: this.#raw.prepare<[], string>(SHARED_ROUNDS).pluck().all(),
    };
  }
}
