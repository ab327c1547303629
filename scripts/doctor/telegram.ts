import { type Api, GrammyError } from 'grammy'
import type { WebhookInfo } from 'grammy/types'
import { hasMethod, isNoAnswer, isUnknownMethod } from '../../src/bot/known-methods.ts'
import { connectTo } from '../../src/bot/telegram.ts'
import type { Config, TelegramSettings } from '../../src/config.ts'
import { messageOf } from '../../src/platform/errors.ts'
import { type Finding, note, ok, wrong } from './finding.ts'

const MANY_WAITING = 100

/** What Telegram says of the token and the webhook. */
export async function checkTelegram(config: Config): Promise<Finding[]> {
  const { telegram } = config
  if (telegram.mode === 'sandbox')
    return [note('Telegram', `no TELEGRAM_BOT_TOKEN: npm start runs the sandbox on port ${config.port}`)]
  const api = connectTo({ token: telegram.token.reveal(), apiRoot: telegram.apiRoot }, { answerWithinS: 10 })
  try {
    const me = await api.getMe()
    return [
      ok('Telegram', `@${me.username}`),
      methodsFinding(await missingMethods(api)),
      ...(await checkWebhook(api, telegram)),
    ]
  } catch (error) {
    return [wrong('Telegram', `${messageOf(error)}. Check TELEGRAM_BOT_TOKEN and TELEGRAM_API_ROOT.`)]
  }
}

/** What not every server can, and what happens where one cannot. Each needs to be told something, so that an empty call does nothing. */
const NOT_EVERYWHERE = {
  sendRichMessage: 'tables and long answers go as plainer messages',
  sendRichMessageDraft: 'an answer is not shown while it is written',
  sendPoll: 'quizzes are asked in words, with buttons',
  sendDocument: 'words go without their document, and their person is told',
  sendPhoto: 'words go without their picture, and their person is told',
  editMessageMedia: 'a changed picture comes as a message of its own',
  editMessageCaption: 'words under a file cannot be corrected',
  editMessageText: 'a changed message stays as it was',
  editMessageReplyMarkup: 'buttons that are past stay',
  deleteMessage: 'a message cannot be taken back',
  getFile: 'documents and voices that people send cannot be read',
  getMyCommands: 'there are no menus: commands are written',
} as const

type Lacking = keyof typeof NOT_EVERYWHERE

/** Which of these the server does not have: it says so, or answers nothing of Telegram's. */
export async function missingMethods(api: Pick<Api, 'raw'>): Promise<Lacking[]> {
  const raw = api.raw as unknown as Record<string, (nothing: object) => Promise<unknown>>
  const empty = (method: string): Promise<{ ok: true } | GrammyError> =>
    raw[method]!({}).then(
      () => ({ ok: true }),
      (error: unknown) => (error instanceof GrammyError ? error : Promise.reject(error)),
    )
  const methods = Object.keys(NOT_EVERYWHERE) as Lacking[]
  const has = await Promise.all(methods.map((method) => hasMethod(empty, method)))
  return methods.filter((_, i) => has[i] !== true)
}

/** What to say of the methods that the server does not have. */
export function methodsFinding(missing: readonly Lacking[]): Finding {
  if (missing.length === 0) return ok('Bot API', 'the server has every method that is used')
  const what = missing.map((method) => `${method} (${NOT_EVERYWHERE[method]})`).join(', ')
  return note('Bot API', `the server is an older one, or only stands in for Telegram: it has no ${what}`)
}

async function checkWebhook(api: Api, telegram: TelegramSettings): Promise<Finding[]> {
  try {
    return webhookFindings(telegram, await api.getWebhookInfo())
  } catch (error) {
    if (!(error instanceof GrammyError ? isUnknownMethod(error) : isNoAnswer(error))) throw error
    return [note('webhook', 'the server does not tell of it')]
  }
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
