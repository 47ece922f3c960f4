import { useEffect, useRef } from "react";
import { type LiveCourse, usedBy } from "#app/domain/live/live-course.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { announce } from "#app/ui/base/announce.ts";
import type { LiveItemView } from "#app/views/live/live-view.server.ts";

/** Has read out that another item is spoken about, a pause, the end, and once that the time of an item is over. */
export function useCourseAnnounced(course: LiveCourse, current: LiveItemView | null, now: number): void {
  const t = useText();
  const { phase } = course;
  const isOver = phase === "running" && current !== null && usedBy(course, current.id, now) > current.minutes * 60_000;
  const title = phase === "running" ? (current?.title ?? "") : "";
  const said = title ? t("live.nowIs", { item: title }) : t(`live.phase.${phase}`);
  const first = useRef(said);
  useEffect(() => {
    if (first.current === said) return;
    first.current = said;
    announce(said);
  }, [said]);
  const sentence = t("live.isOver");
  const wasOver = useRef(isOver);
  useEffect(() => {
    if (isOver && !wasOver.current) announce(sentence);
    wasOver.current = isOver;
  }, [isOver, sentence]);
}
