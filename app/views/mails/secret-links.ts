import { paths } from "#app/paths.ts";

/** The link that accepts an invitation. */
export function invitationLink(publicUrl: string, secret: string): string {
  return `${publicUrl}${paths.invitation(secret)}`;
}

/** The link that sets a new password. */
export function resetLink(publicUrl: string, secret: string): string {
  return `${publicUrl}${paths.reset(secret)}`;
}
