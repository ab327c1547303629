import { bold, footer, heading, italic, list, paragraph } from '../../bot/message/rich.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing, Payload } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import type { Broadcast } from '../rules.ts'
import { firstWords, say } from '../texts.ts'
import type { ChangeResult } from './actions.ts'
import { AMEND, CORRECT_LEAVE, CORRECT_OTHERWISE, CORRECT_YES, KEEP } from './buttons.ts'
import type { Change, ChangeCounts, ChangeKind } from './rules.ts'

export function askCorrection({ chatId, locale }: To, hasFile: boolean): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [paragraph(t('ask-correction')), ...(hasFile ? [footer(t('correction-keeps-file'))] : [])],
    buttons: [[CORRECT_LEAVE.labelled(t('button-cancel'))]],
  }
}

/** The new words in both scripts, and then whether they shall stand wherever the message is. */
export function correctionPreview({ chatId, locale }: To, copies: readonly Payload[], people: number): Outgoing[] {
  const t = say(locale)
  const labels = ['preview-cyrillic', 'preview-latin'] as const
  const shown = copies.flatMap((copy, i): Outgoing[] => [
    { chatId, content: [paragraph(bold(t(labels[i]!)))] },
    { chatId, ...copy },
  ])
  const question: Outgoing = {
    chatId,
    content: [paragraph(bold(t('correction-sure', { people })))],
    buttons: [
      [CORRECT_YES.labelled(t('button-correct-yes'))],
      [CORRECT_OTHERWISE.labelled(t('button-edit-text')), CORRECT_LEAVE.labelled(t('button-cancel'))],
    ],
  }
  return [...shown, question]
}

export function askWithdrawal({ chatId, locale }: To, broadcastId: number, people: number): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [paragraph(bold(t('withdraw-sure', { people }))), paragraph(t('withdraw-how'))],
    buttons: [
      [AMEND['withdraw-yes'].labelled(t('button-withdraw-yes'), broadcastId)],
      [KEEP.labelled(t('button-withdraw-no'))],
    ],
  }
}

/** What came of ordering a change. */
export function changeAnswer({ chatId, locale }: To, result: ChangeResult, kind: ChangeKind): Outgoing {
  const t = say(locale)
  const line = (text: string): Outgoing => ({ chatId, content: [paragraph(text)] })
  switch (result.kind) {
    case 'ordered':
      return line(t('change-ordered', { kind, people: result.people }))
    case 'before-sending':
      return line(t('corrected-before-sending'))
    case 'withdrawn-already':
      return line(t('withdrawn-already'))
    case 'nobody':
      return line(t('change-nobody'))
    case 'unknown':
      return line(t('control-unknown'))
  }
}

/** What became of a change, for whoever ordered it. */
export function changedMessage({ chatId, locale }: To, { content }: Broadcast, change: Change): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [
      heading(t('changed-title', { kind: change.kind }), 4),
      paragraph(italic(firstWords(locale, content))),
      list(changeLines(locale, change)),
    ],
  }
}

/** What became of whose copy, a line each; nothing about what did not happen. */
export function changeLines(locale: Locale, { kind, result }: Pick<Change, 'kind' | 'result'>): string[] {
  const t = say(locale)
  const counts = result ?? null
  if (!counts) return [t('change-under-way', { kind })]
  const lines: [keyof ChangeCounts, string][] = [
    ['replaced', t('changed-replaced', { count: counts.replaced })],
    ['blocked', t('progress-failed-blocked', { count: counts.blocked })],
    ['refused', t('changed-refused', { count: counts.refused })],
    ['unknown', t('changed-unknown', { count: counts.unknown })],
  ]
  return [
    t('changed-done', { kind, count: counts.done }),
    ...lines.flatMap(([what, line]) => (counts[what] > 0 ? [line] : [])),
  ]
}
