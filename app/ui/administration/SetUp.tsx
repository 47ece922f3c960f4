import { useText } from "#app/i18n/TextContext.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Steps } from "#app/ui/base/Steps.tsx";
import type { SetUpStep } from "#app/views/programme/set-up-steps.ts";

/** What an administrator sets up, how far it has come, and the step that is next; gone when nothing is awaited. */
export function SetUp({ steps }: { steps: readonly SetUpStep[] }) {
  const t = useText();
  const current = steps.findIndex(({ isDone, isOptional }) => !isDone && !isOptional);
  const next = steps[current];
  if (!next) return <Awaited steps={steps} />;
  const needed = steps.filter(({ isOptional }) => !isOptional);
  const done = needed.filter(({ isDone }) => isDone).length;
  const progress = t("admin.progress", { done, all: needed.length });
  return (
    <Section id="set-up" title={t("admin.setup")} note={progress}>
      <div className="stack">
        <Steps
          down
          explained
          label={t("admin.setup")}
          doneWord={t("admin.done")}
          steps={steps.map(({ text, note, href, isDone, isOptional }, at) => ({
            ...{ text, note },
            // A step can be taken once the one before is done, and what can be left out at any time.
            href: at <= current || isDone || isOptional ? href : undefined,
            state: isDone ? "done" : at === current ? "current" : "ahead",
          }))}
        />
        <div>
          <LinkButton href={next.href} variant="primary">
            {next.text}
          </LinkButton>
        </div>
      </div>
    </Section>
  );
}

/** Everything is set up, but for what others have to do. */
function Awaited({ steps }: { steps: readonly SetUpStep[] }) {
  const t = useText();
  const step = steps.find(({ awaited }) => awaited !== undefined);
  if (!step) return null;
  return (
    <Notice title={step.note} className="mb-5">
      <a href={step.awaited}>{t("admin.toGroup")}</a>
    </Notice>
  );
}
