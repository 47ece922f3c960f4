import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/base/Section.tsx";
import { Steps } from "#app/ui/base/Steps.tsx";

/** For an administrator of a new installation, who is in no working group: what to set up, in this order. */
export function SetUpSteps() {
  const t = useText();
  return (
    <Section id="set-up" title={t("home.setUp")} note={t("home.setUpNote")}>
      <Steps
        down
        label={t("home.setUp")}
        steps={[
          {
            text: t("home.stepProgramme"),
            note: t("home.stepProgrammeNote"),
            href: paths.adminProgramme(),
            state: "ahead",
          },
          {
            text: t("home.stepBeneficiaries"),
            note: t("home.stepBeneficiariesNote"),
            href: paths.adminBeneficiaries(),
            state: "ahead",
          },
          {
            text: t("home.stepInstitutions"),
            note: t("home.stepInstitutionsNote"),
            href: paths.adminInstitutions(),
            state: "ahead",
          },
          { text: t("home.stepGroups"), note: t("home.stepGroupsNote"), href: paths.adminGroups(), state: "ahead" },
          { text: t("home.stepMail"), note: t("home.stepMailNote"), href: paths.adminMail(), state: "ahead" },
        ]}
      />
      <p className="soft mt-5">{t("home.administratorNote")}</p>
    </Section>
  );
}
