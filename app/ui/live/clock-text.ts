/** A time span as a clock shows it: "12:34", "1:02:34". Below zero it counts as its size. @param span milliseconds */
export function clockText(span: number): string {
  const seconds = Math.floor(Math.abs(span) / 1000);
  const two = (part: number) => String(part).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Whole minutes of a time span. @param span milliseconds */
export function minutesOf(span: number): number {
  return Math.floor(span / 60_000);
}
