import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, footer, heading, list, paragraph } from '../../bot/message/rich.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { dayFor } from '../../language/dates/write.ts'
import type { Locale } from '../../language/locale.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Cells, Part } from '../draft/draft.ts'
import { hasRows } from '../draft/forms.ts'
import { missingIn } from '../draft/missing.ts'
import { kindOf } from '../entries/kinds.ts'
import { askedColumns } from '../entries/read-row.ts'
import { type Access, mayWrite } from '../keeping/access.ts'
import type { KeptEntry } from '../keeping/entry-store.ts'
import { stepOfPart } from '../steps/steps.ts'
import {
  ADD,
  CHANGE,
  ENTRY,
  FINISH,
  LEAVE,
  OVERWRITE,
  PART,
  REMOVE,
  REMOVE_SURE,
  SKIP,
  STEP,
  UNDO,
  WORD_ANALYSIS,
  WORD_OBJECTIVE,
} from './buttons.ts'
import { lineMessage } from './context.ts'
import { say } from './say.ts'
import { columnName, echo, partName, shortOf } from './told.ts'

type Button = InlineKeyboardButton

/** Rows of a part on one message. */
const PAGE = 8

/** The entries of a part, each to be opened. */
export function partMessage(to: To, access: Access, part: Part, entries: readonly KeptEntry[], page: number): Outgoing {
  const t = say(to.locale)
  const { plan } = access
  const shown = entries.slice(page * PAGE, (page + 1) * PAGE)
  const more = entries.length > (page + 1) * PAGE
  const canAdd = mayWrite(access) && (hasRows(part) || entries.length === 0)
  return {
    chatId: to.chatId,
    content: [
      heading(partName(to.locale, part), 4),
      ...(entries.length === 0 ? [paragraph(t('part-empty'))] : []),
      ...(shown.length === 1 && !hasRows(part) ? [echo(to.locale, part, shown[0]!.cells)] : []),
    ],
    buttons: [
      ...shown.map((entry, at) => [
        ENTRY.labelled(`${page * PAGE + at + 1}. ${warned(entry)}${shortOf(part, entry.cells)}`, entry.id),
      ]),
      ...(more ? [[PART.labelled(t('button-more'), plan.id, part, page + 1)]] : []),
      ...(canAdd ? [[ADD.labelled(t('button-add', { part: partName(to.locale, part) }), plan.id, part)]] : []),
      [toStep(to.locale, plan.id, part)],
    ],
  }
}

/** «◐ » before a row that lacks something. */
function warned({ part, cells }: { part: Part; cells: Cells }): string {
  return missingIn(part, cells).length > 0 ? '◐ ' : ''
}

function toStep(locale: Locale, planId: number, part: Part): Button {
  const { number } = stepOfPart(part)
  return STEP.labelled(say(locale)('button-previous', { number }), planId, number)
}

/** One entry, with who changed it last. */
export function entryMessage(to: To, access: Access, entry: KeptEntry, who: string | null): Outgoing {
  const t = say(to.locale)
  const words =
    mayWrite(access) && entry.part === 'objectives'
      ? [WORD_OBJECTIVE.labelled(t('button-word'), entry.id)]
      : mayWrite(access) && entry.part === 'analysis'
        ? [WORD_ANALYSIS.labelled(t('button-word'), entry.planId)]
        : []
  const writes: Button[] = mayWrite(access)
    ? [CHANGE.labelled(t('button-change'), entry.id), REMOVE.labelled(t('button-remove'), entry.id)]
    : []
  return {
    chatId: to.chatId,
    content: [
      heading(partName(to.locale, entry.part), 4),
      echo(to.locale, entry.part, entry.cells),
      ...missing(to.locale, entry),
      footer(madeBy(to.locale, entry, who)),
    ],
    buttons: [writes, words, [PART.labelled(partName(to.locale, entry.part), entry.planId, entry.part, 0)]].filter(
      (row) => row.length > 0,
    ),
  }
}

function madeBy(locale: Locale, { changedAt }: KeptEntry, who: string | null): string {
  const day = dayFor(locale, dayAt(changedAt))
  const t = say(locale)
  return who === null ? t('row-by-nobody', { day }) : t('row-by', { who, day })
}

function missing(locale: Locale, { part, cells }: { part: Part; cells: Cells }): Block[] {
  const columns = missingIn(part, cells).map((column) => columnName(locale, part, column))
  return columns.length === 0 ? [] : [paragraph(say(locale)('row-missing', { columns: columns.join(', ') }))]
}

/** What to write: the columns in their order. */
export function askRowMessage(to: To, access: Access, part: Part): Outgoing {
  const t = say(to.locale)
  const columns = askedColumns(part, access.plan.period).map((column) => columnName(to.locale, part, column))
  const values = { part: partName(to.locale, part), columns: columns.join(', '), example: columns[0]! }
  return {
    chatId: to.chatId,
    content: [
      paragraph(
        columns.length === 1 ? askForOne(to.locale, part) : t(hasRows(part) ? 'row-ask' : 'row-ask-form', values),
      ),
    ],
    buttons: [[finishButton(to.locale, access.plan.id, part)]],
  }
}

/** A part that has nothing but its text asks for no columns. */
function askForOne(locale: Locale, part: Part): string {
  return say(locale)(hasRows(part) ? 'row-ask-lines' : 'row-ask-text', { part: partName(locale, part) })
}

export function askChangeMessage(to: To, entry: KeptEntry): Outgoing {
  const t = say(to.locale)
  const [column = ''] = Object.keys(entry.cells)
  return {
    chatId: to.chatId,
    content: [
      paragraph(t('row-change-ask', { example: columnName(to.locale, entry.part, column) })),
      echo(to.locale, entry.part, entry.cells),
    ],
    buttons: [[finishButton(to.locale, entry.planId, entry.part)]],
  }
}

function finishButton(locale: Locale, planId: number, part: Part): Button {
  return FINISH.labelled(say(locale)('button-finish'), planId, part)
}

/** What was understood of a row, what could not be placed, and what is asked next; `asking` is `null` for a whole row. */
export function savedMessage(
  to: To,
  entry: Pick<KeptEntry, 'planId' | 'part' | 'cells'>,
  { left, asking }: { left: readonly string[]; asking: string | null },
): Outgoing {
  const t = say(to.locale)
  const { part, planId } = entry
  const name = (column: string) => columnName(to.locale, part, column)
  return {
    chatId: to.chatId,
    content: [
      paragraph(t('row-saved')),
      echo(to.locale, part, entry.cells),
      ...(left.length > 0 ? [paragraph(t('row-left', { left: left.join('; ') }))] : []),
      ...missing(to.locale, entry),
      ...(asking === null
        ? missingIn(part, entry.cells).length === 0 && hasRows(part)
          ? [paragraph(t('row-complete'))]
          : []
        : [paragraph(asked(to.locale, part, asking))]),
    ],
    buttons: [
      ...(asking === null ? [] : [[SKIP.labelled(t('button-skip', { column: name(asking) }), planId)]]),
      [finishButton(to.locale, planId, part)],
    ],
  }
}

/** «Тежина? Пише се оцена од 1 до 5.»: a column, and what stands in it where that is no plain text. */
function asked(locale: Locale, part: Part, column: string): string {
  const name = columnName(locale, part, column)
  const holds = holdsOf(locale, part, column)
  return holds === null
    ? say(locale)('row-asking', { column: name })
    : say(locale)('row-asking-kind', { column: name, holds })
}

function holdsOf(locale: Locale, part: Part, column: string): string | null {
  const kind = kindOf(part, column)
  return kind === 'text' || kind === 'gazette' ? null : say(locale)('row-holds', { kind })
}

/** A column is asked once more, since what was written is none of its kind. */
export function askAgainMessage(to: To, part: Part, planId: number, column: string): Outgoing {
  const t = say(to.locale)
  const name = columnName(to.locale, part, column)
  const holds = holdsOf(to.locale, part, column)
  const again =
    holds === null ? t('row-asking-again', { column: name }) : t('row-asking-again-kind', { column: name, holds })
  return {
    chatId: to.chatId,
    content: [paragraph(again)],
    buttons: [[SKIP.labelled(t('button-skip', { column: name }), planId)], [finishButton(to.locale, planId, part)]],
  }
}

/** Somebody else was there first: what stands there now, and what this person wrote. */
export function conflictMessage(to: To, now: KeptEntry, who: string | null, yours: Cells): Outgoing {
  const t = say(to.locale)
  return {
    chatId: to.chatId,
    content: [
      paragraph(who === null ? t('row-conflict-nobody') : t('row-conflict', { who })),
      echo(to.locale, now.part, now.cells),
      paragraph(t('row-conflict-yours')),
      echo(to.locale, now.part, yours),
    ],
    buttons: [[OVERWRITE.labelled(t('button-overwrite'), now.id), LEAVE.labelled(t('button-leave'), now.id)]],
  }
}

export function removeMessage(to: To, entry: KeptEntry): Outgoing {
  const t = say(to.locale)
  return {
    chatId: to.chatId,
    content: [paragraph(t('row-remove-ask')), echo(to.locale, entry.part, entry.cells)],
    buttons: [
      [
        REMOVE_SURE.labelled(t('button-remove-sure'), entry.id, entry.version),
        ENTRY.labelled(t('button-leave'), entry.id),
      ],
    ],
  }
}

export function personalMessage(to: To, kind: string): Outgoing {
  return { ...lineMessage(to, 'row-unclear'), content: [paragraph(say(to.locale)('row-personal', { kind }))] }
}

/** A plan that would have more rows than it takes. */
export function fullMessage({ chatId, locale }: To, count: number, most: number): Outgoing {
  return { chatId, content: [paragraph(say(locale)('row-too-many', { count, most }))] }
}

/** Rows in a few words on one message. */
const MOST_TOLD = 12

type Added = { planId: number; part: Part; entries: readonly { part: Part; cells: Cells }[]; ids: readonly number[] }

/** Several rows that came in one message or file, each in a few words, and what of them is not whole. */
export function addedMessage(to: To, { planId, part, entries, ids }: Added, more: readonly Block[] = []): Outgoing {
  const t = say(to.locale)
  const told = entries.slice(0, MOST_TOLD).map((one) => `${warned(one)}${shortOf(one.part, one.cells, 120)}`)
  return {
    chatId: to.chatId,
    content: [
      paragraph(t('table-read', { count: entries.length, parts: countsOf(to.locale, entries) })),
      ...(entries.some((one) => warned(one) !== '') ? [paragraph(t('table-incomplete'))] : []),
      list(told),
      ...(entries.length > MOST_TOLD ? [paragraph(t('table-others', { count: entries.length - MOST_TOLD }))] : []),
      ...more,
    ],
    buttons: [
      [UNDO.labelled(t('button-undo'), planId, Math.min(...ids), Math.max(...ids))],
      [finishButton(to.locale, planId, part)],
    ],
  }
}

/** «Потребе 5, Буџет 8». */
function countsOf(locale: Locale, rows: readonly { part: Part }[]): string {
  const parts = [...new Set(rows.map(({ part }) => part))]
  return parts.map((part) => `${partName(locale, part)} ${rows.filter((row) => row.part === part).length}`).join(', ')
}
