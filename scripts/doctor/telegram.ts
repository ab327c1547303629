import { Api, GrammyError } from 'grammy'
import type { WebhookInfo } from 'grammy/types'
import { isUnknownMethod } from '../../src/bot/known-methods.ts'
import type { Config, TelegramSettings } from '../../src/config.ts'
import { messageOf } from '../../src/platform/errors.ts'
import { type Finding, note, ok, wrong } from './finding.ts'

const MANY_WAITING = 100

/** What Telegram says of the token and the webhook. */
export async function checkTelegram(config: Config): Promise<Finding[]> {
  const { telegram } = config
  if (telegram.mode === 'sandbox')
    return [note('Telegram', `no TELEGRAM_BOT_TOKEN: npm start runs the sandbox on port ${config.port}`)]
  const api = new Api(telegram.token.reveal(), { apiRoot: telegram.apiRoot, timeoutSeconds: 10 })
  try {
    const me = await api.getMe()
    return [
      ok('Telegram', `@${me.username}`),
      methodsFinding(await missingMethods(api)),
      ...webhookFindings(telegram, await api.getWebhookInfo()),
    ]
  } catch (error) {
    return [wrong('Telegram', `${messageOf(error)}. Check TELEGRAM_BOT_TOKEN and TELEGRAM_API_ROOT.`)]
  }
}

/** What newer servers can, and what happens where one cannot. */
const NEWER = {
  sendRichMessage: 'tables and long answers go as plainer messages',
  sendRichMessageDraft: 'an answer is not shown while it is written',
} as const

type Newer = keyof typeof NEWER

/** Which of the newer methods the server does not have. Each is called without what it needs, so that it does nothing. */
export async function missingMethods(api: Pick<Api, 'raw'>): Promise<Newer[]> {
  const missing: Newer[] = []
  for (const method of Object.keys(NEWER) as Newer[]) {
    const call = api.raw[method] as unknown as (nothing: object) => Promise<unknown>
    const refusal = await call({}).catch((error: unknown) => error)
    if (refusal instanceof GrammyError && isUnknownMethod(refusal)) missing.push(method)
  }
  return missing
}

/** What to say of the methods that the server does not have. */
export function methodsFinding(missing: readonly Newer[]): Finding {
  if (missing.length === 0) return ok('Bot API', 'the server has every method that is used')
  const what = missing.map((method) => `${method} (${NEWER[method]})`).join(', ')
  return note('Bot API', `the server is an older one without ${what}; a newer version has it`)
}

/** What to say of the webhook that Telegram has for us, or has not. */
export function webhookFindings(telegram: TelegramSettings, info: WebhookInfo): Finding[] {
  const findings: Finding[] = []
  if (telegram.mode === 'webhook') findings.push(...ofWebhook(telegram.url, info))
  if (telegram.mode === 'polling' && info.url)
    findings.push(
      note('webhook', 'one is set; npm start removes it and polls. If another bot uses this token, take a new one'),
    )
  if (info.pending_update_count > MANY_WAITING)
    findings.push(note('updates', `${info.pending_update_count} wait at Telegram; is npm start running?`))
  return findings
}

function ofWebhook(url: string, info: WebhookInfo): Finding[] {
  if (info.url !== url) return [note('webhook', 'not set yet, or set to another address; npm start sets it')]
  if (!info.last_error_message) return [ok('webhook', url)]
  const at = new Date((info.last_error_date ?? 0) * 1000).toISOString()
  const advice = adviceFor(info.last_error_message)
  return [note('webhook', `Telegram's last failure, at ${at}: ${info.last_error_message}; ${advice}`)]
}

/** `getWebhookInfo` has no code for why Telegram's last call failed, only «error message in human-readable format». Source: core.telegram.org/bots/api#webhookinfo. */
function adviceFor(lastErrorMessage: string): string {
  if (/certificate|SSL/i.test(lastErrorMessage)) return 'check the certificate of the proxy'
  if (/401/.test(lastErrorMessage))
    return 'WEBHOOK_SECRET is not the same everywhere; start every process with the same'
  return 'check that the proxy runs and passes on to HOST:PORT'
}
