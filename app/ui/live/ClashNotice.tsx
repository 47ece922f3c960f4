import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import type { Saving } from "#app/ui/live/minutes-saver.ts";

export interface ClashNoticeProps {
  saving: Saving | null;
  lang: string;
  choose: (which: "both" | "mine" | "theirs") => void;
}

/** Two texts of the same lines: the one that is saved, and what can become of both. */
export function ClashNotice({ saving, lang, choose }: ClashNoticeProps) {
  const t = useText();
  if (saving?.state !== "clash") return null;
  return (
    <Notice tone="warn" title={t("live.clash")} isAnswer>
      {t("live.clashText")}
      <div className="pre live-theirs" lang={lang}>
        {saving.theirs}
      </div>
      <div className="actions">
        <Button type="button" variant="primary" small onClick={() => choose("both")}>
          {t("live.clashBoth")}
        </Button>
        <Button type="button" small onClick={() => choose("mine")}>
          {t("live.clashMine")}
        </Button>
        <Button type="button" small onClick={() => choose("theirs")}>
          {t("live.clashTheirs")}
        </Button>
      </div>
    </Notice>
  );
}
