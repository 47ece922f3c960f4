import ICAL from "ical.js";

/** What a calendar program takes from a calendar text with one event; times in UTC. */
export function calendarFacts(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = calendar.getFirstSubcomponent("vevent")!;
  const value = (name: string) => String(event.getFirstPropertyValue(name));
  const time = (name: string) => (event.getFirstPropertyValue(name) as ICAL.Time).toJSDate().toISOString();
  return {
    method: calendar.getFirstPropertyValue("method"),
    times: [time("dtstart"), time("dtend")],
    title: value("summary"),
    uid: value("uid"),
    sequence: Number(value("sequence")),
    link: value("location"),
    to: event.getAllProperties("attendee").map((one) => String(one.getFirstValue()).replace(/^mailto:/i, "")),
  };
}
