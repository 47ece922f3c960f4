import type { PasswordHelp } from "#app/domain/people/password-help-facts.server.ts";
import { textOf } from "#app/i18n/text.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A link that somebody made for another's password, in a list. */
export interface HelpInList {
  id: string;
  said: string;
  at: string;
}

/** Who made a link for whose password and how, and why. @param isOwn said to its owner */
export function helpText(help: PasswordHelp, { text }: Pick<Viewer, "text">, isOwn: boolean): string {
  const { name, by, way, reason } = help;
  const said = [textOf(text, `people.passwordHelp.${isOwn ? "own" : "other"}.${way}`, { name, by: by ?? "" })];
  if (reason) said.push(text("people.changeReason", { reason }));
  return said.join(" ");
}

/** Writes one for a list. */
export function helpInList(help: PasswordHelp, viewer: Viewer, isOwn: boolean): HelpInList {
  return { id: help.id, said: helpText(help, viewer, isOwn), at: viewer.formats.dateTime(help.at) };
}
