import { everyPageIsWell } from "#tests/journeys/every-page.ts";
import { sizes } from "#tests/journeys/inspect.ts";

// Words are longer than in English: here it shows first where there is no room.
everyPageIsWell("bs", {
  view: { theme: "dark", width: 320 },
  windows: sizes.filter(({ text }) => text === "200%"),
  oneIn: 1,
});
