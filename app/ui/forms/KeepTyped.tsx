import { useEffect, useRef, useState } from "react";
import { useText } from "#app/i18n/TextContext.tsx";
import type { Text } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { announce } from "#app/ui/base/announce.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { CopyKeeper, type Found } from "#app/ui/forms/copy-keeper.ts";
import { type Keeping, TypedKeeper } from "#app/ui/forms/typed-keeper.ts";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

export interface KeepTypedProps {
  /** Kept as a draft, and not as a pending edit. */
  isDraft: boolean;
  /** The form shows what was just sent, or what was left here before. */
  isAnswered: boolean;
  /** Of the page, and the key for what the browser keeps. */
  at: string;
  copyKey: string;
}

/**
 * Keeps what is typed into the form around it, on top of the button that saves: a draft as the draft, anything else as
 * a pending edit, and in the browser until the server has it. Says so in a line that stays in sight.
 */
export function KeepTyped({ isDraft, isAnswered, at, copyKey }: KeepTypedProps) {
  const t = useText();
  const drafts = ofGroup(useShell(), paths.contributionDrafts());
  const line = useRef<HTMLDivElement>(null);
  const copies = useRef<CopyKeeper | null>(null);
  const answered = useRef(isAnswered);
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const form = line.current?.closest("form");
    if (!form) return;
    const copy = new CopyKeeper(form, setFound, answered.current);
    const tell = (now: Keeping) => {
      setKeeping(now);
      // Of a page that is being left the next one may know nothing yet.
      if (now.state === "kept" && now.isAll && !document.hidden) copy.drop();
    };
    const keeper = new TypedKeeper(form, isDraft ? drafts : paths.pendingEdits(), tell);
    copies.current = copy;
    void copy.begin(copyKey, at);
    return () => {
      keeper.end();
      copy.end();
    };
  }, [isDraft, drafts, at, copyKey]);
  const said = sentence(t, keeping, isDraft);
  const state = keeping?.state;
  const lastSaid = useRef<Keeping["state"]>(undefined);
  // Read out when it changes how things stand, and not again at every save.
  useEffect(() => {
    if (state === lastSaid.current) return;
    lastSaid.current = state;
    if (state) announce(said);
  }, [state, said]);
  const discard = () => {
    copies.current?.drop();
    location.reload();
  };
  return (
    <div className="saved" ref={line}>
      {found ? (
        <p>
          {t(found.state === "back" ? "common.copyBack" : "common.copyOffered", { time: inWords(found.at) })}{" "}
          {found.state === "offered" ? (
            <Button type="button" small variant="quiet" onClick={() => copies.current?.show()}>
              {t("common.copyShow")}
            </Button>
          ) : null}
          <Button type="button" small variant="quiet" onClick={discard}>
            {t("common.leftDiscard")}
          </Button>
        </p>
      ) : null}
      <p>{said}</p>
    </div>
  );
}

/** How it stands with what was typed; empty before anything was kept. */
function sentence(t: Text, keeping: Keeping | null, isDraft: boolean): string {
  if (!keeping) return "";
  if (keeping.state === "elsewhere") return t("common.keptElsewhere");
  if (keeping.state === "otherAccount") return t("errors.otherAccount");
  if (keeping.state === "failed") return `${t("common.notKept")} ${keeping.problem}`;
  return isDraft ? t("knowledge.autosaved", { time: keeping.time }) : t("common.kept", { time: keeping.time });
}

/** Made by hand: not every browser has the names of months in Bosnian. */
export function inWords(at: number): string {
  const time = new Date(at);
  const [hours, minutes] = [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, "0"));
  const clock = `${hours}:${minutes}`;
  if (time.toDateString() === new Date().toDateString()) return clock;
  return `${time.getDate()}. ${time.getMonth() + 1}. ${time.getFullYear()}. ${clock}`;
}
