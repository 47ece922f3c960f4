import type { SharingLevel } from "#app/domain/codes.ts";
import { paths } from "#app/paths.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** Where and when a record is read, as a quotation of it says. */
export interface ReadAt {
  /** The public page of what is public, so that everybody can follow it. */
  address: string;
  /** Null on pages that are kept for everybody: the day would be that of another reader. */
  accessedOn: string | null;
}

/** Writes where and when a record is read. `publicUrl` is that of the installation. */
export function readAt(
  { number, sharing }: { number: string; sharing: SharingLevel },
  publicUrl: string,
  { locale, formats, now }: Pick<Viewer, "locale" | "formats" | "now">,
  { isStored = false } = {},
): ReadAt {
  const path = sharing === "public" ? paths.publicContribution(locale, number) : paths.contribution(number);
  return { address: `${publicUrl}${path}`, accessedOn: isStored ? null : formats.dateShort(now.toISOString()) };
}
