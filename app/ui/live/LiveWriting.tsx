import { useState } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { CaptureForm } from "#app/ui/live/CaptureForm.tsx";
import { MinutesEditor } from "#app/ui/live/MinutesEditor.tsx";
import type { LiveItemView, LiveView } from "#app/views/live/live-view.server.ts";

export interface LiveWritingProps {
  live: LiveView;
  item: LiveItemView;
  copyKey: string;
  /** The item that is spoken about, where another one is written. */
  follow: { title: string; go: () => void } | null;
}

/** The minutes of one item while they are written, and what is captured from them. */
export function LiveWriting({ live, item, copyKey, follow }: LiveWritingProps) {
  const t = useText();
  const [captured, setCaptured] = useState<{ sentence: string; attempt: string } | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const close = () => {
    setCaptured(null);
    document.querySelector<HTMLElement>("#writing textarea[name=body]")?.focus();
  };
  const begin = (sentence: string) => {
    setMade(null);
    setCaptured({ sentence, attempt: newAttempt() });
  };
  return (
    <Section id="writing" title={t("live.writing")} note={<span lang={live.lang}>{item.title}</span>}>
      {follow ? (
        <p className="minor mb-4">
          {t("live.nowAt", { item: follow.title })}{" "}
          <Button small type="button" onClick={follow.go}>
            {t("live.writeThere")}
          </Button>
        </p>
      ) : null}
      <MinutesEditor key={item.id} live={live} item={item} copyKey={copyKey} capture={live.may.post ? begin : null} />
      {captured ? (
        <CaptureForm
          key={captured.attempt}
          live={live}
          item={item}
          {...captured}
          close={close}
          done={(number) => {
            setMade(number);
            close();
          }}
        />
      ) : null}
      {made ? (
        <p className="captured minor mt-4">
          {t("live.capturedNow")} <a href={paths.contribution(made)}>{made}</a>
        </p>
      ) : null}
    </Section>
  );
}

function newAttempt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
