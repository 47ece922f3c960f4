import type { Model } from "#app/planner/model.ts";
import type { Random } from "#app/planner/random.ts";
import { breaksIn } from "#app/planner/search/objective.ts";
import { sure } from "#app/sure.ts";

/** How many of those who could be next are chosen from: with few, people who are close come first. */
const CHOICE = 12;
/** Of three people somebody meets, about how many are followed. */
const FOLLOWED = 2;

/**
 * All people, in a random order that begins with one who has a break and goes on with those they meet, those these
 * meet, and so on.
 * @param start a complete timetable, by meeting
 */
export function acquaintedFirst(model: Model, start: Int32Array, random: Random): number[] {
  const broken = Array.from(model.diary.keys()).filter((p) => breaksIn(model, start, p) > 0);
  const seen = new Uint8Array(model.people);
  const waiting = [sure(broken.length > 0 ? broken[random.below(broken.length)] : random.below(model.people))];
  seen[sure(waiting[0])] = 1;
  const order: number[] = [];
  while (waiting.length > 0) {
    const [p] = waiting.splice(random.below(Math.min(waiting.length, CHOICE)), 1);
    order.push(sure(p));
    for (const m of sure(model.diary[sure(p)])) {
      for (const q of sure(model.attendees[m])) {
        if (seen[q] || random.below(3) >= FOLLOWED) continue;
        seen[q] = 1;
        waiting.push(q);
      }
    }
  }
  for (let p = 0; p < model.people; p++) if (!seen[p]) order.push(p);
  return order;
}
