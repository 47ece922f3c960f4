import { useEffect, useRef } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import type { Text } from "#app/i18n/text.ts";
import { announce } from "#app/ui/base/announce.ts";
import { inWords } from "#app/ui/forms/KeepTyped.tsx";
import type { Saving } from "#app/ui/live/minutes-saver.ts";

/** How it stands with what is typed. @param back when that was typed which came back from the browser */
export function SavingLine({ saving, back }: { saving: Saving | null; back: number | null }) {
  const t = useText();
  const said = sentence(t, saving);
  const state = saving?.state;
  const last = useRef<Saving["state"]>(undefined);
  useEffect(() => {
    const isWorth = state === "offline" || state === "signedOut" || state === "refused" || state === "merged";
    const isOver = state === "saved" && last.current !== undefined && last.current !== "saved";
    if (isWorth || isOver) {
      if (state !== last.current) announce(said);
      last.current = state;
    }
  }, [state, said]);
  const isBad = state === "offline" || state === "signedOut" || state === "refused";
  return (
    <div className="saved" data-saving={state}>
      {back === null ? null : <p>{t("live.back", { time: inWords(back) })}</p>}
      <p className={isBad ? "is-bad" : undefined}>{said}</p>
    </div>
  );
}

function sentence(t: Text, saving: Saving | null): string {
  if (!saving || saving.state === "clash") return "";
  if (saving.state === "refused") return `${t("live.saving.refused")} ${saving.problem}`;
  return t(`live.saving.${saving.state}`);
}
