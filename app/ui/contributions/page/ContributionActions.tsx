import { reviewedStatuses } from "#app/domain/access/contribution-status.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import type { ContributionView } from "#app/views/contributions/contribution-view.ts";

/** What this viewer may do with a record; each is a page of its own. */
export function ContributionActions({ record }: { record: ContributionView }) {
  const t = useText();
  const { may, number, request, status } = record;
  const steps = forward(record) !== undefined;
  const edit = paths.contributionEdit(number);
  return (
    <div className="stack no-print">
      <ReviewActions record={record} />
      {record.second ? (
        <p>
          <LinkButton variant={steps ? "plain" : "primary"} href={paths.secondReading(number, record.second.language)}>
            {t("knowledge.secondRead")}
          </LinkButton>
        </p>
      ) : null}
      {may.decide && request ? (
        <p>
          <LinkButton variant={steps ? "plain" : "primary"} href={paths.sharingRequest(request.id)}>
            {t("sharing.decide")}
          </LinkButton>
        </p>
      ) : null}
      {may.edit ? (
        <p>
          <LinkButton variant={may.decide || steps ? "plain" : "primary"} icon="pencil" href={edit}>
            {status === "draft" || may.complete ? t("knowledge.completeRecord") : t("knowledge.editRecord")}
          </LinkButton>
        </p>
      ) : null}
      {request ? (
        <p className="soft minor">{t("sharing.asksFor", { level: t(`codes.sharing.${request.toLevel}`) })}</p>
      ) : null}
      <ul className="stack">
        {may.ask || may.lower || request ? (
          <li>
            <a className="icon-link" href={paths.contributionSharing(number)}>
              <Icon name="level-group" />
              {t("sharing.change")}
            </a>
          </li>
        ) : null}
        {may.raiseUnread ? (
          <li>
            <a className="icon-link" href={paths.unreadSharing(number)}>
              <Icon name="level-group" />
              {t("sharing.unreadLink")}
            </a>
          </li>
        ) : null}
        {may.edit && status !== "draft" ? (
          <li>
            <a className="icon-link" href={paths.contributionTranslation(number)}>
              <Icon name="globe" />
              {t("knowledge.translate")}
            </a>
          </li>
        ) : null}
        {status === "draft" ? null : (
          <li>
            <a className="icon-link" href={paths.contributionHistory(number)}>
              <Icon name="history" />
              {t("knowledge.history")}
            </a>
          </li>
        )}
        {record.review?.decisions.includes("archived") ? (
          <li>
            <a className="icon-link" href={paths.review(number, "archived")}>
              <Icon name="stop" />
              {t("knowledge.review.archived")}
            </a>
          </li>
        ) : null}
        {may.withdraw ? (
          <li>
            <a className="icon-link" href={paths.withdrawal(number)}>
              <Icon name="undo" />
              {status === "draft" ? t("knowledge.discard") : t("knowledge.withdraw")}
            </a>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

/** The next step of the review, where it is this viewer's. */
function forward({ review }: ContributionView): "checked" | "validated" | undefined {
  return reviewedStatuses.find((decision) => review?.decisions.includes(decision));
}

/** One button for what was read here; returning asks for a reason on its own page. */
function ReviewActions({ record }: { record: ContributionView }) {
  const t = useText();
  const { number, review } = record;
  const step = forward(record);
  return (
    <>
      {review && step ? (
        <DeedForm action={paths.review(number)}>
          <input type="hidden" name="revision" value={review.revision} />
          <p>
            <Button variant="primary" name="decision" value={step}>
              {t(`knowledge.review.${step}`)}
            </Button>
          </p>
        </DeedForm>
      ) : null}
      {review?.decisions.includes("returned") ? (
        <p>
          <LinkButton variant="quiet" href={paths.review(number, "returned")}>
            {t("knowledge.review.returned")}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}
