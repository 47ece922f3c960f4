import type { Actor } from "#app/domain/access/actor.ts";
import { countFacets, RecordBuffers } from "#app/domain/search/answer/count-facets.ts";
import { IndexContents } from "#app/domain/search/answer/index-contents.server.ts";
import { matchQuery } from "#app/domain/search/answer/match-query.ts";
import { type Lookup, lookupIn, recordNumbersIn, wordsOf } from "#app/domain/search/answer/match-term.ts";
import { inFirstTier, type Match, type Matched, type Matcher, type Wanted } from "#app/domain/search/answer/matcher.ts";
import { intAt } from "#app/domain/search/answer/numbers.ts";
import { similarDocuments } from "#app/domain/search/answer/similar.ts";
import { type Suggestion, suggestWords } from "#app/domain/search/answer/suggest.ts";
import { VisibilityCache } from "#app/domain/search/answer/visibility-cache.ts";
import { dropWords } from "#app/domain/search/index/drop-unused-words.server.ts";
import { roles, wordKeys } from "#app/domain/search/index/word-roles.ts";
import type { Query } from "#app/domain/search/query/query.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";
import type { SearchSources } from "#app/domain/search/sources.ts";
import type { Store } from "#db/store.ts";

/** Viewers whose cache is kept, at most, and profiles that all caches together may have worked out. */
const MAX_CACHES = 200;
const MAX_CELLS = 2_000_000;

/**
 * Answers from the search index in memory: every search first looks whether something was committed since, so that a
 * saved record is found by the next one.
 */
export class MemoryIndex implements Matcher {
  readonly sources: SearchSources;
  private readonly store: Store;
  /** What it answers from. */
  readonly contents: IndexContents;
  /**
   * Caches by viewer and what the sources know of the viewer, and which one is a viewer's while nothing is committed.
   */
  private readonly caches = new Map<string, VisibilityCache>();
  private current = new Map<string, VisibilityCache>();
  private generation = 0;
  /** The tree of themes that was asked with last, and what was worked out of it. */
  private tree = "";
  private ancestors: ReadonlyMap<string, readonly string[]> = new Map();
  private codes = new Map<string, readonly string[]>();
  private buffers: Lookup | null = null;
  private bufferSize = 0;
  private recordBuffers = new RecordBuffers(0);

  private constructor(store: Store, sources: SearchSources) {
    this.store = store;
    this.sources = sources;
    this.contents = new IndexContents(store, sources);
  }

  /** Loads the index, a little at a time. @param pause awaited in between */
  static async load(
    store: Store,
    sources: SearchSources,
    pause: () => Promise<void> = async () => undefined,
  ): Promise<MemoryIndex> {
    const index = new MemoryIndex(store, sources);
    await index.contents.load(pause);
    return index;
  }

  async match(actor: Actor, wanted: Wanted): Promise<{ tier: Tier; matched: Matched }> {
    await this.follow();
    const visibility = await this.visibilityFor(actor);
    await this.readThemes(wanted);
    const lookup = this.lookup(await this.documentsNumbered(wanted.query));
    // From here on nothing waits: what is looked up and where it is put belong to one search at a time.
    return inFirstTier(wanted.query, (tier) => this.matchIn(visibility, lookup, wanted, tier));
  }

  async suggest(actor: Actor, query: Query, types: readonly string[] | null): Promise<Suggestion[]> {
    await this.follow();
    const visibility = await this.visibilityFor(actor);
    const { source, buffer } = this.lookup();
    const sees = this.seesDocument(visibility, types);
    return suggestWords(
      {
        near: (first, most) => this.contents.words.near(first, most),
        visible: (word, most) => {
          const count = source.read(word, buffer);
          let texts = 0;
          for (let at = 0; at < count && texts < most; at++) if (sees(intAt(buffer, at) >> 1)) texts++;
          return texts;
        },
        wordsOf: (term) => [
          ...wordsOf(source, term, 1).keys(),
          ...source.wordsBeginning(term.forms.first).flatMap(({ word, role }) => (role === roles.first ? [word] : [])),
        ],
        formsOf: async (words) => new Map((await this.readWords(words)).map(({ id, form }) => [id, form])),
      },
      query,
    );
  }

  async similar(actor: Actor, type: string, recordId: string, limit: number): Promise<Match[]> {
    await this.follow();
    const visibility = await this.visibilityFor(actor);
    const { records, documents } = this.contents;
    const sees = this.seesDocument(visibility, [type]);
    const record = records.ordinalOf(type, recordId);
    // Every version of it: what was written in another language is like a translation.
    const own = record === undefined ? [] : records.documentsOf(record).filter(sees);
    if (own.length === 0) return [];
    const best = new Map<number, { document: number; share: number }>();
    for (const document of own) {
      const { title, body } = documents.textOf(document);
      const words = await this.readWords([...new Set([...title, ...body])]);
      const keys = words.map(({ form, languages }) => wordKeys(`${languages} ${form}`));
      const { source, buffer } = this.lookup();
      let seen = 0;
      for (let other = 0; other < documents.size; other++) if (sees(other)) seen++;
      for (const [other, share] of similarDocuments({ source, buffer, sees, seen }, document, keys)) {
        const found = documents.records.at(other);
        if (found !== record && share > (best.get(found)?.share ?? 0)) best.set(found, { document: other, share });
      }
    }
    return [...best]
      .sort(([a, one], [b, other]) => other.share - one.share || records.idOrder.at(b) - records.idOrder.at(a))
      .slice(0, limit)
      .map(([found, { document: other, share }]) => ({
        type,
        id: records.idOf(found),
        language: documents.languageOf(other),
        rank: Math.round(share * 100),
      }));
  }

  /** Takes the words of documents that went out of the database, where no document has them any longer. */
  async dropUnusedWords(): Promise<void> {
    const words = [...this.contents.dropped];
    this.contents.dropped.clear();
    if (words.length === 0) return;
    await dropWords(this.store, words, async () => {
      // Nobody else writes now: what is known after this is all there is.
      await this.contents.follow();
      const { buffer } = this.lookup();
      return (word) => !this.contents.isUsed(word, buffer);
    });
  }

  /** Who sees what may have changed with everything that was committed. */
  private async follow(): Promise<void> {
    await this.contents.follow();
    if (this.contents.generation === this.generation) return;
    // Not by what `follow` gives: somebody else may have called it before.
    this.generation = this.contents.generation;
    this.current = new Map();
  }

  private async visibilityFor(actor: Actor): Promise<VisibilityCache> {
    const viewer = JSON.stringify(actor);
    const { current } = this;
    const known = current.get(viewer);
    if (known !== undefined) return known;
    const views = new Map(
      await Promise.all(
        this.sources.map(async (source) => [source.type, await source.viewedBy(this.store.read, actor)] as const),
      ),
    );
    const key = [viewer, ...[...views.values()].map((view) => view.key)].join(" ");
    let cache = this.caches.get(key);
    if (cache === undefined) {
      const most = Math.min(MAX_CACHES, Math.ceil(MAX_CELLS / (this.contents.records.profiles.length + 1)));
      if (this.caches.size >= most) {
        this.caches.clear();
        this.current.clear();
      }
      cache = new VisibilityCache(views);
      this.caches.set(key, cache);
    }
    // What was read before something else was committed is not kept.
    current.set(viewer, cache);
    return cache;
  }

  /** Whether a viewer sees the record of a document. */
  private seesDocument(visibility: VisibilityCache, types: readonly string[] | null): (document: number) => boolean {
    const { records, documents } = this.contents;
    return (document) => {
      const record = documents.records.at(document);
      const profile = record === -1 ? -1 : records.profileOf.at(record);
      if (profile === -1 || !visibility.sees(records.profiles, profile)) return false;
      const told = visibility.versionsOf(records.profiles, profile);
      if (told && !told.languages.includes(documents.languageOf(document))) return false;
      return types?.includes(records.typeOf(record)) ?? true;
    };
  }

  /** Scratch buffers for as many documents as there are. */
  private lookup(numbered?: ReadonlyMap<string, readonly number[]>): Lookup {
    const { size } = this.contents.documents;
    const source = this.contents.source(numbered);
    if (this.buffers === null || size > this.bufferSize) {
      // Some more than there are, so that not every new document asks for new ones.
      this.bufferSize = Math.ceil(size * 1.1) + 100;
      this.buffers = lookupIn(source, this.bufferSize);
    }
    return { ...this.buffers, source };
  }

  private matchIn(visibility: VisibilityCache, lookup: Lookup, wanted: Wanted, tier: Tier): Matched {
    const matched = matchQuery(lookup, wanted.query, tier);
    const { records, documents } = this.contents;
    if (this.recordBuffers.best.length < records.size)
      this.recordBuffers = new RecordBuffers(Math.ceil(records.size * 1.1));
    const { recordBuffers: buffers, ancestors, codes } = this;
    return countFacets({ records, documents, buffers, visibility, ancestors, codes }, matched, wanted);
  }

  /** Documents of the records that are called by a number in the query. */
  private async documentsNumbered(query: Query): Promise<Map<string, number[]>> {
    const numbers = recordNumbersIn(query);
    const numbered = new Map<string, number[]>();
    if (numbers.length === 0) return numbered;
    for (const source of this.sources) {
      for (const { number, id } of (await source.named?.(this.store.read, numbers)) ?? []) {
        const record = this.contents.records.ordinalOf(source.type, id);
        const documents = record === undefined ? [] : this.contents.records.documentsOf(record);
        numbered.set(number, [...(numbered.get(number) ?? []), ...documents]);
      }
    }
    return numbered;
  }

  /** Codes of a theme and of all broader ones, by id of the theme, as whoever asks knows them. */
  private async readThemes({ themeTree }: Wanted): Promise<void> {
    const tree = JSON.stringify(themeTree);
    if (tree === this.tree) return;
    const rows = await this.store.read.selectFrom("theme").select(["id", "code"]).orderBy("id").execute();
    const broader = (code: string) => themeTree.flatMap(([ancestor, theme]) => (theme === code ? [ancestor] : []));
    this.ancestors = new Map(rows.map(({ id, code }) => [id, broader(code)]));
    this.codes = new Map();
    this.tree = tree;
  }

  private readWords(words: readonly number[]) {
    return this.store.read.selectFrom("search_word").selectAll().where("id", "in", words).orderBy("id").execute();
  }
}
