import { TOPIC } from '../answers/buttons.ts'
import { type Block, bold, details, footer, heading, list, paragraph } from '../bot/message/rich.ts'
import { lineOf, type To } from '../bot/message/to.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import { shortenedTo } from '../language/letters.ts'
import { type Locale, shownTo } from '../language/locale.ts'
import { CHECK } from './buttons.ts'
import type { Checked } from './check-document.ts'
import { say } from './say.ts'
import { type Told, told, unreadLines } from './told.ts'

/** Longest label of a button that leads to a passage, in characters. */
const LONGEST_LABEL = 60

export const sentenceMessage = lineOf(say)

/** What to do with a document that came without a word. */
export function offerMessage({ chatId, locale }: To): Outgoing {
  const t = say(locale)
  return { chatId, content: [paragraph(t('check-offer'))], buttons: [[CHECK.labelled(t('button-check'))]] }
}

/** A section of the material, by its passage. */
export type Section = { passageId: number; title: string }

/** Findings shown of one level; all of them stand in the file. */
const MOST_SHOWN = 30
const MOST_SECTIONS = 6

/** What was found in a document: errors first and in full, the rest folded, with the sections that say why. */
export function findingsMessage(
  { chatId, locale }: To,
  name: string,
  { findings, read, unread }: Checked,
  sections: readonly Section[],
): Outgoing {
  const t = say(locale)
  const all = findings.map((finding) => told(locale, finding))
  const of = (level: Told['level']) => all.filter((one) => one.level === level)
  const [errors, warnings, hints] = [of('error'), of('warning'), of('hint')]
  const lines = unreadLines(locale, unread)
  return {
    chatId,
    content: [
      heading(t('checked-title', { name }), 4),
      paragraph(t('checked-read', read)),
      ...(isAnyRead(read) ? [] : [paragraph(bold(t('checked-no-plan')))]),
      ...(findings.length === 0 && isAnyRead(read) ? [paragraph(t('checked-nothing'))] : []),
      ...(errors.length > 0
        ? [paragraph(bold(t('checked-errors', { count: errors.length }))), ...findingBlocks(locale, errors)]
        : []),
      ...(warnings.length > 0
        ? [details(t('checked-warnings', { count: warnings.length }), findingBlocks(locale, warnings))]
        : []),
      ...(hints.length > 0 ? [details(t('checked-hints', { count: hints.length }), findingBlocks(locale, hints))] : []),
      ...(lines.length > 0 ? [details(t('unread-title'), [list(lines.slice(0, MOST_SHOWN))])] : []),
      footer(t('checked-not-kept')),
    ],
    buttons: sections
      .slice(0, MOST_SECTIONS)
      .map(({ passageId, title }) => [TOPIC.labelled(shownTo(locale, shortenedTo(title, LONGEST_LABEL)), passageId)]),
    forget: true,
  }
}

function isAnyRead(read: Checked['read']): boolean {
  return read.objectives + read.activities + read.budget > 0
}

export function findingBlocks(locale: Locale, findings: readonly Told[]): Block[] {
  const t = say(locale)
  const items = findings.slice(0, MOST_SHOWN).map(({ code, where, why }) => [bold(`${code} · ${where}: `), why])
  const more = findings.length - items.length
  return [list(items), ...(more > 0 ? [paragraph(t('checked-more', { count: more }))] : [])]
}

/** The document again, with the findings beside what they are about. */
export function commentedMessage({ chatId, locale }: To, name: string, docx: Uint8Array): Outgoing {
  return {
    chatId,
    content: [paragraph(say(locale)('checked-file'))],
    file: { name: name.replace(/(?:\.docx)?$/i, '-provera.docx'), base64: Buffer.from(docx).toString('base64') },
    forget: true,
  }
}

/** A comment as it stands in the file: why, the fact, and how it may be mended. */
export function commentOf({ code, why, fact, repair }: Told): string {
  return `${code} (${fact}): ${why}\n${repair}`
}
