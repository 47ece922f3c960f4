import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sha256 } from "#app/domain/identity.server.ts";
import { forgottenForm } from "#app/domain/people/account-input.server.ts";
import { requestPasswordReset } from "#app/domain/people/request-password-reset.server.ts";
import { publicDeed } from "#app/http/deed.server.ts";
import { publicPage } from "#app/http/page.server.ts";
import { pressed } from "#app/http/pressed.server.ts";
import { tell } from "#app/http/tell.server.ts";
import { ForgottenPage } from "#app/ui/account/ForgottenPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const handle = { plain: true };
export const meta = titleMeta;
export const headers = ({ actionHeaders }: { actionHeaders: Headers }) => actionHeaders;

export const loader = publicPage(async (visit) => ({
  title: visit.text("signIn.forgottenTitle"),
  canMail: visit.context.config.smtpUrl !== null,
}));

export const action = publicDeed({
  input: forgottenForm,
  act: (visit, { address }, store) => {
    const { limits, network, config } = visit.context;
    const ask = async () => {
      // Asked for often enough, the last link still works: said is the same.
      if ((await limits.take("resetAccount", sha256(address))) > 0) return null;
      // Without a mail server a link could reach nobody.
      if (!config.smtpUrl) return null;
      const { accountId } = await requestPasswordReset(store, { address }, visit.now);
      tell(visit, "password-reset.asked", { accountId });
      return null;
    };
    return pressed(visit.context, [["resetLine", network.keys[0] ?? "unknown"]], ask, () => true);
  },
  then: () => data({ asked: true as const }),
});

export default function ForgottenPassword() {
  const { canMail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const asked = answer !== undefined && "asked" in answer;
  return <ForgottenPage canMail={canMail} asked={asked} answer={asked ? undefined : answer} />;
}
