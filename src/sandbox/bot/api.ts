import type { Fault, Faults } from '../control/faults.ts'
import type { Flood } from '../control/flood.ts'
import type { Journal } from '../control/journal.ts'
import { type Parameters, TelegramError, tooManyRequests } from '../errors.ts'
import { chatMethods } from '../methods/chats.ts'
import { commandMethods } from '../methods/commands.ts'
import { editMethods } from '../methods/edit.ts'
import type { Method } from '../methods/method.ts'
import { profileMethods } from '../methods/profile.ts'
import { sendMethods } from '../methods/send.ts'
import { webhookMethods } from '../methods/webhooks.ts'
import type { Params } from '../params.ts'
import { act, type World } from '../world.ts'
import type { LongPoll } from './updates.ts'

/** Telegram takes method names in any case. */
const METHODS = new Map<string, Method>(
  [sendMethods, editMethods, chatMethods, profileMethods, commandMethods, webhookMethods]
    .flatMap((table) => Object.entries(table))
    .map(([name, method]) => [name.toLowerCase(), method]),
)

/** What goes back over the wire. */
export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: Parameters }

/** 'cut' = the connection is to be closed without an answer; a page is what a proxy says in place of one. */
export type Outcome = Answer | 'cut' | { page: number }

export interface BotApiParts {
  world: World
  longPoll: LongPoll
  faults: Faults
  flood: Flood
  journal: Journal
  /** Called with what was thrown by mistake, as opposed to a refusal. */
  onCrash: (error: unknown, method: string) => void
}

/** Carries out calls of the bot: faults and flood limits first, then the method; all but getUpdates is written down. */
export class BotApi {
  readonly #parts: BotApiParts

  constructor(parts: BotApiParts) {
    this.#parts = parts
  }

  /** Never throws. `gone` fires when the client closed its connection; only getUpdates waits for that. */
  async call(method: string, params: Params, gone: AbortSignal): Promise<Outcome> {
    const { faults, longPoll } = this.#parts
    const fault = faults.take(method)
    if (method.toLowerCase() === 'getupdates') {
      if (fault) return fault.kind === 'refuse' ? refusal(fault.error) : instead(fault)!
      return this.#answer(method, () => longPoll.take(params, gone))
    }
    const startedAt = performance.now()
    const answer = await this.#answer(method, () => this.#carryOut(method, params, fault))
    this.#writeDown(method, params, fault, answer, performance.now() - startedAt)
    return instead(fault) ?? answer
  }

  #carryOut(method: string, params: Params, fault: Fault | undefined): unknown {
    const { world, flood } = this.#parts
    if (fault?.kind === 'refuse') throw fault.error
    if (fault?.kind === 'drop' || (fault?.kind === 'page' && !fault.accepted)) return null
    const run = METHODS.get(method.toLowerCase())
    if (!run) throw new TelegramError(404, 'Not Found')
    const wait = flood.count(method, chatIdOf(params), performance.now())
    if (wait > 0) throw tooManyRequests(wait)
    return act(world, () => run(world, params))
  }

  async #answer(method: string, run: () => unknown): Promise<Answer> {
    try {
      return { ok: true, result: await run() }
    } catch (error) {
      if (error instanceof TelegramError) return refusal(error)
      this.#parts.onCrash(error, method)
      return refusal(new TelegramError(500, 'Internal Server Error'))
    }
  }

  #writeDown(method: string, params: Params, fault: Fault | undefined, answer: Answer, ms: number): void {
    const { journal, world } = this.#parts
    const chatId = chatIdOf(params)
    const error = errorOf(fault, answer)
    const happened = fault?.kind !== 'drop' && fault?.kind !== 'page'
    const entry = journal.add({
      at: world.now().toString(),
      method,
      ...(chatId === undefined ? {} : { chatId }),
      payload: params.forJournal(),
      ok: error === undefined,
      ...(error === undefined ? {} : { error }),
      ...(answer.ok || !happened ? {} : { errorCode: answer.error_code }),
      ms: Math.round(ms * 100) / 100,
    })
    world.events.publish('call', entry)
  }
}

/** What the bot gets in place of the answer; `undefined`: the answer. */
function instead(fault: Fault | undefined): 'cut' | { page: number } | undefined {
  if (fault?.kind === 'drop' || fault?.kind === 'lose') return 'cut'
  return fault?.kind === 'page' ? { page: fault.status } : undefined
}

/** What the journal says went wrong, if anything. */
function errorOf(fault: Fault | undefined, answer: Answer): string | undefined {
  if (fault?.kind === 'drop') return 'connection dropped before the call was accepted'
  if (!answer.ok) return answer.description
  if (fault?.kind === 'page') return `${fault.accepted ? 'accepted, but' : 'not accepted, and'} a page came instead`
  return fault?.kind === 'lose' ? 'accepted, but the answer was lost' : undefined
}

function chatIdOf(params: Params): number | undefined {
  const id = Number(params.values.chat_id)
  return params.has('chat_id') && Number.isSafeInteger(id) ? id : undefined
}

export function refusal(error: TelegramError): Answer {
  const { code, message, parameters } = error
  return { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) }
}
