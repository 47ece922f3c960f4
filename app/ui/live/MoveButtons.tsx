import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import type { LiveView } from "#app/views/live/live-view.server.ts";

/** Form of the buttons in the agenda that go to any item. */
export const GO_TO_ITEM = "go-to-item";

/** Start, next, pause, go on, end, and back from a step that was a mistake. */
export function MoveButtons({ live, hasNext, answer }: { live: LiveView; hasNext: boolean; answer?: FormAnswer }) {
  const t = useText();
  const { phase, version, startedAt } = live.course;
  const isGoing = phase === "running" || phase === "paused";
  return (
    <>
      <DeedForm answer={answer} names={{}} className="actions live-moves" isUntyped>
        <input type="hidden" name="seen" value={version} />
        {phase === "ready" ? (
          <Button variant="primary" name="move" value="start">
            {t("live.start")}
          </Button>
        ) : null}
        {phase === "running" && hasNext ? (
          <Button variant="primary" icon="right" name="move" value="next">
            {t("live.toNext")}
          </Button>
        ) : null}
        {phase === "paused" ? (
          <Button variant="primary" name="move" value="resume">
            {t("live.resume")}
          </Button>
        ) : null}
        {phase === "running" ? (
          <Button icon="pause" name="move" value="pause">
            {t("live.pause")}
          </Button>
        ) : null}
        {isGoing ? (
          <Button variant={phase === "running" && !hasNext ? "primary" : "plain"} name="move" value="end">
            {t("live.end")}
          </Button>
        ) : null}
        {startedAt ? (
          <Button variant="quiet" icon="undo" name="move" value="undo">
            {t("live.undo")}
          </Button>
        ) : null}
      </DeedForm>
      <DeedForm id={GO_TO_ITEM} className="" isUntyped>
        <input type="hidden" name="move" value="item" />
        <input type="hidden" name="seen" value={version} />
      </DeedForm>
    </>
  );
}
