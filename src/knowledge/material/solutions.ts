import { readFile } from 'node:fs/promises'
import type { InlineKeyboardButton } from 'grammy/types'
import { footer, heading, paragraph } from '../../bot/message/rich.ts'
import type { Handled } from '../../bot/registry/handle.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../language/locale.ts'
import type { BotContext } from '../../people/context.ts'
import { command, handle } from '../../people/roles/handle.ts'
import type { Section } from '../readers/document.ts'
import { readMarkdown } from '../readers/markdown/markdown.ts'
import { contentBlocks } from '../shown.ts'
import { say } from '../texts.ts'
import { SOLUTION } from './buttons.ts'
import { shortened } from './texts.ts'

/** Beside the material, not in it: what is searched is shown to everybody. */
const SOLUTIONS = new URL('../../../exercises/resenja.md', import.meta.url)

/** The solutions of the exercises in the material, each under the exercise's heading. */
export async function readSolutions(): Promise<Section[]> {
  return readMarkdown(await readFile(SOLUTIONS, 'utf8'), '').sections
}

/** /resenja: what trainers need who let people solve the exercises of the material. */
export function solutionHandlers(): Handled<BotContext>[] {
  return [
    command(
      'resenja',
      'trainer',
      async (_, { turn, locale }) => [choices(turn.chatId, locale, await readSolutions())],
      {
        hidden: true,
      },
    ),
    handle(SOLUTION, async (_, { turn, locale }, [n]) =>
      (await readSolutions()).slice(n - 1, n).map((section) => solutionMessage(turn.chatId, locale, section)),
    ),
  ]
}

function choices(chatId: number, locale: Locale, sections: Section[]): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [heading(t('solutions-title'), 4), paragraph(t('solutions-how'))],
    buttons: sections.map((section, i): InlineKeyboardButton[] => [
      SOLUTION.labelled(shortened(titleOf(locale, section)), i + 1),
    ]),
  }
}

export function solutionMessage(chatId: number, locale: Locale, section: Section): Outgoing {
  return {
    chatId,
    content: [
      heading(titleOf(locale, section), 4),
      ...contentBlocks(section.blocks, (text) => shownTo(locale, text)),
      footer(say(locale)('solutions-for-staff')),
    ],
  }
}

function titleOf(locale: Locale, { headings }: Section): string {
  return shownTo(locale, headings.at(-1) ?? '')
}
