import { bold, footer, heading, list, paragraph } from '../../bot/message/rich.ts'
import type { Button } from '../../bot/registry/button.ts'
import type { Outgoing, Payload } from '../../bot/send/outbox.ts'
import type { Locale } from '../../language/locale.ts'
import { type PlainSentence, say } from '../texts.ts'
import { DISCARD, ENDS, STEPS } from './buttons.ts'

/** A broadcast as it is before it is sent: in each script exactly as people will have it, then how many get it and how many do not. */
export function previewMessages(
  chatId: number,
  locale: Locale,
  copies: { cyrillic: Payload; latin: Payload },
  preview: { audiences: string[]; people: number; blocked: number; optedOut: number; toCall: number },
): Outgoing[] {
  const tell = say(locale)
  const label = (sentence: PlainSentence): Outgoing => ({ chatId, content: [paragraph(bold(tell(sentence)))] })
  const act = (sentence: PlainSentence, pressed: Button<[], 'trainer'>) => pressed.labelled(tell(sentence))
  return [
    label('preview-cyrillic'),
    { chatId, ...copies.cyrillic },
    label('preview-latin'),
    { chatId, ...copies.latin },
    {
      chatId,
      content: [
        heading(tell('preview-title'), 4),
        paragraph(bold(tell('preview-for'))),
        list(preview.audiences),
        paragraph(preview.people > 0 ? tell('preview-reach', { people: preview.people }) : tell('preview-nobody')),
        ...unreachedLines(locale, preview).map((line) => footer(line)),
      ],
      buttons: [
        ...(preview.people > 0
          ? [[act('button-send-now', ENDS['send-now']), act('button-send-later', STEPS['send-later'])]]
          : []),
        [act('button-send-me', ENDS['send-me'])],
        [act('button-edit-text', STEPS['edit-text']), act('button-edit-audience', STEPS['edit-audience'])],
        [act('button-cancel', DISCARD)],
      ],
    },
  ]
}

function unreachedLines(
  locale: Locale,
  { blocked, optedOut, toCall }: { blocked: number; optedOut: number; toCall: number },
): string[] {
  return [
    ...(blocked > 0 ? [say(locale)('preview-blocked', { count: blocked })] : []),
    ...(optedOut > 0 ? [say(locale)('preview-opted-out', { count: optedOut })] : []),
    ...(toCall > 0 ? [say(locale)('preview-to-call', { count: toCall })] : []),
  ]
}
