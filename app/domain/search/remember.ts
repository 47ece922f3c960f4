/** Answers kept in each half of a memory. */
const MOST = 30_000;

/**
 * A pure function that remembers what it gave for what was asked last, between 30,000 and 60,000 answers: texts repeat
 * their words, and reading one costs far more than looking it up. `keep` makes the key that is kept of a question.
 */
export function remember<Asked, Answer extends object | null>(
  answer: (asked: Asked) => Answer,
  keep: (asked: Asked) => Asked = (asked) => asked,
): (asked: Asked) => Answer {
  let recent = new Map<Asked, Answer>();
  let earlier = new Map<Asked, Answer>();
  return (asked) => {
    let known = recent.get(asked);
    if (known !== undefined) return known;
    known = earlier.get(asked) ?? answer(asked);
    if (recent.size >= MOST) {
      earlier = recent;
      recent = new Map();
    }
    recent.set(keep(asked), known);
    return known;
  };
}
