import type { InlineKeyboardButton } from 'grammy/types'
import { footer, paragraph } from '../bot/message/rich.ts'
import type { Outgoing } from '../bot/send/outbox.ts'
import type { Locale } from '../language/locale.ts'
import { CHOOSE_LOCALE } from '../people/buttons.ts'
import type { Answer } from './answer.ts'
import { DO } from './buttons.ts'
import type { BotFunction } from './intent/functions.ts'
import { type PlainSentence, say } from './say.ts'

/** What was understood, and the button that does it: nothing is done by a guess. */
export function functionMessage(
  chatId: number,
  locale: Locale,
  { function: fn, instead }: Extract<Answer, { kind: 'function' }>,
): Outgoing {
  const t = say(locale)
  return {
    chatId,
    content: [paragraph(t(instead ? 'function-for-staff' : UNDERSTOOD[fn])), footer(t('function-otherwise'))],
    buttons: buttonsOf(locale, fn),
  }
}

function buttonsOf(locale: Locale, fn: BotFunction): InlineKeyboardButton[][] {
  switch (fn) {
    case 'jezik:sr-Cyrl':
      return [[CHOOSE_LOCALE.labelled('Ћирилица', 'sr-Cyrl')]]
    case 'jezik:sr-Latn':
      return [[CHOOSE_LOCALE.labelled('Latinica', 'sr-Latn')]]
    case 'jezik:en':
      return [[CHOOSE_LOCALE.labelled('English', 'en')]]
    default:
      return [[DO.labelled(say(locale)(LABELS[fn]), fn)]]
  }
}

const LABELS: Record<Exclude<BotFunction, `jezik:${string}`>, PlainSentence> = {
  moje: 'button-do-moje',
  obrisi: 'button-do-obrisi',
  mojipodaci: 'button-do-mojipodaci',
  jezik: 'button-do-jezik',
  obavestenja: 'button-do-obavestenja',
  pomoc: 'button-do-pomoc',
  kontakt: 'button-do-kontakt',
  izvori: 'button-do-izvori',
  obrasci: 'button-do-obrasci',
  novo: 'button-do-novo',
  novaobuka: 'button-do-novaobuka',
  poruka: 'button-do-poruka',
  materijal: 'button-do-materijal',
  upravljanje: 'button-do-upravljanje',
  treneri: 'button-do-treneri',
  pozovi: 'button-do-pozovi',
  podsetnici: 'button-do-podsetnici',
}

const UNDERSTOOD: Record<BotFunction, PlainSentence> = {
  moje: 'function-moje',
  obrisi: 'function-obrisi',
  mojipodaci: 'function-mojipodaci',
  jezik: 'function-jezik',
  'jezik:sr-Cyrl': 'function-jezik-to',
  'jezik:sr-Latn': 'function-jezik-to',
  'jezik:en': 'function-jezik-to',
  obavestenja: 'function-obavestenja',
  pomoc: 'function-pomoc',
  kontakt: 'function-kontakt',
  izvori: 'function-izvori',
  obrasci: 'function-obrasci',
  novo: 'function-novo',
  novaobuka: 'function-novaobuka',
  poruka: 'function-poruka',
  materijal: 'function-materijal',
  upravljanje: 'function-upravljanje',
  treneri: 'function-treneri',
  pozovi: 'function-pozovi',
  podsetnici: 'function-podsetnici',
}
