import type { Reason, Rule } from "#app/planner/problem.ts";
import { sure } from "#app/sure.ts";

const MAX_NAMED = 12;

/** A reason in English, for the command line; pages say it in the reader's language from the reason itself. */
export function sentenceOf(reason: Reason): string {
  switch (reason.kind) {
    case "overloaded":
      return reason.buffers > 0
        ? `${reason.person} has ${meetings(reason.meetings)} that take ${slots(reason.needed)} with ${reason.buffers} free between them, and ${slots(reason.free)} from the first free one to the last.`
        : reason.needed === reason.meetings
          ? `${reason.person} has ${meetings(reason.meetings)} and ${reason.free} free ${reason.free === 1 ? "slot" : "slots"}.`
          : `${reason.person} has ${meetings(reason.meetings)} that take ${slots(reason.needed)} and ${reason.free} free ${reason.free === 1 ? "slot" : "slots"}.`;
    case "crowded":
      return `${reason.person} needs ${slots(reason.needed)} for ${listed(reason.meetings)}, but these fit only into ${slotList(reason.slots)}.`;
    case "nowhere":
      return `${reason.meeting} has no slot in which ${listed(reason.people)} ${reason.people.length === 1 ? "is" : reason.people.length === 2 ? "are both" : "are all"} available and its own limits are kept.`;
    case "full":
      return `${listed(reason.meetings)} need ${reason.needed} places in ${slotList(reason.slots)}, where there ${reason.places === 1 ? "is" : "are"} ${reason.places}.`;
    case "cycle":
      return `${listed(reason.meetings)} wait for each other in a cycle.`;
    case "chain":
      return `${reason.meetings.join(", then ")}: these must follow one another, and there is too little room for that.`;
    case "conflict":
      return `These cannot hold together${reason.minimal ? "" : " (some may not be needed for that)"}: ${reason.rules.map(ruleText).join("; ")}.`;
    case "exhausted":
      return "No timetable keeps all rules. This is proven by search; the rules involved could not be narrowed down in the time given.";
  }
}

function ruleText(rule: Rule): string {
  switch (rule.kind) {
    case "one-at-a-time":
      return `${rule.person} can be in one meeting at a time`;
    case "availability":
      return `${rule.person} is away in some slots`;
    case "range":
      return `${rule.meeting} has a limited choice of slots`;
    case "fixed":
      return `${rule.meeting} is fixed in slot ${rule.slot}`;
    case "after":
      return `${rule.meeting} comes after ${rule.before}`;
    case "capacity":
      return `at most ${meetings(rule.places)} at the same time`;
    case "fairness":
      return `breaks differ by at most ${rule.most}`;
  }
}

function meetings(count: number): string {
  return `${count} ${count === 1 ? "meeting" : "meetings"}`;
}

function slots(count: number): string {
  return `${count} ${count === 1 ? "slot" : "slots"}`;
}

function listed(ids: readonly string[]): string {
  if (ids.length > MAX_NAMED) return `${ids.slice(0, MAX_NAMED).join(", ")} and ${ids.length - MAX_NAMED} more`;
  if (ids.length < 2) return ids.join("");
  return `${ids.slice(0, -1).join(", ")} and ${ids.at(-1)}`;
}

/** 1-3, 5. */
function slotList(numbers: readonly number[]): string {
  if (numbers.length === 0) return "no slot";
  const sorted = [...numbers].sort((a, b) => a - b);
  const runs: string[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    while (sorted[end + 1] === sure(sorted[end]) + 1) end++;
    runs.push(end === i ? `${sorted[i]}` : `${sorted[i]}-${sorted[end]}`);
    i = end + 1;
  }
  return `${numbers.length === 1 ? "slot" : "slots"} ${runs.join(", ")}`;
}
