import type { ServerResponse } from "node:http";
import type { Logger } from "pino";
import { type Audience, findHeard, findListening, type Heard } from "#app/domain/live/find-listening.server.ts";
import { findLiveNews, findSavedTexts, type LiveNews } from "#app/domain/live/find-live-news.server.ts";
import type { Listener, LiveListeners } from "#app/http/live-listeners.ts";
import { runningTokens } from "#app/http/sign-in.server.ts";
import type { Asked } from "#app/server/chain.ts";
import { EventStream } from "#app/server/event-stream.ts";
import type { DocumentHeaders } from "#app/server/headers.ts";
import { Presence } from "#app/server/presence.ts";
import { sure } from "#app/sure.ts";
import { changeNumber, type Store } from "#db/store.ts";

/** Streams of one person, as windows and devices need them, and of all. */
const MOST_EACH = 4;
const MOST = 300;

/** How often it is looked whether anything changed, and how often those who listen hear that they still do; in ms. */
const LOOK_EVERY = 400;
const BEAT_EVERY = 15_000;

interface Parts {
  store: Store;
  log: Logger;
  headers: DocumentHeaders;
}

interface Open extends Listener {
  stream: EventStream;
  /** What it was told last; null before the first time. */
  told: LiveNews | null;
  present: string;
}

/**
 * Tells listeners of sessions what changed, also by another process. Before each time it is asked anew who may hear it;
 * who may not any more hears nothing but the end. What is told is made once for each audience of a session.
 */
export class LiveStreams implements LiveListeners {
  private readonly open = new Set<Open>();
  private readonly presence = new Presence();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;
  private lookedAt = -1;
  private nextBeat = 0;

  constructor(private readonly parts: Parts) {}

  refusal(accountId: string): "person" | "all" | null {
    const own = [...this.open].filter((one) => one.accountId === accountId).length;
    return own >= MOST_EACH ? "person" : this.open.size >= MOST ? "all" : null;
  }

  opened(sessionId: string, accountId: string): void {
    this.presence.seen(sessionId, accountId, Date.now());
  }

  present(sessionId: string): string[] {
    const listening = [...this.open].filter((one) => one.sessionId === sessionId).map(({ accountId }) => accountId);
    return [...new Set([...listening, ...this.presence.of(sessionId, Date.now())])].sort();
  }

  /** Answers with a stream of events; with too many, that there are. */
  listen(listener: Listener, request: Asked, response: ServerResponse): void {
    const own = [...this.parts.headers(null), "X-Request-Id", request.mark.requestId];
    if (this.refusal(listener.accountId)) {
      response.writeHead(429, [...own, "Retry-After", "30", "Cache-Control", "private, no-store"]).end();
      return;
    }
    const stream = new EventStream(response);
    const one: Open = { ...listener, stream, told: null, present: "" };
    this.open.add(one);
    stream.begin(own);
    response.once("close", () => this.leave(one));
    this.timer ??= setInterval(() => void this.look(), LOOK_EVERY);
    void this.look(listener.sessionId);
  }

  private leave(one: Open): void {
    this.open.delete(one);
    this.presence.left(one.sessionId, one.accountId, Date.now());
    if (this.open.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
    this.lookedAt = -1;
  }

  /** @param sessionId of somebody who has just come: looked at whatever changed */
  private look(sessionId?: string): Promise<void> {
    if (this.looking) return sessionId ? this.looking.then(() => this.look(sessionId)) : this.looking;
    this.looking = this.lookAt(sessionId)
      .catch((error) => this.parts.log.error({ err: error }, "live"))
      .finally(() => {
        this.looking = null;
      });
    return this.looking;
  }

  private async lookAt(sessionId?: string): Promise<void> {
    const number = await changeNumber(this.parts.store);
    const now = Date.now();
    const isBeat = now >= this.nextBeat;
    const isChanged = number !== this.lookedAt;
    const sessions = new Set([...this.open].map((one) => one.sessionId));
    for (const id of sessions) if (isBeat || isChanged || id === sessionId) await this.tell(id);
    for (const id of sessions) this.tellPresence(id);
    this.lookedAt = number;
    if (!isBeat) return;
    this.nextBeat = now + BEAT_EVERY;
    for (const { stream } of this.open) stream.send("beat", { now });
  }

  /** Asks who may hear of a session, and tells them what they do not know. */
  private async tell(sessionId: string): Promise<void> {
    const { store } = this.parts;
    const now = new Date();
    const listeners = [...this.open].filter((one) => one.sessionId === sessionId);
    const session = await findHeard(store.read, sessionId);
    const hearing = session ? await this.hearing(session, listeners, now) : new Map<Open, Audience>();
    const news = new Map<Audience, LiveNews>();
    for (const audience of session ? new Set(hearing.values()) : []) {
      news.set(audience, await findLiveNews(store.read, sure(session), audience, now));
    }
    const known = news.get("leads");
    const changed = [...hearing].flatMap(([{ told }, audience]) =>
      told && known && audience === "leads" ? changedItems(told, known) : [],
    );
    const texts = await findSavedTexts(store.read, sessionId, [...new Set(changed)]);
    for (const one of listeners) {
      const audience = hearing.get(one);
      if (audience) this.tellNews(one, audience, sure(news.get(audience)), texts, now);
      else one.stream.end("gone");
    }
  }

  private async hearing(session: Heard, listeners: readonly Open[], now: Date): Promise<Map<Open, Audience>> {
    const { store } = this.parts;
    const tokens = listeners.map(({ token }) => token);
    const running = await runningTokens(store, tokens, now);
    const signedIn = listeners.filter(({ token }) => running.has(token));
    const ids = signedIn.map(({ accountId }) => accountId);
    const audiences = await findListening(store.read, session, ids);
    return new Map(
      signedIn.flatMap((one): [Open, Audience][] => {
        const audience = audiences.get(one.accountId);
        return audience ? [[one, audience]] : [];
      }),
    );
  }

  private tellNews(
    one: Open,
    audience: Audience,
    news: LiveNews,
    texts: Awaited<ReturnType<typeof findSavedTexts>>,
    now: Date,
  ): void {
    const { told, stream, since } = one;
    one.told = news;
    if (told?.version === news.version) return;
    const { course, wait, version } = news;
    const isState = !told || JSON.stringify([told.course, told.wait]) !== JSON.stringify([course, wait]);
    if (isState) stream.send("state", { now: now.getTime(), course, wait }, version);
    const items = told ? changedItems(told, news) : [];
    const isElse = told ? told.rest !== news.rest : since !== null && since !== version;
    if (isElse || (audience === "sees" && items.length > 0)) stream.send("reload", {}, version);
    if (audience !== "leads") return;
    for (const text of texts) if (items.includes(text.itemId)) stream.send("minutes", text, version);
  }

  private tellPresence(sessionId: string): void {
    const present = this.present(sessionId);
    const name = present.join(" ");
    for (const one of this.open) {
      if (one.sessionId !== sessionId || one.present === name || !one.told) continue;
      one.present = name;
      one.stream.send("people", { present });
    }
  }
}

/** Items whose minutes are another text by now. */
function changedItems(before: LiveNews, now: LiveNews): string[] {
  return Object.entries(now.minutes).flatMap(([id, revision]) => (before.minutes[id] === revision ? [] : [id]));
}
