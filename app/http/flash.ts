import type { FlashKey } from "#app/i18n/message.ts";

/**
 * Adds `?flash=area.key`: the page one is led to shows the message `area.flash.key` as a status message. The address
 * carries it no further than to the redirect, where `leadTo` moves it into a cookie.
 */
export function withFlash(path: string, flash: FlashKey): string {
  return `${path}${path.includes("?") ? "&" : "?"}flash=${flash}`;
}
