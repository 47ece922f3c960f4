import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import type { MailHealthView } from "#app/views/outbox/mail-health-view.ts";

/** Whether mails leave the installation, and what an administrator can do about it. */
export function MailHealth({ health, answer }: { health: MailHealthView; answer?: FormAnswer }) {
  const t = useText();
  return (
    <div className="stack mb-4">
      <Notice tone={health.tone} title={health.title}>
        {health.text}
      </Notice>
      <FactList wide items={health.facts} />
      {health.canTest || health.held ? (
        <DeedForm answer={answer} names={{}}>
          {health.held ? <p>{health.held}</p> : null}
          <p className="cluster">
            {health.canTest ? (
              <Button name="what" value="test">
                {t("admin.mailTest")}
              </Button>
            ) : null}
            {health.held ? (
              <Button name="what" value="release">
                {t("admin.mailRelease")}
              </Button>
            ) : null}
          </p>
        </DeedForm>
      ) : null}
    </div>
  );
}
