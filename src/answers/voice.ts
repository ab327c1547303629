import type { Voice } from 'grammy/types'
import type { ChatContext } from '../bot/context.ts'
import { bold, paragraph, quotation } from '../bot/message/rich.ts'
import { shownTo } from '../language/locale.ts'
import type { BotContext } from '../people/context.ts'
import type { Log } from '../platform/log.ts'
import type { Transcriber } from '../platform/model/transcriber.ts'
import { WritingFailed } from '../platform/model/writing-failure.ts'
import { answerText, sayLine } from './answer-text.ts'
import type { Asking, AskParts } from './asking.ts'
import { say } from './say.ts'
import { type Budgets, hearingCost, mayPay, type Prices } from './spending/budget.ts'
import { addSpending, spentToday } from './spending/store.ts'

/** What hearing voice messages needs. */
export type Hearing = {
  transcriber: Transcriber
  download: (ctx: ChatContext, fileId: string, mostBytes: number) => Promise<Uint8Array>
  prices: Prices
  budgets: Budgets
  log: Log
}

/** What Telegram gives to bots. */
const MOST_BYTES = 20_000_000
export const MOST_MINUTES = 5
/** How long hearing may take before the person is told that it failed. */
const TIMEOUT_MS = 60_000

/** Hears a voice message, shows what was heard, and answers that. */
export async function answerVoice(
  ctx: BotContext,
  voice: Voice,
  asking: Asking,
  parts: AskParts & Hearing,
): Promise<unknown> {
  if (voice.duration > MOST_MINUTES * 60) return sayLine(asking, 'voice-too-long', { minutes: MOST_MINUTES })
  if ((voice.file_size ?? 0) > MOST_BYTES) return sayLine(asking, 'voice-too-large')
  const now = parts.clock.now()
  const { chatId } = asking.turn
  if (!mayPay(await spentToday(parts.db, chatId, now), parts.budgets)) return sayLine(asking, 'voice-budget')
  const heard = await asking.turn.outside(() => hear(ctx, voice, parts))
  if (heard === null) return sayLine(asking, 'voice-failed')
  await addSpending(parts.db, chatId, { tokens: 0, cost: hearingCost(voice.duration, parts.prices) }, now)
  if (heard === '') return sayLine(asking, 'voice-empty')
  const shown = shownTo(asking.locale, heard)
  const lead = [quotation([paragraph(bold(say(asking.locale)('heard')), ' ', shown)])]
  return answerText({ ...asking, lead: [...(asking.lead ?? []), ...lead] }, parts, heard)
}

/** What is said in a voice message; `null` when it cannot be fetched or heard. */
async function hear(ctx: BotContext, voice: Voice, { download, transcriber, log }: Hearing): Promise<string | null> {
  try {
    const bytes = await download(ctx, voice.file_id, MOST_BYTES)
    return await transcriber.hear({ bytes, fileName: `voice.${formatOf(voice)}` }, AbortSignal.timeout(TIMEOUT_MS))
  } catch (error) {
    const kind = error instanceof WritingFailed ? error.kind : 'download'
    log.warn({ err: error, kind }, 'a voice message was not heard')
    return null
  }
}

/** Telegram's own recordings are Opus in Ogg; the name tells the provider how to read the bytes. */
function formatOf({ mime_type: type = '' }: Voice): string {
  if (type.includes('mpeg') || type.includes('mp3')) return 'mp3'
  if (type.includes('mp4') || type.includes('m4a')) return 'm4a'
  return type.includes('wav') ? 'wav' : 'ogg'
}
