import { type Api, GrammyError } from 'grammy'
import type { Block } from '../message/rich.ts'
import { toHtmlMessages } from '../message/rich-html.ts'
import { plainerMayDo } from './outcome.ts'
import { richMessage } from './send.ts'
import { topic } from './text-parts.ts'

/** A message that a person watches being written. It is no part of the answer's transaction: whatever becomes of it, the answer counts. */
export type LiveDraft = {
  /** There is more to see. `content` is asked when it is about to be shown, so that it may cost something; empty shows nothing. */
  show(content: () => Block[]): void
  /** Shows nothing more. Resolves when no call is under way, so that none can come after the answer; never rejects. */
  end(): Promise<void>
}

/** Least time between two calls: Telegram animates what lies between. */
const APART_MS = 500
/** Longest wait for a call that is under way when the answer is ready. */
const LAST_CALL_MS = 1_500

/**
 * Shows a draft with a Stop button in a private chat, as HTML or as a rich message; of a long one its end, where it grows. `draftId`
 * is the same when an update is handled again.
 */
export function liveDraft(
  api: Pick<Api, 'raw'>,
  chatId: number,
  draftId: number,
  { rich = false, thread }: { rich?: boolean; thread?: number | undefined } = {},
): LiveDraft {
  let isRich = rich
  let next: (() => Block[]) | null = null
  let shown = ''
  let notBeforeMs = 0
  let timer: NodeJS.Timeout | undefined
  let calling: Promise<void> | null = null
  let ended = false

  const showNext = () => {
    if (ended || calling || timer || !next) return
    const leftMs = notBeforeMs - performance.now()
    if (leftMs > 0) {
      timer = setTimeout(() => {
        timer = undefined
        showNext()
      }, leftMs)
      return
    }
    const blocks = next()
    next = null
    const content = JSON.stringify(blocks)
    if (blocks.length === 0 || content === shown) return
    shown = content
    // Nothing is lost by replacing a placeholder at once: the first words should not wait for it.
    notBeforeMs = performance.now() + (blocks.at(-1)?.type === 'thinking' ? 0 : APART_MS)
    calling = call(blocks).finally(() => {
      calling = null
      showNext()
    })
  }

  const call = async (blocks: Block[]) => {
    try {
      const rest = { chat_id: chatId, draft_id: draftId, can_stop: true, keep_on_stop: true, ...topic(thread) }
      // A draft takes no new files; ours never have any.
      if (isRich) await api.raw.sendRichMessageDraft({ ...rest, rich_message: richMessage(blocks) as never })
      else await api.raw.sendMessageDraft({ ...rest, text: toHtmlMessages(blocks).at(-1) ?? '', parse_mode: 'HTML' })
    } catch (error) {
      if (isRich && plainerMayDo(error)) {
        isRich = false
        return
      }
      const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined
      // Whoever cannot be shown a draft still gets the answer.
      if (seconds === undefined) ended = true
      else notBeforeMs = performance.now() + seconds * 1000
    }
  }

  return {
    show: (content) => {
      next = content
      showNext()
    },
    end: async () => {
      ended = true
      clearTimeout(timer)
      if (calling) await Promise.race([calling, new Promise((resolve) => setTimeout(resolve, LAST_CALL_MS).unref())])
    },
  }
}

/** A draft nobody sees: groups have none, nor does the terminal. */
export const noDraft: LiveDraft = { show: () => {}, end: async () => {} }
