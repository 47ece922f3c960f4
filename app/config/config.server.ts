import { resolve } from "node:path";
import { z } from "zod";
import { makeSecret } from "#app/config/secret.server.ts";
import { defaultSender, isUnread, readSender } from "#app/config/sender.ts";

/** Settings of an installation, from the environment, read once. */
export interface Settings {
  port: number;
  /** Scheme, host and port under which people reach it; no trailing slash. */
  publicUrl: string;
  https: boolean;
  /**
   * Whether browsers keep to https for hosts below this one too: those are others', unless somebody says they are not.
   */
  hstsSubdomains: boolean;
  dataDir: string;
  smtpUrl: string | null;
  /** Sender: a mailbox that somebody reads. */
  mailFrom: string;
  /** ORGANIZER of invitations, whose mails are read: the one that is named, else the sender. Null: none are. */
  mailReplyTo: string | null;
  /** Mailbox that answers come into, with user and password; null where they are piped, or not read. */
  imapUrl: string | null;
  /** What express calls `trust proxy`: false, a number of hops, or addresses. */
  trustProxy: false | number | string;
  /** Whether an empty folder gets the demonstration: known names and one password, so under https on demand alone. */
  demo: boolean;
  demoPassword: string | null;
  logLevel: string;
  /** Minutes without a request after which a sign-in ends. */
  idleMinutes: number;
  /** Days that the security log goes back. */
  securityLogDays: number;
  /** When and where the server makes backups by itself; null where it does not. */
  backups: BackupSettings | null;
}

export interface BackupSettings {
  folder: string;
  everyHours: number;
  /** How many are kept: the newest of so many days, weeks and months. */
  keep: { days: number; weeks: number; months: number };
}

/** Settings with what the data folder keeps. */
export interface Config extends Settings {
  /** Random, kept in the data folder: seals what leaves the server and must come back unchanged. */
  secret: Buffer;
}

const environment = z.object({
  PORT: numberWithin(1, 65535, "").default(3000),
  PUBLIC_URL: z
    .string()
    .optional()
    .refine(
      (value) => !value || isOrigin(value),
      "must be an address such as https://zbornik.example.org, without a path",
    ),
  DATA_DIR: z.string().min(1).default("data"),
  SMTP_URL: z
    .string()
    .optional()
    .refine((value) => !value || /^smtps?:\/\/.+/.test(value), "must start with smtp:// or smtps://"),
  MAIL_FROM: z
    .string()
    .optional()
    .refine(
      (value) => !value || readSender(value) !== null,
      "must be one plain mail address such as sessions@zbornik.example.org",
    )
    .refine(
      (value) => !value || !isUnread(value),
      "must be a mailbox that somebody reads: invitations name it as their organiser",
    ),
  MAIL_REPLY_TO: z
    .string()
    .optional()
    .refine(
      (value) => !value || (readSender(value) !== null && !isUnread(value)),
      "must be one plain mail address whose mails the command `mail receive` gets, or that IMAP_URL reads",
    ),
  IMAP_URL: z
    .string()
    .optional()
    .refine(
      (value) => !value || isMailbox(value),
      "must be imap://USER:PASSWORD@HOST/FOLDER or imaps://USER:PASSWORD@HOST/FOLDER",
    ),
  TRUST_PROXY: z.string().optional(),
  DEMO: z.enum(["0", "1"], { error: "must be 0 or 1" }).optional(),
  DEMO_PASSWORD: z.string().min(12, "must have at least 12 characters").optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  BACKUP_DIR: z.string().optional(),
  BACKUP_EVERY_HOURS: numberWithin(1, 168, " of hours").default(24),
  BACKUP_KEEP: z
    .string()
    .regex(/^[1-9]\d{0,2},\d{1,3},\d{1,3}$/, "must be three numbers: of days, weeks and months, such as 7,4,6")
    .default("7,4,6"),
  HSTS_SUBDOMAINS: z.enum(["0", "1"], { error: "must be 0 or 1" }).default("0"),
  IDLE_MINUTES: numberWithin(5, 720, " of minutes").default(120),
  SECURITY_LOG_DAYS: numberWithin(1, 3650, " of days").default(90),
});

function numberWithin(least: number, most: number, what: string) {
  const message = `must be a number${what} from ${least} to ${most}`;
  return z.coerce.number({ error: message }).int(message).min(least, message).max(most, message);
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment is not usable; the message names every variable at fault. */
export class BadEnvironment extends Error {}

/**
 * Reads and validates the environment, and the secret of the installation, which it makes where there is none.
 * @throws BadEnvironment
 */
export function readConfig(env: Environment): Config {
  const settings = readSettings(env);
  return { ...settings, secret: makeSecret(settings.dataDir) };
}

/**
 * Reads and validates the environment; touches nothing.
 * @throws BadEnvironment
 */
export function readSettings(env: Environment): Settings {
  // An empty variable means "not set", as in `SMTP_URL= npm start`.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new BadEnvironment(`The environment cannot be used:\n${faults.join("\n")}`);
  }
  const values = parsed.data;
  const publicUrl = new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).origin;
  const https = publicUrl.startsWith("https:");
  const mailFrom = (values.MAIL_FROM && readSender(values.MAIL_FROM)) || defaultSender(new URL(publicUrl).hostname);
  return {
    port: values.PORT,
    publicUrl,
    https,
    hstsSubdomains: values.HSTS_SUBDOMAINS === "1",
    dataDir: resolve(values.DATA_DIR),
    smtpUrl: values.SMTP_URL ?? null,
    mailFrom,
    mailReplyTo: readReplyTo(values, mailFrom),
    imapUrl: values.IMAP_URL ?? null,
    trustProxy: readTrustProxy(values.TRUST_PROXY),
    demo: values.DEMO === undefined ? !https : values.DEMO === "1",
    demoPassword: values.DEMO_PASSWORD ?? null,
    logLevel: values.LOG_LEVEL,
    idleMinutes: values.IDLE_MINUTES,
    securityLogDays: values.SECURITY_LOG_DAYS,
    backups: readBackups(values),
  };
}

/** What is read by IMAP is the mailbox of the sender, unless another is named. */
function readReplyTo(values: z.infer<typeof environment>, mailFrom: string): string | null {
  if (values.MAIL_REPLY_TO) return readSender(values.MAIL_REPLY_TO);
  return values.IMAP_URL ? mailFrom : null;
}

function readBackups(values: z.infer<typeof environment>): Settings["backups"] {
  if (values.BACKUP_DIR === undefined) return null;
  const [days = 0, weeks = 0, months = 0] = values.BACKUP_KEEP.split(",").map(Number);
  const folder = resolve(values.BACKUP_DIR);
  return { folder, everyHours: values.BACKUP_EVERY_HOURS, keep: { days, weeks, months } };
}

function isMailbox(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  return url !== null && /^imaps?:$/.test(url.protocol) && [url.hostname, url.username, url.password].every(Boolean);
}

function isOrigin(value: string): boolean {
  try {
    const url = new URL(value);
    return /^https?:$/.test(url.protocol) && (url.pathname === "/" || url.pathname === "") && !url.search && !url.hash;
  } catch {
    return false;
  }
}

function readTrustProxy(value: string | undefined): Config["trustProxy"] {
  if (!value || value === "0") return false;
  return /^\d+$/.test(value) ? Number(value) : value;
}
