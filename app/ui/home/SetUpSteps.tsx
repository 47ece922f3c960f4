import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { SetUp } from "#app/ui/administration/SetUp.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { SetUpStep } from "#app/views/programme/set-up-steps.ts";

/** For an administrator who is in no working group: what is left to set up, and what this role is. */
export function SetUpSteps({ steps }: { steps: readonly SetUpStep[] }) {
  const t = useText();
  return (
    <>
      <SetUp steps={steps} />
      <Section id="administration" title={t("admin.title")}>
        <p>
          <a href={paths.administration()}>{t("home.toAdministration")}</a>
        </p>
        <p className="soft mt-5">{t("home.administratorNote")}</p>
      </Section>
    </>
  );
}
