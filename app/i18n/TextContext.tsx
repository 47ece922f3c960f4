import { createContext, type ReactNode, useContext } from "react";
import type { Text } from "#app/i18n/text.ts";

const Context = createContext<Text | null>(null);

/** Gives the texts of the viewer's language to every component below. */
export function TextProvider({ text, children }: { text: Text; children: ReactNode }) {
  return <Context.Provider value={text}>{children}</Context.Provider>;
}

/** The texts of the viewer's language: `const t = useText(); t("common.save")`. */
export function useText(): Text {
  const text = useContext(Context);
  if (!text) throw new Error("useText outside TextProvider");
  return text;
}
