import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ChangesList } from "#app/ui/people/ChangesList.tsx";
import type { ChangeInList } from "#app/views/people/change-in-list.ts";

/** Who is new in the group, for those whom it concerns; for an organiser who is alone, how people get there. */
export function PeopleNews({ isAlone, changes }: { isAlone: boolean; changes: ChangeInList[] }) {
  const t = useText();
  return (
    <>
      {isAlone ? (
        <Section id="people" title={t("people.title")}>
          <Empty
            title={t("home.alone")}
            action={
              <>
                <LinkButton href={paths.newInvitation()} icon="plus" variant="primary">
                  {t("people.invite")}
                </LinkButton>
                <LinkButton href={paths.severalInvitations()}>{t("people.inviteSeveral")}</LinkButton>
              </>
            }
          >
            {t("home.aloneText")}
          </Empty>
        </Section>
      ) : null}
      <ChangesList changes={changes} />
    </>
  );
}
