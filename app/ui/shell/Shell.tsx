import type { ReactNode } from "react";
import type { ShellData } from "#app/http/shell.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ANNOUNCER } from "#app/ui/base/announce.ts";
import { SendingButtons } from "#app/ui/forms/SendingButtons.tsx";
import { EnterButton } from "#app/ui/shell/ChoiceForm.tsx";
import { FlashNotice } from "#app/ui/shell/FlashNotice.tsx";
import { FocusAfterDeed } from "#app/ui/shell/FocusAfterDeed.tsx";
import { Footer } from "#app/ui/shell/Footer.tsx";
import { Header } from "#app/ui/shell/Header.tsx";
import { Keys } from "#app/ui/shell/Keys.tsx";
import { Navigation } from "#app/ui/shell/Navigation.tsx";
import { ShellContext } from "#app/ui/shell/ShellContext.tsx";
import { ShortcutKeys } from "#app/ui/shell/ShortcutKeys.tsx";

/** The frame of every page: header, navigation, the page, footer. */
export function Shell({ shell, children }: { shell: ShellData; children: ReactNode }) {
  const t = useText();
  return (
    <ShellContext.Provider value={shell}>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <EnterButton />
      <Header shell={shell} />
      <div className="shell">
        <Navigation shell={shell} />
        <main className="main" id="main" tabIndex={-1}>
          <FlashNotice shell={shell} />
          {children}
        </main>
      </div>
      <Footer shell={shell} />
      {shell.isPublic ? null : (
        <>
          <p className="visually-hidden" role="status" id={ANNOUNCER} />
          <FocusAfterDeed shell={shell} />
          <ShortcutKeys />
          <Keys />
          <SendingButtons />
        </>
      )}
    </ShellContext.Provider>
  );
}
