/** The id of the live region of every page, there from the beginning and empty. */
export const ANNOUNCER = "announcer";

/** Milliseconds that a region stays empty: what stands in it at once, or in the same moment again, is not read out. */
const SILENCE = 150;

let waiting: number | undefined;

/** Has a screen reader say a sentence without moving the focus. Something newer takes its place. */
export function announce(sentence: string): void {
  const region = document.getElementById(ANNOUNCER);
  if (!region) return;
  region.textContent = "";
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    region.textContent = sentence.trim();
  }, SILENCE);
}
