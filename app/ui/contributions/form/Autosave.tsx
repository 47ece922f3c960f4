import { useEffect, useRef, useState } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";

interface Saved {
  number: string;
  time: string;
}
interface Refusal {
  errors?: Record<string, string>;
  formErrors?: string[];
}

/** Milliseconds between two looks at whether something was typed, and between two tries without an answer. */
const PAUSE_MILLISECONDS = 4000;
const PAUSE_AFTER_FAILURE_MILLISECONDS = 20_000;

/**
 * Keeps a draft while one types, on top of the button that does the same. A lost connection or an expired sign-in costs
 * nothing: the text stays in the form, and the next look tries again.
 */
export function Autosave({ number }: { number: string | null }) {
  const t = useText();
  const status = useRef<HTMLParagraphElement>(null);
  const [saved, setSaved] = useState<Saved | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const form = status.current?.closest("form");
    if (!form) return;
    const ended = new AbortController();
    let changed = false;
    let notBefore = 0;
    form.addEventListener("input", () => (changed = true), { signal: ended.signal });
    form.addEventListener("submit", () => ended.abort(), { signal: ended.signal });
    const timer = setInterval(async () => {
      const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
      const empty = !["title", "summary", "body"].some((name) => body.get(name)?.trim());
      if (!changed || empty || Date.now() < notBefore) return;
      changed = false;
      notBefore = Number.POSITIVE_INFINITY; // one at a time
      body.delete("_key");
      body.set("intent", "autosave");
      const answer = await send(body, ended.signal);
      notBefore = answer ? 0 : Date.now() + PAUSE_AFTER_FAILURE_MILLISECONDS;
      if (ended.signal.aborted) return;
      if (answer === null) changed = true;
      if (answer && "number" in answer) setSaved(answer);
      setProblem(answer === null ? "" : "number" in answer ? null : firstMessage(answer));
    }, PAUSE_MILLISECONDS);
    ended.signal.addEventListener("abort", () => clearInterval(timer));
    return () => ended.abort();
  }, []);
  const message =
    problem !== null
      ? `${t("knowledge.autosaveFailed")} ${problem}`
      : saved
        ? t("knowledge.autosaved", { time: saved.time })
        : "";
  return (
    <>
      <input type="hidden" name="number" value={saved?.number ?? number ?? ""} />
      <p className="saved" role="status" ref={status}>
        {message}
      </p>
    </>
  );
}

/** The server's answer, or null when there was none that can be read. */
async function send(body: URLSearchParams, signal: AbortSignal): Promise<Saved | Refusal | null> {
  try {
    const response = await fetch(paths.contributionDrafts(), { method: "POST", body, signal, redirect: "error" });
    return response.ok || response.status === 422 ? ((await response.json()) as Saved | Refusal) : null;
  } catch {
    return null;
  }
}

function firstMessage({ errors = {}, formErrors = [] }: Refusal): string {
  return formErrors[0] ?? Object.values(errors)[0] ?? "";
}
