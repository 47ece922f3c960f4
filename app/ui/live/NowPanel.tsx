import { elapsed, itemAfter, usedBy } from "#app/domain/live/live-course.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { clockText } from "#app/ui/live/clock-text.ts";
import { MoveButtons } from "#app/ui/live/MoveButtons.tsx";
import { useCourseAnnounced } from "#app/ui/live/use-course-announced.ts";
import type { LiveItemView, LiveView } from "#app/views/live/live-view.server.ts";

/** What is spoken about, with the time used and left, what comes next, and the buttons of who runs the session. */
export function NowPanel({ live, answer }: { live: LiveView; answer?: FormAnswer }) {
  const t = useText();
  const { course, items, lang, now, session, may } = live;
  const timed = items.filter(({ internal }) => !internal);
  const current = timed.find(({ id }) => id === course.itemId) ?? null;
  const next = itemAfter(timed, course);
  const sinceStart = elapsed(course, now);
  // One that nobody started in its time is not over time.
  const isMissed = course.phase === "ready" && Date.parse(session.endsAt) < now;
  const hasClock = course.phase !== "ended" && !isMissed;
  useCourseAnnounced(course, current, now);
  return (
    <Section id="now" title={t("live.now")} note={t(`live.phase.${course.phase}`)} className="live-now">
      {course.phase === "ready" ? <p className="live-item">{t("live.notStarted")}</p> : null}
      {course.phase === "ended" ? (
        <p className="live-item">{t("live.ended", { time: clockText(sinceStart ?? 0) })}</p>
      ) : null}
      {current && (course.phase === "running" || course.phase === "paused") ? (
        <Current item={current} live={live} />
      ) : null}
      <FactLine className="mt-2">
        {course.phase !== "ended" && next ? (
          <span>
            {t("live.next")} <span lang={lang}>{next.title}</span>, {t("sessions.minutesShort", { n: next.minutes })}
          </span>
        ) : null}
        {course.phase === "running" && !next ? t("live.lastItem") : null}
        {hasClock ? <SessionClock live={live} /> : null}
      </FactLine>
      {may.run ? <MoveButtons live={live} hasNext={next !== null} answer={answer} /> : null}
    </Section>
  );
}

function Current({ item, live }: { item: LiveItemView; live: LiveView }) {
  const t = useText();
  const { course, lang, now } = live;
  const planned = item.minutes * 60_000;
  const used = usedBy(course, item.id, now);
  const isOver = used > planned;
  return (
    <>
      <p className="live-item" lang={lang}>
        {item.title}
      </p>
      <p className="live-clock" role="timer" aria-live="off">
        <span className="figures">
          {t("live.used", { time: clockText(used), planned: t("sessions.minutesShort", { n: item.minutes }) })}
        </span>{" "}
        <span className={isOver ? "figures is-bad" : "figures"}>
          {isOver
            ? t("live.over", { time: clockText(used - planned) })
            : t("live.left", { time: clockText(planned - used) })}
        </span>
      </p>
      <progress value={Math.min(used, planned)} max={Math.max(1, planned)} aria-label={t("live.progress")} />
    </>
  );
}

function SessionClock({ live: { session, course, now } }: { live: LiveView }) {
  const t = useText();
  const ahead = Date.parse(session.startsAt) - now;
  if (course.phase === "ready" && ahead > 0) {
    return <span className="figures">{t("live.sessionBegins", { time: clockText(ahead) })}</span>;
  }
  const left = Date.parse(session.endsAt) - now;
  return (
    <span className={left < 0 ? "figures is-bad" : "figures"}>
      {left < 0 ? t("live.sessionOver", { time: clockText(left) }) : t("live.sessionLeft", { time: clockText(left) })}
    </span>
  );
}
