import path from "node:path";
import { z } from "zod";
import { type CivilDate, isCivilDate } from "./dates.ts";
import { bucketOf } from "./storage-address.ts";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** The settings of a running product, read once from the environment variables. */
export type Environment = {
  host: string;
  port: number;
  /** The address people type, without a slash at its end. */
  appUrl: string;
  /** Absolute path of the folder for the embedded database and files. */
  dataDir: string;
  /** The database to use; the embedded one has no URL before it is started. */
  database: { kind: "embedded"; url: string | null } | { kind: "external"; url: string };
  /** The secret that signs sessions; null until one is made for an embedded database. */
  authSecret: string | null;
  /** What goes into an empty database. */
  seed: "demo" | "catalogues" | "none";
  /** A fixed "today" for demonstrations and tests. */
  businessToday: CivilDate | null;
  /** Demonstration mode: the demonstration accounts are shown. */
  demo: boolean;
  smtpUrl: string | null;
  /** The bucket that keeps files; null for a folder of the data directory. */
  storageUrl: string | null;
  /** Whether the web server does the jobs itself or a worker (`npm run worker`) beside it. */
  worker: "inside" | "separate";
  /** Whether webhooks may go to addresses of one's own network. */
  webhookPrivateNetworks: boolean;
  /** How many reverse proxies in front are believed about the caller's address. */
  trustedProxies: number;
  logLevel: (typeof LOG_LEVELS)[number];
};

/** Variables that are missing or wrong, each with what is accepted. */
export class EnvironmentError extends Error {
  readonly variables: readonly string[];

  constructor(problems: { variable: string; message: string }[]) {
    super(problems.map(({ variable, message }) => `${variable}: ${message}`).join("\n"));
    this.variables = problems.map(({ variable }) => variable);
  }
}

/** What each variable accepts, said to the operator when it is something else. */
const ACCEPTED = {
  HOST: "a host name or address to listen on",
  PORT: "a TCP port from 1 to 65535",
  APP_URL: "the address that people type, http(s)://host[:port] without a path",
  DATA_DIR: "a folder",
  DATABASE_URL: "postgresql://user:password@host:port/database, or unset for the embedded Postgres",
  DATABASE_EMBEDDED: "1 or 0; set by the start command itself",
  AUTH_SECRET: "at least 32 characters, for example from `openssl rand -base64 32`",
  SEED: "demo, catalogues or none",
  BUSINESS_TODAY: "a day, YYYY-MM-DD",
  DEMO: "1 or 0",
  SMTP_URL: "smtp://user:password@host:port or smtps://…, or unset to keep mails in the outbox",
  WORKER: "inside or separate",
  STORAGE_URL: "s3+https://KEY:SECRET@host/bucket?region=…, or unset to keep files in DATA_DIR",
  WEBHOOK_PRIVATE_NETWORKS: "1 or 0; 1 lets webhooks go to addresses of your own network",
  TRUST_PROXY: "the number of reverse proxies in front, 0 to 9; true means 1",
  LOG_LEVEL: LOG_LEVELS.join(", "),
} as const;

type Variable = keyof typeof ACCEPTED;

/** An address in one of the given schemes. */
const address = (...schemes: string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)));

const flag = z.enum(["1", "0"]).transform((text) => text === "1");

const variables = z.object({
  HOST: z.string().regex(/^\S+$/).default("127.0.0.1"),
  PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1).max(65_535)).optional(),
  APP_URL: address("http", "https")
    .transform((text) => new URL(text))
    .refine((url) => url.pathname === "/" && url.search === "" && url.username === "")
    .transform((url) => url.origin)
    .optional(),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: address("postgres", "postgresql").optional(),
  DATABASE_EMBEDDED: flag.default(false),
  AUTH_SECRET: z.string().min(32).optional(),
  SEED: z.enum(["demo", "catalogues", "none"]).optional(),
  BUSINESS_TODAY: z.string().refine(isCivilDate).optional(),
  DEMO: flag.optional(),
  SMTP_URL: address("smtp", "smtps").optional(),
  WORKER: z.enum(["inside", "separate"]).default("inside"),
  STORAGE_URL: z
    .string()
    .refine((text) => bucketOf(text) !== null)
    .optional(),
  WEBHOOK_PRIVATE_NETWORKS: flag.default(false),
  TRUST_PROXY: z
    .string()
    .regex(/^(\d|true|false)$/)
    .transform((text) => (text === "true" ? 1 : text === "false" ? 0 : Number(text)))
    .default(0),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
}) satisfies z.ZodType<Partial<Record<Variable, unknown>>>;

/** The address that reaches a listening host from the same machine. */
function localUrl(host: string, port: number): string {
  const everywhere = ["127.0.0.1", "localhost", "::1", "0.0.0.0", "::"];
  const name = everywhere.includes(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function databaseOf(url: string | undefined, embedded: boolean): Environment["database"] {
  if (url !== undefined && !embedded) return { kind: "external", url };
  return { kind: "embedded", url: url ?? null };
}

/**
 * The settings in the given environment variables; an empty variable counts as unset.
 * @throws EnvironmentError that names each wrong variable and what it accepts
 */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(
    Object.keys(ACCEPTED).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const result = variables.safeParse(given);
  if (!result.success) {
    const wrong = new Set(result.error.issues.map((issue) => String(issue.path[0]) as Variable));
    throw new EnvironmentError(
      [...wrong].map((variable) => ({ variable, message: `must be ${ACCEPTED[variable]}` })),
    );
  }

  const values = result.data;
  const database = databaseOf(values.DATABASE_URL, values.DATABASE_EMBEDDED);
  const external = database.kind === "external";
  const problems: { variable: Variable; message: string }[] = [];
  if (external && values.AUTH_SECRET === undefined) {
    const message = `is required with DATABASE_URL: ${ACCEPTED.AUTH_SECRET}`;
    problems.push({ variable: "AUTH_SECRET", message });
  }
  if (external && values.BUSINESS_TODAY !== undefined && !values.DEMO) {
    const message = "would change what is late in a real register; set DEMO=1 if this is none";
    problems.push({ variable: "BUSINESS_TODAY", message });
  }
  if (problems.length > 0) throw new EnvironmentError(problems);

  const port = values.PORT ?? 3000;
  const seed = values.SEED ?? (external ? "catalogues" : "demo");
  return {
    host: values.HOST,
    port,
    appUrl: values.APP_URL ?? localUrl(values.HOST, port),
    dataDir: path.resolve(values.DATA_DIR),
    database,
    authSecret: values.AUTH_SECRET ?? null,
    seed,
    businessToday: values.BUSINESS_TODAY ?? null,
    demo: values.DEMO ?? (!external && seed === "demo"),
    smtpUrl: values.SMTP_URL ?? null,
    storageUrl: values.STORAGE_URL ?? null,
    worker: values.WORKER,
    webhookPrivateNetworks: values.WEBHOOK_PRIVATE_NETWORKS,
    trustedProxies: values.TRUST_PROXY,
    logLevel: values.LOG_LEVEL,
  };
}
