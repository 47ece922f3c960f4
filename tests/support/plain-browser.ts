import { parseHTML } from "linkedom";

/** A page as a browser without JavaScript has it. */
export interface Page {
  status: number;
  url: string;
  html: string;
  document: Document;
  headers: Headers;
}

/**
 * A person with a browser that runs no scripts: keeps cookies, follows redirects, fills in and sends forms as HTML
 * says. What works with it works without JavaScript.
 */
export class PlainBrowser {
  readonly cookies = new Map<string, string>();
  page!: Page;
  /** Statuses of the last answer and of the redirects before it. */
  trail: number[] = [];

  constructor(
    readonly origin: string,
    readonly headers: Record<string, string> = { "accept-language": "en" },
  ) {}

  async open(path: string): Promise<Page> {
    return this.request("GET", path);
  }

  /** Signs in through the form, as everybody does. */
  async signIn(address: string, password: string, at = "/sign-in"): Promise<Page> {
    await this.open(at);
    return this.submit({ address, password });
  }

  /**
   * Sends a form of the page: the one whose submit button has the given words (or its `name=value`), or the first form
   * with a field of the first given name. Fields that are not given keep what the page put there.
   */
  async submit(
    fields: Record<string, string | string[] | null>,
    options: { button?: string; form?: string } = {},
  ): Promise<Page> {
    const { form, button } = this.findForm(fields, options);
    const data = formData(form, button);
    for (const [name, value] of Object.entries(fields)) {
      if (!form.querySelector(`[name="${name}"]`)) throw new Error(`No field ${name} on ${this.page.url}`);
      data.delete(name);
      for (const one of value === null ? [] : [value].flat()) data.append(name, one);
    }
    const action = button?.getAttribute("formaction") ?? form.getAttribute("action") ?? this.page.url;
    const target = new URL(action, this.page.url);
    if ((form.getAttribute("method") ?? "get").toLowerCase() === "get") {
      target.search = new URLSearchParams([...data] as [string, string][]).toString();
      return this.request("GET", target.pathname + target.search);
    }
    return this.request("POST", target.pathname + target.search, new URLSearchParams([...data] as [string, string][]));
  }

  /** Follows the first link whose text holds these words. */
  async follow(words: string): Promise<Page> {
    const link = [...this.page.document.querySelectorAll("main a[href], a[href]")].find((candidate) =>
      textOf(candidate).includes(words),
    );
    if (!link) throw new Error(`No link "${words}" on ${this.page.url}`);
    const target = new URL(link.getAttribute("href") ?? "", this.page.url);
    return this.open(target.pathname + target.search);
  }

  /** Text of `main`, white space folded. */
  get text(): string {
    return textOf(this.page.document.querySelector("main") ?? this.page.document.body);
  }

  async request(
    method: string,
    path: string,
    body?: URLSearchParams,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    this.trail = [];
    let target = new URL(path, this.origin);
    let verb = method;
    let content = body;
    for (let hop = 0; hop < 10; hop++) {
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(target, {
        method: verb,
        redirect: "manual",
        headers: {
          ...this.headers,
          ...(cookie ? { cookie } : {}),
          ...(verb === "POST" ? { origin: this.origin } : {}),
          ...headers,
        },
        body: content,
      });
      this.trail.push(response.status);
      for (const line of response.headers.getSetCookie()) this.keepCookie(line);
      const location = response.headers.get("location");
      if (location && response.status >= 300 && response.status < 400) {
        await response.arrayBuffer();
        target = new URL(location, target);
        verb = "GET";
        content = undefined;
        continue;
      }
      const html = await response.text();
      const { document } = parseHTML(html.startsWith("<") ? html : `<html><body>${html}</body></html>`);
      this.page = {
        status: response.status,
        url: target.href,
        html,
        document: document as unknown as Document,
        headers: response.headers,
      };
      return this.page;
    }
    throw new Error(`Redirects without end at ${path}`);
  }

  private keepCookie(line: string): void {
    const [pair = "", ...attributes] = line.split(";");
    const at = pair.indexOf("=");
    const gone = attributes.some((attribute) => attribute.trim().toLowerCase() === "max-age=0");
    if (gone) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  private findForm(fields: Record<string, unknown>, options: { button?: string; form?: string }) {
    const forms = [...this.page.document.querySelectorAll("form")];
    const buttons = forms.flatMap((form) =>
      // Also those that stand elsewhere and send it.
      [
        ...[...form.querySelectorAll("button")].filter((button) => !button.hasAttribute("form")),
        ...this.page.document.querySelectorAll(`button[form="${form.id || "-"}"]`),
      ].map((button) => ({ form, button: button as HTMLButtonElement })),
    );
    if (options.button) {
      const wanted = options.button;
      const found =
        buttons.find(
          ({ button }) =>
            textOf(button) === wanted || `${button.getAttribute("name")}=${button.getAttribute("value")}` === wanted,
        ) ?? buttons.find(({ button }) => textOf(button).includes(wanted));
      if (!found) throw new Error(`No button "${wanted}" on ${this.page.url}`);
      return found;
    }
    const [first] = Object.keys(fields);
    const form = forms.find((candidate) =>
      options.form ? candidate.getAttribute("action") === options.form : candidate.querySelector(`[name="${first}"]`),
    );
    if (!form) throw new Error(`No form with ${first} on ${this.page.url}`);
    return { form, button: form.querySelector("button[name]") as HTMLButtonElement | null };
  }
}

function formData(form: Element, button: Element | null): URLSearchParams {
  const data = new URLSearchParams();
  for (const field of form.querySelectorAll("input[name], select[name], textarea[name]")) {
    const name = field.getAttribute("name") ?? "";
    const type = field.getAttribute("type") ?? "text";
    if (field.hasAttribute("disabled")) continue;
    if (field.tagName === "SELECT") {
      const chosen = field.querySelector("option[selected]") ?? field.querySelector("option");
      if (chosen) data.append(name, chosen.getAttribute("value") ?? textOf(chosen));
    } else if (field.tagName === "TEXTAREA") data.append(name, field.textContent ?? "");
    else if (type === "checkbox" || type === "radio") {
      if (field.hasAttribute("checked")) data.append(name, field.getAttribute("value") ?? "on");
    } else data.append(name, field.getAttribute("value") ?? "");
  }
  const name = button?.getAttribute("name");
  if (name) data.append(name, button?.getAttribute("value") ?? "");
  return data;
}

function textOf(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}
