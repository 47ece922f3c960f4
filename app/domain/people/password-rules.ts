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
  const own = [owner.address, owner.address.split("@")[0] ?? "", owner.name, ...owner.name.split(/\s+/)].map(coreOf);
  // An initial that is the only letter of a long password is no giveaway.
  if (core.length > 2 && own.includes(core)) return { key: "account.passwordIsName" };
  if (isOneThing(core) || obvious.has(core)) return { key: "account.passwordObvious" };
  return null;
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

/** Words that are tried first, in the languages of the people who use this. */
const obvious: ReadonlySet<string> = new Set(
  [
    "password passwort passw passwordpassword letmein letmeinplease welcome welcomewelcome changeme changemenow secret",
    "administrator admin adminadmin iloveyou iloveyouiloveyou qwertyqwerty qwertzqwertz monkey dragon sunshine",
    "lozinka lozinkalozinka mojalozinka novalozinka sifra mojasifra dobrodosli dobrodosla volimte tajna fjalekalimi",
    "sarajevo beograd belgrade skopje podgorica tirana prishtina pristina mirembrema zbornik zbornikzbornik",
  ]
    .join(" ")
    .split(" "),
);
