import { TOPIC } from '../../answers/buttons.ts'
import { type Block, bold, details, footer, heading, paragraph } from '../../bot/message/rich.ts'
import type { Plain } from '../../bot/message/texts.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { shownTo } from '../../language/locale.ts'
import { type Access, mayWrite } from '../keeping/access.ts'
import { markOfFinding, type Review } from '../keeping/review.ts'
import type { Finding } from '../rules/finding.ts'
import { say as sayCheck } from '../say.ts'
import { findingBlocks, type Section } from '../texts.ts'
import { told } from '../told.ts'
import { ACCEPT, EXPORT, EXPORTS, type ExportKind, OPEN } from './buttons.ts'
import { say } from './say.ts'
import type { Texts } from './texts.types.ts'

const MOST_SECTIONS = 4
/** Findings that can be left as they are from one message. */
const MOST_ACCEPTED = 6

type Reviewed = {
  what: string
  review: Review
  findings: readonly Finding[]
  accepted: number
  sections: readonly Section[]
}

/** What the checks say of the plan or of a step, with what may be left as it is. */
export function reviewMessage(
  to: To,
  access: Access,
  { what, review, findings, accepted, sections }: Reviewed,
): Outgoing {
  const t = say(to.locale)
  const { plan } = access
  const warnings = findings.filter(({ level }) => level !== 'error')
  return {
    chatId: to.chatId,
    content: [
      heading(t('review-title', { what }), 4),
      ...(findings.length === 0 ? [paragraph(t('review-clean'))] : []),
      ...levels(to, findings),
      ...(review.blanks > 0 ? [paragraph(t('review-blanks', { count: review.blanks }))] : []),
      ...(accepted > 0 ? [footer(t('review-accepted', { count: accepted }))] : []),
    ],
    buttons: [
      ...(mayWrite(access)
        ? warnings
            .slice(0, MOST_ACCEPTED)
            .map((one) => [ACCEPT.labelled(t('button-accept', { code: one.code }), plan.id, markOfFinding(one))])
        : []),
      ...sections
        .slice(0, MOST_SECTIONS)
        .map(({ passageId, title }) => [TOPIC.labelled(shownTo(to.locale, title).slice(0, 60), passageId)]),
      [EXPORT.labelled(t('button-report'), plan.id, 'report'), OPEN.labelled(t('button-plan'), plan.id)],
    ],
  }
}

function levels({ locale }: To, findings: readonly Finding[]): Block[] {
  const t = sayCheck(locale)
  const of = (level: Finding['level']) => findings.filter((one) => one.level === level).map((one) => told(locale, one))
  const [errors, warnings, hints] = [of('error'), of('warning'), of('hint')]
  return [
    ...(errors.length > 0
      ? [paragraph(bold(t('checked-errors', { count: errors.length }))), ...findingBlocks(locale, errors)]
      : []),
    ...(warnings.length > 0
      ? [paragraph(bold(t('checked-warnings', { count: warnings.length }))), ...findingBlocks(locale, warnings)]
      : []),
    ...(hints.length > 0 ? [details(t('checked-hints', { count: hints.length }), findingBlocks(locale, hints))] : []),
  ]
}

export const EXPORT_NAMES: Record<ExportKind, Plain<Texts>> = {
  cyrl: 'button-docx-cyrl',
  latn: 'button-docx-latn',
  xlsx: 'button-xlsx',
  report: 'button-report',
  yearly: 'button-yearly',
}

export function pickExportMessage(to: To, planId: number): Outgoing {
  const t = say(to.locale)
  return {
    chatId: to.chatId,
    content: [paragraph(t('export-pick'))],
    buttons: [
      ...EXPORTS.map((kind) => [EXPORT.labelled(t(EXPORT_NAMES[kind]), planId, kind)]),
      [OPEN.labelled(t('button-plan'), planId)],
    ],
  }
}
