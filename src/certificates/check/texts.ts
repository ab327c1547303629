import { type Block, bold, heading, list, paragraph, type RichText } from '../../bot/message/rich.ts'
import { onDayFor } from '../../language/dates/write.ts'
import type { Locale } from '../../language/locale.ts'
import { dayAt } from '../../platform/clock.ts'
import { shownNumber } from '../number.ts'
import { allFactsOf } from '../stated-texts.ts'
import { say } from '../texts.ts'
import type { Checked } from './check.ts'

/** The verdict in a sentence; the same in the chat and on the page. */
export function verdictText(locale: Locale, checked: Checked): string {
  const t = say(locale)
  switch (checked.kind) {
    case 'unknown':
      return t('check-unknown', { number: shownNumber(locale, checked.number) })
    case 'altered':
      return t('check-altered')
    case 'found':
      return foundText(locale, checked)
  }
}

function foundText(locale: Locale, { state, endedAt }: Extract<Checked, { kind: 'found' }>): string {
  const t = say(locale)
  if (state === 'valid' || endedAt === null) return t('check-valid')
  const on = onDayFor(locale, dayAt(endedAt))
  return t(state === 'replaced' ? 'check-replaced' : 'check-revoked', { on: on.replace(/\.$/, '') })
}

/** Of a certificate whose name is not kept: whether it was given to the one that was asked about; `null`: none was. */
export function nameVerdict(locale: Locale, isTheirs: boolean | null): string {
  const t = say(locale)
  if (isTheirs === null) return t('check-erased')
  return isTheirs ? t('check-name-right') : t('check-name-wrong')
}

/** The answer to «провери ЛС-…»; `isTheirs`: whether a name that is not kept is the one that was asked about. */
export function checkedBlocks(locale: Locale, checked: Checked, isTheirs: boolean | null = null): Block[] {
  const t = say(locale)
  const verdict = verdictText(locale, checked)
  if (checked.kind !== 'found') return [paragraph(verdict)]
  const { stated, number, state } = checked
  const facts = allFactsOf(locale, number, stated)
  return [
    heading(`${state === 'valid' ? '✅' : '⛔'} ${verdict}`, 4),
    list(facts.map(({ label, value }): RichText => [bold(`${label}: `), value])),
    ...(stated.name === null ? [paragraph(nameVerdict(locale, isTheirs))] : []),
    paragraph(t('check-compare')),
  ]
}
