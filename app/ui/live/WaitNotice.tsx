import type { Wait } from "#app/domain/live/find-wait.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { minutesOf } from "#app/ui/live/clock-text.ts";

/** "You are next": that the session before runs, and no word of what it is. @param now milliseconds since 1970 */
export function WaitNotice({ wait, now }: { wait: Wait | null; now: number }) {
  const t = useText();
  if (!wait) return null;
  const over = wait.overSince === null ? 0 : minutesOf(now - Date.parse(wait.overSince));
  return (
    <Notice title={t("live.youAreNext")} className="mb-5">
      {t(wait.isLast ? "live.beforeAtLast" : "live.beforeRuns")}{" "}
      {over > 0 ? t("live.beforeOver", { count: over }) : null}
    </Notice>
  );
}
