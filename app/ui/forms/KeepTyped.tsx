import { useEffect, useRef, useState } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { type Keeping, TypedKeeper } from "#app/ui/forms/typed-keeper.ts";

/**
 * Keeps what is typed into the form around it, on top of the button that saves: a draft as the draft, anything else as
 * a pending edit. Says so in a line that stays in sight.
 */
export function KeepTyped({ isDraft }: { isDraft: boolean }) {
  const t = useText();
  const line = useRef<HTMLParagraphElement>(null);
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  useEffect(() => {
    const form = line.current?.closest("form");
    if (!form) return;
    const keeper = new TypedKeeper(form, isDraft ? paths.contributionDrafts() : paths.pendingEdits(), setKeeping);
    return () => keeper.end();
  }, [isDraft]);
  const said = () => {
    if (!keeping) return "";
    if (keeping.state === "elsewhere") return t("common.keptElsewhere");
    if (keeping.state === "failed") return `${t("common.notKept")} ${keeping.problem}`;
    return isDraft ? t("knowledge.autosaved", { time: keeping.time }) : t("common.kept", { time: keeping.time });
  };
  return (
    <p className="saved" role="status" ref={line}>
      {said()}
    </p>
  );
}
