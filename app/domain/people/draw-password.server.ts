import { randomInt } from "node:crypto";

// Without characters that are read for one another.
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

/** A random password of four groups of five, 99 bits, to be read aloud or typed from paper. */
export function drawPassword(): string {
  const group = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
