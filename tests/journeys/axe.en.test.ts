import { everyPageIsWell } from "#tests/journeys/every-page.ts";

// The same pages in the other language are all looked at: what is wide or light shows on a part of them.
everyPageIsWell("en", { view: { theme: "light", width: 1280 }, windows: [], oneIn: 3 });
