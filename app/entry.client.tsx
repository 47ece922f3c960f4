import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { TextProvider } from "#app/i18n/TextContext.tsx";
import { createText } from "#app/i18n/text.ts";

const { locale, messages } = globalThis.zbornikMessages ?? { locale: "en", messages: {} };

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <TextProvider text={createText(locale, messages)}>
        <RemixBrowser />
      </TextProvider>
    </StrictMode>,
  );
});
