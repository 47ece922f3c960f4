import { type KeyboardEvent, useRef } from "react";
import { minutesLimits } from "#app/domain/minutes/minutes-limits.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { BaseField } from "#app/ui/forms/ConflictNotice.tsx";
import { ClashNotice } from "#app/ui/live/ClashNotice.tsx";
import { SavingLine } from "#app/ui/live/SavingLine.tsx";
import { sentenceIn } from "#app/ui/live/sentence-in.ts";
import { useSavedMinutes } from "#app/ui/live/use-saved-minutes.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { LiveItemView, LiveView } from "#app/views/live/live-view.server.ts";

export interface MinutesEditorProps {
  live: LiveView;
  item: LiveItemView;
  copyKey: string;
  /** Begins a record from a sentence; null for who captures nothing. */
  capture: ((sentence: string) => void) | null;
}

/** The text of an item: saved by itself, brought together with what others write. Without scripts it has a button. */
export function MinutesEditor({ live, item, copyKey, capture }: MinutesEditorProps) {
  const t = useText();
  const { owner, formKey } = useShell();
  const form = useRef<HTMLFormElement>(null);
  const { saving, back, isKept, choose, save } = useSavedMinutes(form, { live, item, copyKey, owner });
  const revision = String(item.revision);
  const begin = () => {
    const area = form.current?.querySelector("textarea");
    if (area) capture?.(sentenceIn(area.value, area.selectionStart, area.selectionEnd));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !capture) return;
    event.preventDefault();
    begin();
  };
  return (
    <form
      ref={form}
      method="post"
      action={paths.minutesItem(live.session.id, item.id)}
      className="stack"
      onKeyDown={onKey}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <input type="hidden" name="_key" value={`${formKey}-${item.id}`} />
      {owner ? <input type="hidden" name="_owner" value={owner} /> : null}
      <input type="hidden" name="revision" defaultValue={revision} />
      <input type="hidden" name="from" defaultValue={revision} />
      <input type="hidden" name="back" value="live" />
      <BaseField stored={{ body: item.body ?? "", revision }} />
      <ClashNotice saving={saving} lang={live.lang} choose={choose} />
      <TextareaField
        name="body"
        label={t("live.minutesOf", { item: item.title })}
        hint={t("live.bodyHint")}
        defaultValue={item.body ?? ""}
        lang={live.lang}
        rows={8}
        maxLength={minutesLimits.body}
      />
      <SavingLine saving={saving} back={back} />
      <div className="actions">
        {isKept ? null : <Button>{t("common.save")}</Button>}
        {isKept && capture ? (
          <>
            <Button type="button" icon="plus" onClick={begin}>
              {t("live.captureMarked")}
            </Button>
            <span className="hint">{t("live.captureKey")}</span>
          </>
        ) : null}
      </div>
    </form>
  );
}
