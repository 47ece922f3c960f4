import { everyPageIsWell } from "#tests/journeys/every-page.ts";

everyPageIsWell("en", { view: { theme: "light", width: 1280 }, windows: [] });
