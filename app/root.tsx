import { data, type LinksFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { ASK_AGAIN_AFTER } from "#app/domain/search/search-not-ready.ts";
import { flashSaid } from "#app/http/lead-to.server.ts";
import { publicPage } from "#app/http/page.server.ts";
import { findShell } from "#app/http/shell.server.ts";
import { MoreTexts } from "#app/i18n/TextContext.tsx";
import styles from "#app/styles/app.css?url";
import { useUnsavedAnswer } from "#app/ui/forms/UnsavedAnswer.ts";
import { UnsavedTexts } from "#app/ui/forms/UnsavedTexts.tsx";
import { unsavedIn } from "#app/ui/forms/unsaved-in.ts";
import { ErrorPage } from "#app/ui/shell/ErrorPage.tsx";
import { useFallbackShell } from "#app/ui/shell/FallbackShell.tsx";
import { Shell } from "#app/ui/shell/Shell.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
];

export const meta = titleMeta;

export const loader = publicPage(async (visit, args) => {
  const shell = await findShell(visit, new URL(args.request.url));
  return data(shell, visit.flash ? { headers: { "Set-Cookie": flashSaid(visit.context) } } : {});
});

/**
 * Whether the page sends no script at all: routes that carry `handle = { public: true }`, so that their HTML can be
 * stored, and for who is not signed in those with `handle = { plain: true }`, which is all that stands between a person
 * and their work.
 */
function useIsPlain(isSignedIn: boolean): boolean {
  return useMatches().some(
    ({ handle }) =>
      typeof handle === "object" &&
      handle !== null &&
      (("public" in handle && handle.public === true) || ("plain" in handle && handle.plain === true && !isSignedIn)),
  );
}

export function Layout({ children }: { children: React.ReactNode }) {
  const loaded = useRouteLoaderData<typeof loader>("root");
  const fallback = useFallbackShell();
  const shell = loaded ?? fallback;
  const isPlain = useIsPlain(Boolean(loaded?.account));
  const error = useRouteError();
  // The search index is not in memory yet: the page asks again by itself.
  const isLoading = error !== undefined && statusOf(error) === 503;
  return (
    <html lang={shell?.locale ?? "en"} {...(shell?.theme ? { "data-theme": shell.theme } : {})}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {loaded || !fallback ? <Meta /> : <title>{`${fallback.errorTitles[statusOf(error)] ?? ""} - Zbornik`}</title>}
        {isLoading ? <meta httpEquiv="refresh" content={String(ASK_AGAIN_AFTER)} /> : null}
        <Links />
      </head>
      <body>
        {children}
        {isPlain || !loaded ? null : (
          <>
            <script src={loaded.catalogue} nonce={loaded.nonce} suppressHydrationWarning />
            <ScrollRestoration nonce={loaded.nonce} />
            <Scripts nonce={loaded.nonce} />
          </>
        )}
      </body>
    </html>
  );
}

export default function Root() {
  const shell = useLoaderData<typeof loader>();
  return (
    <MoreTexts messages={shell.messages}>
      <Shell shell={shell}>
        <Outlet />
      </Shell>
    </MoreTexts>
  );
}

export function ErrorBoundary() {
  const loaded = useRouteLoaderData<typeof loader>("root");
  const fallback = useFallbackShell();
  const shell = loaded ?? fallback;
  const error = useRouteError();
  const answered = useUnsavedAnswer();
  const status = statusOf(error);
  const unsaved = unsavedIn(error) ?? answered;
  const page = (
    <>
      <ErrorPage
        status={status}
        requestId={shell?.requestId}
        home={shell?.home ?? "/"}
        ofAnother={unsaved?.ofAnother}
      />
      {unsaved ? <UnsavedTexts unsaved={unsaved} isGone={status === 404} /> : null}
    </>
  );
  return shell ? <Shell shell={shell}>{page}</Shell> : page;
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}
