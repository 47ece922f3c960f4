import { createContext, useContext } from "react";
import type { UnsavedForm } from "#app/http/unsaved.ts";

/**
 * What was typed into a form that was refused, for the case that its page cannot be shown. Never there in the browser,
 * which is sent no script with an error page.
 */
export const UnsavedAnswer = createContext<UnsavedForm | null>(null);

export function useUnsavedAnswer(): UnsavedForm | null {
  return useContext(UnsavedAnswer);
}
