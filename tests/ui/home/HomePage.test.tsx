import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { HomePage } from "#app/ui/home/HomePage.tsx";
import { whatAwaitsView } from "#app/views/home/what-awaits-view.server.ts";
import { now } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";
import { type World, world } from "#tests/support/world.ts";

const text = textFor("en");

it("tells each of those who consent for whose records they do", async () => {
  const store = testStore();
  const w = await world(store);
  const told = async (who: keyof World["people"]) => {
    const found = await findWhatAwaits(store.read, await w.actor(w.people[who]), w.groupId, now);
    const page = { title: "Home", today: "", groupId: w.groupId, people: null, setUp: null, helps: [] };
    const html = renderToStaticMarkup(
      <TextProvider text={text}>
        <HomePage {...page} awaits={whatAwaitsView(found, viewer())} />
      </TextProvider>,
    );
    const texts = ["home.noRequestsText", "home.noRequestsOrganiser"] as const;
    return texts.filter((key) => html.includes(text(key)));
  };
  expect({
    speaker: await told("speakerBa"),
    organiser: await told("organiser"),
    participant: await told("participantBa"),
    consultant: await told("consultant"),
  }).toEqual({
    speaker: ["home.noRequestsText"],
    organiser: ["home.noRequestsOrganiser"],
    participant: [],
    consultant: [],
  });
});
