import { demoStore } from "#tests/support/demo.ts";
import { type Site, serve } from "#tests/support/site.ts";

/** The product with the demonstration programme, served for one test file. */
export async function siteWithDemo(): Promise<
  Site & { store: Awaited<ReturnType<typeof demoStore>>; end: () => Promise<void> }
> {
  const store = await demoStore();
  const site = await serve(store);
  return {
    ...site,
    store,
    end: async () => {
      await site.close();
      await store.close();
    },
  };
}
