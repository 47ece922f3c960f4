import { mergeTexts } from "#app/domain/minutes/merge-texts.ts";
import type { FormAnswer, FormValues } from "#app/http/form.server.ts";

/** A text of minutes as it is stored. */
export interface Stored {
  body: string;
  revision: number;
}

/** How it stands with what one types. */
export type Saving =
  | { state: "typing" | "saving" | "saved" | "offline" | "signedOut" }
  /** With what is wrong. */
  | { state: "refused"; problem: string }
  /** Somebody else changed other lines: both are there now. */
  | { state: "merged" }
  /** Both changed the same lines: somebody has to choose. */
  | { state: "clash"; theirs: string };

/** Milliseconds without a key after which it is saved; for who types on and on, after so many. */
const PAUSE = 1200;
const LONGEST = 8000;
/** Milliseconds after which it is tried again without a connection, and where somebody has to sign in first. */
const AGAIN = 5000;
const LATER = 15_000;
/** Most characters of a body that browsers still send while the page is left. */
const MOST_LEAVING = 60_000;
/** Answers that mean the same however often the text is sent. */
const final = [400, 403, 404, 409, 422];

interface Attempt extends Stored {
  key: string;
}

/**
 * Saves a text while it is typed, and brings it together with what others save. Where no answer comes the same is sent
 * again under the same key, so that what was written after all is one's own and no text of somebody else.
 */
export class MinutesSaver {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first key was pressed that is not on its way. */
  private typedAt: number | null = null;
  private running = false;
  private unanswered: Attempt | null = null;
  /** Heard while one's own text was on its way: it may be that text itself. */
  private heard: Stored | null = null;
  private clash: Stored | null = null;
  private readonly ended = new AbortController();

  /** @param base what the field was filled in with @param owner whose form it is, sealed */
  constructor(
    private readonly area: HTMLTextAreaElement,
    private readonly to: string,
    private readonly owner: string | null,
    private base: Stored,
    private readonly show: (saving: Saving) => void,
    /** Told after each text that is the same here and there. */
    private readonly settled: (base: Stored) => void,
  ) {
    const { signal } = this.ended;
    area.addEventListener("input", () => this.later(), { signal });
    window.addEventListener("online", () => this.later(0), { signal });
    document.addEventListener("visibilitychange", () => void this.save(document.hidden), { signal });
    if (area.value !== base.body) this.later();
  }

  /** Whether something is not saved yet. */
  get isBusy(): boolean {
    return this.area.value !== this.base.body || this.running;
  }

  /** What was typed last goes along. */
  end(): void {
    void this.save(true);
    clearTimeout(this.timer);
    this.ended.abort();
  }

  saveNow(): void {
    void this.save();
  }

  /** Somebody saved another text. */
  hear(theirs: Stored): void {
    if (theirs.revision <= this.base.revision || theirs.body === this.unanswered?.body.trim()) return;
    if (this.running) this.heard = this.heard && this.heard.revision > theirs.revision ? this.heard : theirs;
    else this.take(theirs);
  }

  /** Ends a clash: with both texts, with one's own, or with the other. */
  choose(which: "both" | "mine" | "theirs"): void {
    if (!this.clash) return;
    const theirs = this.clash;
    const mine = this.area.value;
    const both = () => mergeTexts(this.base.body, mine, theirs.body).text;
    const chosen = which === "both" ? both() : which === "mine" ? mine : theirs.body;
    this.clash = null;
    this.settle(theirs);
    this.put(chosen);
    this.later(0);
  }

  /** Brings what is stored together with what is typed. */
  private take(theirs: Stored): void {
    const wasClash = this.clash !== null;
    this.clash = null;
    const mine = this.area.value;
    if (mine.trim() === theirs.body) {
      if (mine !== this.base.body || wasClash) this.tell({ state: "saved" });
      this.settle({ body: mine, revision: theirs.revision });
      return;
    }
    const { text, clashes } = mergeTexts(this.base.body, mine, theirs.body);
    if (clashes > 0) {
      this.clash = theirs;
      this.tell({ state: "clash", theirs: theirs.body });
      return;
    }
    const wasTyped = mine !== this.base.body;
    this.settle(theirs);
    this.put(text);
    if (wasTyped) this.tell({ state: "merged" });
    else if (wasClash) this.tell({ state: "saved" });
    if (wasTyped) this.wait(PAUSE);
  }

  /** The same in answer to what was sent. */
  private takeAnswer(theirs: Stored): void {
    const isTyped = this.area.value !== this.base.body;
    this.take(theirs);
    if (!isTyped) this.tell({ state: "saved" });
  }

  /** While somebody has to choose, nothing else is said. */
  private tell(saving: Saving): void {
    if (!this.clash || saving.state === "clash") this.show(saving);
  }

  private later(pause = PAUSE): void {
    if (this.ended.signal.aborted) return;
    if (!this.clash && this.isBusy) this.tell({ state: "typing" });
    this.typedAt ??= Date.now();
    this.wait(Math.min(pause, Math.max(0, this.typedAt + LONGEST - Date.now())));
  }

  private wait(pause: number): void {
    clearTimeout(this.timer);
    if (!this.ended.signal.aborted) this.timer = setTimeout(() => void this.save(), pause);
  }

  private async save(leaving = false): Promise<void> {
    if (this.running || this.clash || this.area.value === this.base.body) return;
    clearTimeout(this.timer);
    this.running = true;
    this.typedAt = null;
    const attempt = this.unanswered ?? { key: newKey(), body: this.area.value, revision: this.base.revision };
    this.unanswered = attempt;
    this.tell({ state: "saving" });
    const response = await this.send(attempt, leaving);
    const answer = response && (await readAnswer(response));
    this.running = false;
    this.answered(attempt, response, answer);
    const { heard } = this;
    this.heard = null;
    if (heard) this.hear(heard);
    // What was typed while the page was left goes after it.
    if (this.ended.signal.aborted && response?.ok) await this.save(true);
  }

  private send({ key, body, revision }: Attempt, leaving: boolean): Promise<Response | null> {
    const form = new URLSearchParams({ _key: key, body, from: String(revision), revision: String(revision) });
    if (this.owner) form.set("_owner", this.owner);
    const keepalive = leaving && String(form).length < MOST_LEAVING;
    return fetch(this.to, { method: "POST", body: form, redirect: "manual", keepalive }).catch(() => null);
  }

  private answered(attempt: Attempt, response: Response | null, answer: Partial<SavedAnswer> | null): void {
    if (response?.ok && answer) {
      const now = storedIn(answer);
      this.unanswered = null;
      // It was cleaned on its way, and is the same text.
      this.settle({ body: attempt.body, revision: Number(answer.made ?? now.revision) });
      if (now.revision > this.base.revision) this.takeAnswer(now);
      else if (this.area.value === this.base.body) this.tell({ state: "saved" });
      else this.later();
      return;
    }
    const isFinal = response !== null && final.includes(response.status);
    if (isFinal) this.unanswered = null;
    const { current } = answer ?? {};
    const isForeign = response?.status === 409 && !current;
    if (response?.type === "opaqueredirect" || isForeign) {
      this.tell({ state: "signedOut" });
      this.wait(LATER);
    } else if (response?.status === 409) this.takeAnswer(storedIn(current ?? {}));
    else {
      if (response === null || response.ok) this.tell({ state: "offline" });
      else this.tell({ state: "refused", problem: problemIn(answer) });
      if (!isFinal) this.wait(AGAIN);
    }
  }

  private settle(base: Stored): void {
    this.base = base;
    this.settled(base);
  }

  /** Puts a text into the field; the place where one writes stays at its words. */
  private put(text: string): void {
    const { area } = this;
    if (area.value === text) return;
    const { value, selectionStart, selectionEnd, scrollTop } = area;
    const moved = (at: number) => {
      if (text.startsWith(value.slice(0, at))) return at;
      const rest = value.slice(at);
      return text.endsWith(rest) ? text.length - rest.length : Math.min(at, text.length);
    };
    area.value = text;
    area.setSelectionRange(moved(selectionStart), moved(selectionEnd));
    area.scrollTop = scrollTop;
  }
}

/** What the server answers: what stands then and which revision this text made, or what is wrong. */
interface SavedAnswer extends Pick<FormAnswer, "current" | "formErrors" | "errors"> {
  body: string;
  revision: string;
  made: string;
}

/** @returns null for what is no such answer */
async function readAnswer(response: Response): Promise<Partial<SavedAnswer> | null> {
  const answer: unknown = await response.json().catch(() => null);
  return typeof answer === "object" ? answer : null;
}

function problemIn(answer: Partial<SavedAnswer> | null): string {
  return answer?.formErrors?.[0] ?? Object.values(answer?.errors ?? {})[0] ?? "";
}

function storedIn({ body = "", revision = "0" }: { body?: FormValues[string]; revision?: FormValues[string] }): Stored {
  return { body: String(body), revision: Number(revision) };
}

function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
