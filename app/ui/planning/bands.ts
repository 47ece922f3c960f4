import { SLOT_MINUTES } from "#app/domain/timetable/timetable-grid.ts";

/** What a row of a timetable says of itself: at how many minutes since midnight it begins. */
export const ROW_ATTRIBUTE = "data-minute";

/** Lays a band over the rows of the timetable beside it, from a minute on for so many. */
export function layBand(band: HTMLElement, minute: number, minutes: number): void {
  const area = band.closest(".drop-area");
  const rows = [...(area?.querySelectorAll<HTMLElement>(`tr[${ROW_ATTRIBUTE}]`) ?? [])];
  if (!area || rows.length === 0) return;
  const top = area.getBoundingClientRect().top;
  const heightAt = (at: number) => {
    const row = rows.findLast((one) => Number(one.getAttribute(ROW_ATTRIBUTE)) <= at) ?? rows[0];
    const box = row?.getBoundingClientRect();
    const within = (at - Number(row?.getAttribute(ROW_ATTRIBUTE))) / SLOT_MINUTES;
    return box ? box.top - top + Math.min(1, Math.max(0, within)) * box.height : 0;
  };
  const from = heightAt(minute);
  band.style.insetBlockStart = `${from}px`;
  band.style.blockSize = `${heightAt(minute + minutes) - from}px`;
}
