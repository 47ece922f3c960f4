import { createContext, type ReactNode, useContext, useMemo } from "react";
import { createText, type Text } from "#app/i18n/text.ts";

const Context = createContext<Text | null>(null);

/** Gives the texts of the viewer's language to every component below. */
export function TextProvider({ text, children }: { text: Text; children: ReactNode }) {
  return <Context.Provider value={text}>{children}</Context.Provider>;
}

/**
 * Adds messages to those that the browser loaded with its first page.
 * @param messages JSON of keys and messages; null where there is nothing to add
 */
export function MoreTexts({ messages, children }: { messages: string | null; children: ReactNode }) {
  const first = useText();
  const text = useMemo(() => {
    const loaded = globalThis.zbornikMessages;
    if (messages === null || !loaded) return first;
    return createText(loaded.locale, { ...loaded.messages, ...JSON.parse(messages) });
  }, [first, messages]);
  return <TextProvider text={text}>{children}</TextProvider>;
}

/** The texts of the viewer's language: `const t = useText(); t("common.save")`. */
export function useText(): Text {
  const text = useContext(Context);
  if (!text) throw new Error("useText outside TextProvider");
  return text;
}
