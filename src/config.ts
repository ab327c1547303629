import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Budgets, Prices } from './answers/spending/budget.ts'
import { RICH_USES, type RichUse } from './bot/message/form.ts'
import type { DatabaseSettings } from './platform/database/database.ts'
import { CannotStart } from './platform/errors.ts'
import type { ModelTimeouts } from './platform/model/chat-model.ts'
import type { ModelSettings } from './platform/model/model.ts'
import { Secret } from './platform/secret.ts'

/** How the bot reaches Telegram. Without a token: a sandbox of its own. */
export type TelegramSettings =
  | { mode: 'sandbox' }
  | { mode: 'polling'; token: Secret; apiRoot: string }
  | { mode: 'webhook'; token: Secret; apiRoot: string; url: string; secret: Secret }

/** How long a model is waited for, what it costs, and what may be spent. Of no effect without a model. */
type WritingSettings = { timeouts: ModelTimeouts; secondReader: boolean; prices: Prices; budgets: Budgets }

export type Config = {
  dataDir: string
  /** `null`: embedded, in `dataDir`. */
  databaseUrl: Secret | null
  telegram: TelegramSettings
  /** The folder of a Bot API server on this machine that gives paths of its disk; `null` without. */
  telegramFiles: string | null
  /** `null`: no provider, so answers quote the material and search has its lexical lane only. */
  model: ModelSettings | null
  writing: WritingSettings
  host: string
  port: number
  /** Where people's clients reach this server, without a slash at its end; `null`: nowhere, so that there are no pages. */
  publicUrl: string | null
  /** Where health and metrics are served. */
  ops: { host: string; port: number }
  knowledgeDir: string
  /** Where LibreOffice is, `off` for none; `null`: wherever it usually lies. */
  libreOffice: string | null
  /** Whether text is recognised on pages that are pictures. */
  ocr: boolean
  logLevel: string
  coordinators: ReadonlySet<number>
  traceDays: number
  bulkRate: number
  rich: RichUse
  workers: number
  /** Who stands for certificates; `null`: nobody is named on them. */
  issuer: string | null
  /** What passes e-mails on, and from whom they are; `null`: none are written. */
  smtp: { url: Secret; from: string } | null
}

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const
const OPS_PORT_AWAY = 1_000
/** Stands for «no such model». */
const OFF = 'off'
const SHIPPED_KNOWLEDGE = fileURLToPath(new URL('../knowledge', import.meta.url))

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `expected a whole number from ${least} to ${most}`)
    .transform(Number)
    .pipe(z.number().min(least, `expected at least ${least}`).max(most, `expected at most ${most}`))

const money = z
  .string()
  .regex(/^\d+(\.\d+)?$/, 'expected an amount as 0.40, with a point')
  .transform(Number)

const address = (protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `expected an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    )

const environment = z.object({
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'expected a token as @BotFather gives it: digits, a colon, letters')
    .optional(),
  TELEGRAM_API_ROOT: address(['http:', 'https:']).default('https://api.telegram.org'),
  TELEGRAM_FILES: z.string().optional(),
  WEBHOOK_URL: address(['https:', 'http:']).optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'expected 16 to 256 letters, digits, «_» or «-»')
    .optional(),
  OPENAI_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'expected a key as the provider gives it, without spaces')
    .optional(),
  OPENAI_BASE_URL: address(['http:', 'https:']).optional(),
  CHAT_MODEL: z
    .string()
    .regex(/^[\w-]+:\S+$/, 'expected a provider, a colon and a model, as in openai:gpt-4.1-mini')
    .optional(),
  EMBEDDING_MODEL: z.string().optional(),
  TRANSCRIPTION_MODEL: z.string().optional(),
  FIRST_WORD_SECONDS: wholeNumber(1, 120).default(15),
  ANSWER_SECONDS: wholeNumber(5, 600).default(60),
  SECOND_READER: z.enum(['on', 'off'], 'expected on or off').default('off'),
  PRICE_INPUT: money.default(0.4),
  PRICE_OUTPUT: money.default(1.6),
  PRICE_HEARING: money.default(0.003),
  DAILY_BUDGET: money.default(5),
  DAILY_TOKENS: wholeNumber(0, 1_000_000_000_000).default(10_000_000),
  PERSON_BUDGET: money.default(0.5),
  PERSON_TOKENS: wholeNumber(0, 1_000_000_000_000).default(1_000_000),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(8080),
  PUBLIC_URL: address(['https:'])
    .refine((value) => URL.canParse(value) && new URL(value).pathname === '/', 'expected a host alone, without a path')
    .optional(),
  OPS_HOST: z.string().default('127.0.0.1'),
  OPS_PORT: wholeNumber(0, 65_535).optional(),
  KNOWLEDGE_DIR: z.string().default(SHIPPED_KNOWLEDGE),
  LIBREOFFICE: z.string().optional(),
  OCR: z.enum(['on', 'off'], 'expected on or off').default('off'),
  LOG_LEVEL: z.enum(LEVELS, `expected one of ${LEVELS.join(', ')}`).optional(),
  COORDINATOR_IDS: z
    .string()
    .regex(/^\s*\d+(\s*,\s*\d+)*\s*$/, 'expected Telegram user ids, separated by commas')
    .transform((list) => new Set(list.split(',').map(Number)))
    .optional(),
  TRACE_DAYS: wholeNumber(1, 3650).default(90),
  BULK_RATE: wholeNumber(1, 1000).default(25),
  RICH: z.enum(RICH_USES, `expected one of ${RICH_USES.join(', ')}`).default('when-needed'),
  WORKERS: wholeNumber(1, 400).default(200),
  SMTP_URL: address(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^([^<>\r\n]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'expected an address, as in «ЛАП Саветник <obuke@example.rs>»',
    )
    .optional(),
  CERTIFICATE_ISSUER: z.string().max(200, 'expected at most 200 characters').optional(),
})

/**
 * The configuration from environment variables; an empty one counts as absent. Throws `CannotStart` that lists every
 * fault at once, without showing a value, since some are secret.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = environment.safeParse(given)
  const faults = parsed.success
    ? crossFaults(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  if (!parsed.success || faults.length > 0) {
    throw new CannotStart(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n  ${faults.join('\n  ')}\nSee the table of settings in docs/settings.md.`,
    )
  }
  return configOf(parsed.data)
}

type Environment = z.infer<typeof environment>

function crossFaults(env: Environment): string[] {
  const faults: string[] = []
  if (env.WEBHOOK_URL && !env.TELEGRAM_BOT_TOKEN)
    faults.push('WEBHOOK_URL: needs TELEGRAM_BOT_TOKEN too; without a token the sandbox runs')
  if (env.PUBLIC_URL && !env.TELEGRAM_BOT_TOKEN)
    faults.push('PUBLIC_URL: needs TELEGRAM_BOT_TOKEN too; the sandbox serves its pages itself')
  if (env.WEBHOOK_SECRET && !env.WEBHOOK_URL) faults.push('WEBHOOK_SECRET: needs WEBHOOK_URL too')
  if (env.SMTP_URL && !env.MAIL_FROM) faults.push('SMTP_URL: needs MAIL_FROM too, the address that e-mails come from')
  if (env.MAIL_FROM && !env.SMTP_URL) faults.push('MAIL_FROM: needs SMTP_URL too, the server that passes e-mails on')
  for (const name of ['CHAT_MODEL', 'EMBEDDING_MODEL', 'TRANSCRIPTION_MODEL'] as const)
    if (needsServer(name, env[name]) && !hasServer(env))
      faults.push(`${name}: needs OPENAI_API_KEY or OPENAI_BASE_URL too`)
  if (!env.TELEGRAM_BOT_TOKEN && !isLoopback(env.HOST))
    faults.push('HOST: the sandbox has no passwords, so it listens on 127.0.0.1 only')
  return faults
}

/** Whether there is OpenAI, or a server that speaks its protocol. */
function hasServer(env: Environment): boolean {
  return env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined
}

/** Whether a model is asked of that server: all that compare and hear, and of those that write the ones named so. */
function needsServer(name: string, model: string | undefined): boolean {
  if (model === undefined || model === OFF) return false
  return name !== 'CHAT_MODEL' || model.startsWith('openai:')
}

function isLoopback(host: string): boolean {
  return ['127.0.0.1', '::1', 'localhost'].includes(host)
}

function configOf(env: Environment): Config {
  return {
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL ? new Secret(env.DATABASE_URL) : null,
    telegram: telegramOf(env),
    telegramFiles: env.TELEGRAM_FILES ? resolve(env.TELEGRAM_FILES) : null,
    model: modelOf(env),
    writing: writingOf(env),
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : null,
    ops: { host: env.OPS_HOST, port: env.OPS_PORT ?? opsPortBeside(env.PORT) },
    knowledgeDir: resolve(env.KNOWLEDGE_DIR),
    libreOffice: env.LIBREOFFICE ?? null,
    ocr: env.OCR === 'on',
    logLevel: env.LOG_LEVEL ?? (env.TELEGRAM_BOT_TOKEN ? 'info' : 'warn'),
    coordinators: env.COORDINATOR_IDS ?? new Set(),
    traceDays: env.TRACE_DAYS,
    bulkRate: env.BULK_RATE,
    rich: env.RICH,
    workers: env.WORKERS,
    issuer: env.CERTIFICATE_ISSUER?.trim() ?? null,
    smtp: env.SMTP_URL && env.MAIL_FROM ? { url: new Secret(env.SMTP_URL), from: env.MAIL_FROM } : null,
  }
}

/** So that processes on one machine which differ in PORT need not set OPS_PORT too; any free one beside any free one. */
function opsPortBeside(port: number): number {
  if (port === 0) return 0
  return port + OPS_PORT_AWAY <= 65_535 ? port + OPS_PORT_AWAY : port - OPS_PORT_AWAY
}

function writingOf(env: Environment): WritingSettings {
  return {
    timeouts: { firstWordMs: env.FIRST_WORD_SECONDS * 1000, wholeMs: env.ANSWER_SECONDS * 1000 },
    secondReader: env.SECOND_READER === 'on',
    prices: {
      inputPerMillion: env.PRICE_INPUT,
      outputPerMillion: env.PRICE_OUTPUT,
      hearingPerMinute: env.PRICE_HEARING,
    },
    budgets: {
      day: { tokens: env.DAILY_TOKENS, cost: env.DAILY_BUDGET },
      person: { tokens: env.PERSON_TOKENS, cost: env.PERSON_BUDGET },
    },
  }
}

function telegramOf(env: Environment): TelegramSettings {
  if (!env.TELEGRAM_BOT_TOKEN) return { mode: 'sandbox' }
  const token = new Secret(env.TELEGRAM_BOT_TOKEN)
  const apiRoot = env.TELEGRAM_API_ROOT.replace(/\/$/, '')
  if (!env.WEBHOOK_URL) return { mode: 'polling', token, apiRoot }
  // The same for every process with this token, and known to none without it.
  const derived = createHash('sha256').update(`webhook ${env.TELEGRAM_BOT_TOKEN}`).digest('hex')
  return { mode: 'webhook', token, apiRoot, url: env.WEBHOOK_URL, secret: new Secret(env.WEBHOOK_SECRET ?? derived) }
}

function modelOf(env: Environment): ModelSettings | null {
  if (!hasServer(env) && env.CHAT_MODEL === undefined) return null
  const unlessOff = (model: string) => (model === OFF || !hasServer(env) ? null : model)
  return {
    baseUrl: (env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1').replace(/\/+$/, ''),
    apiKey: env.OPENAI_API_KEY ? new Secret(env.OPENAI_API_KEY) : null,
    chat: env.CHAT_MODEL ?? 'openai:gpt-4.1-mini',
    embedding: unlessOff(env.EMBEDDING_MODEL ?? 'text-embedding-3-small'),
    transcription: unlessOff(env.TRANSCRIPTION_MODEL ?? 'gpt-4o-mini-transcribe'),
  }
}

export function databaseOf(config: Config): DatabaseSettings {
  return config.databaseUrl
    ? { kind: 'server', url: config.databaseUrl.reveal() }
    : { kind: 'embedded', folder: config.dataDir }
}

/** Settings of LangChain's own tracing service, which would be sent every question and passage. */
const TRACING = ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2']

/** This process's environment: the one place that reads it, and takes out of it what would send people's words elsewhere. */
export function configFromProcess(overrides: Record<string, string | undefined> = {}): Config {
  for (const name of TRACING) delete process.env[name]
  return readConfig({ ...process.env, ...overrides })
}
