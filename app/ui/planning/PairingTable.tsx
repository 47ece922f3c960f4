import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/base/Badge.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { type Column, Table } from "#app/ui/base/Table.tsx";
import type { PairingInList } from "#app/views/planning/pairing-in-list.server.ts";

/** Who meets whom, each with the way to change it: its session where it has one. */
export function PairingTable({ roundId, pairings }: { roundId: string; pairings: readonly PairingInList[] }) {
  const t = useText();
  const columns: Column<PairingInList>[] = [
    {
      key: "name",
      head: t("plan.with"),
      rowHead: true,
      cell: ({ name, language, minutes }) => (
        <span className="person">
          {name}
          <small>
            {language}, {t("sessions.minutesShort", { n: minutes })}
          </small>
        </span>
      ),
    },
    {
      key: "team",
      head: t("sessions.consultants"),
      foldLabel: t("sessions.consultants"),
      cell: ({ consultants, interpreter }) => (
        <span className="person">
          {consultants.length > 0 ? consultants.join(", ") : t("plan.nobodyYet")}
          {interpreter ? <small>{t("sessions.withInterpreter", { name: interpreter })}</small> : null}
        </span>
      ),
    },
    {
      key: "delegates",
      head: t("sessions.members"),
      foldLabel: t("sessions.members"),
      cell: ({ delegates, allDelegates }) =>
        delegates === 0
          ? t("plan.nobodyYet")
          : allDelegates
            ? t("plan.allDelegates", { count: delegates })
            : t("plan.delegateCount", { count: delegates }),
    },
    {
      key: "state",
      head: t("plan.state"),
      foldLabel: t("plan.state"),
      cell: ({ session, cannot }) =>
        session ? (
          <>
            <a href={paths.session(session.id)}>{session.when}</a>{" "}
            {cannot.length > 0 ? (
              <Badge icon="stop" tone="bad">
                {t("availability.clash", { names: cannot.join(", ") })}
              </Badge>
            ) : null}
          </>
        ) : (
          <span className="soft">{t("plan.noTime")}</span>
        ),
    },
    {
      key: "act",
      head: t("plan.editPairing"),
      headHidden: true,
      kind: "buttons",
      cell: ({ id, name, session }) => (
        <LinkButton small href={session ? paths.sessionEdit(session.id) : paths.pairing(roundId, id)} about={name}>
          {t("plan.editPairing")}
        </LinkButton>
      ),
    },
  ];
  return (
    <Table caption={t("plan.pairings")} captionHidden fold rows={pairings} rowKey={({ id }) => id} columns={columns} />
  );
}
