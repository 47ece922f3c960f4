import { useFetcher } from "@remix-run/react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { limits } from "#app/domain/knowledge/templates.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { announce } from "#app/ui/base/announce.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { ErrorSummary } from "#app/ui/base/ErrorSummary.tsx";
import { summaryErrors } from "#app/ui/forms/summary-errors.ts";
import { CaptureFields, useCaptureNames } from "#app/ui/live/CaptureFields.tsx";
import { titleOf } from "#app/ui/live/sentence-in.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { LiveItemView, LiveView } from "#app/views/live/live-view.server.ts";

export interface CaptureFormProps {
  live: LiveView;
  item: LiveItemView;
  sentence: string;
  /** Of the attempt: sent twice it is one record. */
  attempt: string;
  /** Not wanted. */
  close: () => void;
  /** The record is there, with its number. */
  done: (number: string) => void;
}

/** Something that was just said becomes a record, beside the minutes: the page stays as it is. */
export function CaptureForm({ live, item, sentence, attempt, close, done }: CaptureFormProps) {
  const t = useText();
  const { owner } = useShell();
  const fetcher = useFetcher<FormAnswer | { number: string }>();
  const box = useRef<HTMLFormElement>(null);
  const names = useCaptureNames();
  const answer = fetcher.data && "formErrors" in fetcher.data ? fetcher.data : undefined;
  const number = fetcher.data && "number" in fetcher.data ? fetcher.data.number : null;
  const said = t("live.capturedNow");
  useEffect(() => {
    box.current?.querySelector<HTMLInputElement>("input[name=title]")?.focus();
  }, []);
  useEffect(() => {
    if (number === null) return;
    announce(said);
    done(number);
  }, [number, said, done]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    box.current?.requestSubmit();
  };
  const stored = {
    kind: item.captures ?? "practice",
    title: titleOf(sentence, limits.title),
    summary: sentence.slice(0, limits.summary),
    itemId: item.id,
  };
  const unsent = answer?.unsent === undefined ? [] : [{ href: "#main", text: t("errors.noConnection") }];
  return (
    <fetcher.Form
      ref={box}
      method="post"
      action={paths.liveCapture(live.session.id)}
      className="stack live-capture"
      aria-label={t("live.capture")}
      onKeyDown={onKey}
      noValidate
    >
      <ErrorSummary title={t("common.errorSummary")} errors={[...unsent, ...summaryErrors({ answer, names })]} />
      <input type="hidden" name="_key" value={attempt} />
      {owner ? <input type="hidden" name="_owner" value={owner} /> : null}
      <input type="hidden" name="stays" value="on" />
      <CaptureFields live={live} stored={stored} answer={answer} />
      <div className="actions">
        <Button variant="primary" disabled={fetcher.state === "submitting"}>
          {t("live.captureDone")}
        </Button>
        <Button type="button" variant="quiet" onClick={close}>
          {t("common.cancel")}
        </Button>
      </div>
    </fetcher.Form>
  );
}
