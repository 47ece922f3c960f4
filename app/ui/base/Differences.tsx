import { useText } from "#app/i18n/TextContext.tsx";
import { VisuallyHidden } from "#app/ui/base/VisuallyHidden.tsx";

export interface DifferencesProps {
  parts: readonly { text: string; change: "same" | "removed" | "added" }[];
  lang?: string;
}

/** A text with what was taken out and put in: struck through, underlined, and said where pages are read out. */
export function Differences({ parts, lang }: DifferencesProps) {
  const t = useText();
  return (
    <p className="differences pre" lang={lang}>
      {parts.map(({ text, change }, at) => {
        if (change === "same") return text;
        const Change = change === "added" ? "ins" : "del";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no identity and never change places
          <Change key={at}>
            <VisuallyHidden>{t(change === "added" ? "common.addedText" : "common.removedText")}</VisuallyHidden>
            {text}
          </Change>
        );
      })}
    </p>
  );
}
