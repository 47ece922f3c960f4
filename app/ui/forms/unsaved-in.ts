import { isRouteErrorResponse } from "@remix-run/react";
import type { UnsavedData, UnsavedForm } from "#app/http/unsaved.ts";

/** The form that an error page has to show, if the error carries one. */
export function unsavedIn(error: unknown): UnsavedForm | null {
  if (!isRouteErrorResponse(error) || typeof error.data !== "object" || error.data === null) return null;
  return "unsaved" in error.data ? (error.data as UnsavedData).unsaved : null;
}
