import { obviousWords } from "#app/domain/people/obvious-passwords.ts";
import type { Message } from "#app/i18n/message.ts";

export const passwordLength = { least: 12, most: 200 };

/**
 * What is wrong with a new password, or null. Length is what counts; kinds of characters are not asked for, because
 * people answer such rules with a capital first and a digit last (NIST SP 800-63B, appendix A).
 */
export function passwordFault(password: string, owner: { address: string; name: string }): Message | null {
  const length = [...password].length;
  if (length < passwordLength.least) return { key: "account.passwordTooShort", params: { min: passwordLength.least } };
  if (length > passwordLength.most) return { key: "account.passwordTooLong", params: { max: passwordLength.most } };
  const core = coreOf(password);
  const own = ownWords(owner);
  // An initial that is the only letter of a long password is no giveaway.
  if (core.length > 2 && isMadeOf(core, own)) return { key: "account.passwordIsName" };
  if (isOneThing(core) || isMadeOf(core, [...own, ...obviousWords])) return { key: "account.passwordObvious" };
  return null;
}

/** What whoever guesses knows of a person: the parts of the name and of the address. */
function ownWords({ address, name }: { address: string; name: string }): string[] {
  const [local = "", domain = ""] = address.split("@");
  const parts = [address, local, name, ...local.split(/[._+-]+/), ...domain.split(/[.-]+/), ...name.split(/[\s-]+/)];
  return parts.map(coreOf).filter((part) => part.length > 2);
}

/** Letters that may be left over, such as an initial, where all the rest is words that are known. */
const FEW_LETTERS = 3;

/** Whether nothing is left of it, or next to nothing, when these words are taken away. */
function isMadeOf(core: string, words: readonly string[]): boolean {
  if (!/\p{L}/u.test(core)) return false;
  // The longest first, or "admin" would leave something of "administrator".
  const known = [...words].sort((a, b) => b.length - a.length);
  const left = known.reduce((rest, word) => (rest.includes(word) ? rest.replaceAll(word, " ") : rest), core);
  const letters = left.replaceAll(" ", "").length;
  return letters < core.length && letters <= FEW_LETTERS;
}

/** Letters alone, lower case, without marks: "Lozinka-2026!" is "lozinka". Passwords of digits stay what they are. */
function coreOf(text: string): string {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
  const letters = folded.replace(/[^\p{L}]/gu, "");
  return letters.length > 0 ? letters : folded.replace(/[^\p{N}]/gu, "") || folded;
}

/** One character or a short piece repeated, or a run along the alphabet or the row of digits. */
function isOneThing(core: string): boolean {
  if (/^(.{1,4}?)\1*$/u.test(core) && core.length >= 6) return true;
  return core.length >= 4 && (runs.some((run) => run.includes(core)) || [...new Set(core)].length <= 2);
}

const runs = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "98765432109876543210",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
];
