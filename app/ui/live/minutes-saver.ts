import { mergeTexts } from "#app/domain/minutes/merge-texts.ts";
import type { FormAnswer } from "#app/http/form.server.ts";

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

/** Milliseconds without a key after which it is saved, and after which it is tried again. */
const PAUSE = 1200;
const AGAIN = 5000;

interface Attempt extends Stored {
  key: string;
}

/**
 * Saves a text while it is typed, and brings it together with what others save. Where no answer comes the same is sent
 * again under the same key, so that what was written after all is one's own and no text of somebody else.
 */
export class MinutesSaver {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private unanswered: Attempt | null = null;
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
    document.addEventListener("visibilitychange", () => document.hidden && void this.save(), { signal });
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
    const mine = this.area.value;
    if (mine.trim() === theirs.body) {
      if (mine !== this.base.body) this.tell({ state: "saved" });
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
    if (!wasTyped) return;
    this.tell({ state: "merged" });
    this.later();
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

  /** While somebody has to choose, nothing else is said. */
  private tell(saving: Saving): void {
    if (!this.clash || saving.state === "clash") this.show(saving);
  }

  private later(pause = PAUSE): void {
    if (this.ended.signal.aborted) return;
    if (!this.clash && this.isBusy) this.tell({ state: "typing" });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), pause);
  }

  private async save(leaving = false): Promise<void> {
    if (this.running || this.clash || this.area.value === this.base.body) return;
    this.running = true;
    const attempt = this.unanswered ?? { key: newKey(), body: this.area.value, revision: this.base.revision };
    this.unanswered = attempt;
    this.tell({ state: "saving" });
    const response = await this.send(attempt, leaving);
    this.running = false;
    await this.answered(attempt, response);
  }

  private send({ key, body, revision }: Attempt, keepalive: boolean): Promise<Response | null> {
    const form = new URLSearchParams({ _key: key, body, from: String(revision), revision: String(revision) });
    if (this.owner) form.set("_owner", this.owner);
    return fetch(this.to, { method: "POST", body: form, redirect: "manual", keepalive }).catch(() => null);
  }

  private async answered(attempt: Attempt, response: Response | null): Promise<void> {
    if (response?.ok) {
      const now = storedIn((await response.json()) as Record<string, string>);
      this.unanswered = null;
      // Nobody came between: what was cleaned on its way is the same text.
      if (now.revision <= attempt.revision + 1) this.settle({ body: attempt.body, revision: now.revision });
      else {
        this.settle({ body: attempt.body, revision: attempt.revision + 1 });
        this.hear(now);
      }
      if (this.clash) return;
      if (this.area.value === this.base.body) this.tell({ state: "saved" });
      else this.later();
      return;
    }
    if (response && [400, 403, 404, 409, 422].includes(response.status)) this.unanswered = null;
    if (response?.status === 409) {
      const { current } = (await response.json()) as FormAnswer;
      if (!current) return this.tell({ state: "signedOut" });
      this.hear(storedIn(current as Record<string, string>));
      return this.later();
    }
    if (response?.type === "opaqueredirect") return this.tell({ state: "signedOut" });
    if (response && [400, 403, 404, 422].includes(response.status)) {
      const answer = (await response.json().catch(() => null)) as FormAnswer | null;
      const problem = answer?.formErrors?.[0] ?? Object.values(answer?.errors ?? {})[0] ?? "";
      return this.tell({ state: "refused", problem });
    }
    this.tell({ state: "offline" });
    clearTimeout(this.timer);
    if (!this.ended.signal.aborted) this.timer = setTimeout(() => void this.save(), AGAIN);
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

function storedIn({ body = "", revision = "0" }: Readonly<Record<string, string>>): Stored {
  return { body, revision: Number(revision) };
}

function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
