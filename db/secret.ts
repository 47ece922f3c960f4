/** How long the secret of an installation is. */
export const SECRET_BYTES = 32;

/** Whether the text of a file is the secret of an installation: what is shorter seals nothing. */
export function isSecret(text: string): boolean {
  return text.trim().length >= SECRET_BYTES * 2 && /^([0-9a-f]{2})+$/i.test(text.trim());
}
