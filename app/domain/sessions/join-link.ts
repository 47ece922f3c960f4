import { Refused } from "#app/domain/errors.ts";

/** @throws Refused for a join link that is not a whole http or https address, at the field that held it */
export function checkJoinLink(link: string | null, field = "joinLink"): void {
  if (link === null) return;
  const url = URL.canParse(link) ? new URL(link) : null;
  const web = url !== null && (url.protocol === "https:" || url.protocol === "http:") && url.hostname !== "";
  if (!web || url.username !== "" || url.password !== "") {
    throw new Refused([{ field, message: { key: "sessions.badJoinLink" } }]);
  }
}
