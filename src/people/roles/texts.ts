import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, button, heading, list, paragraph, tappable } from '../../bot/message/rich.ts'
import { loadTexts } from '../../bot/message/texts.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { deadlineFor } from '../../language/dates.ts'
import type { Locale } from '../../language/locale.ts'
import { ZONE } from '../../platform/clock.ts'
import type { Invite, StaffLine } from './store.ts'

export const sayRoles = loadTexts(import.meta.url)

type To = { chatId: number; locale: Locale; edits?: number }

export function refusedMessage(chatId: number, locale: Locale, sentence: string): Outgoing {
  return roleMessage({ chatId, locale }, sentence)
}

export function roleMessage(
  { chatId, locale, edits }: To,
  sentence: string,
  values: Record<string, string> = {},
  buttons: InlineKeyboardButton[][] = [],
): Outgoing {
  const text = sayRoles(locale)(sentence, values)
  return {
    chatId,
    // A name is never made to be tapped.
    content: [paragraph(Object.keys(values).length === 0 ? tappable(text) : text)],
    ...(edits === undefined ? {} : { edits }),
    ...(buttons.length > 0 ? { buttons } : {}),
  }
}

/** What the coordinator reads, and what they pass on. */
export function inviteMessages(to: To, invite: { url: string; expiresAt: Temporal.Instant }): Outgoing[] {
  const t = sayRoles(to.locale)
  const until = untilInstant(to.locale, invite.expiresAt)
  const link = { type: 'url' as const, text: invite.url, url: invite.url }
  return [
    { chatId: to.chatId, content: [paragraph(t('invite-made', { until }))] },
    { chatId: to.chatId, content: [paragraph(t('invite-forward', { until })), paragraph(link)] },
  ]
}

/** An instant after «до», as clocks show it here. */
function untilInstant(locale: Locale, at: Temporal.Instant): string {
  return deadlineFor(locale, at.toZonedDateTimeISO(ZONE).toPlainDateTime())
}

/** Who is staff, the invitations that are open, and what can be taken back. */
export function staffMessage(to: To, staff: StaffLine[], invites: Invite[]): Outgoing {
  const t = sayRoles(to.locale)
  const trainers = staff.filter((one) => one.role === 'trainer')
  return {
    chatId: to.chatId,
    ...(to.edits === undefined ? {} : { edits: to.edits }),
    content: [
      heading(t('staff-title'), 4),
      ...(staff.length > 0 ? [list(staff.map(({ name, role }) => t('staff-line', { name, role })))] : []),
      ...openInvites(to.locale, invites),
    ],
    buttons: [
      ...trainers
        .slice(0, MOST_BUTTONS)
        .map((one) => [button(t('button-take-role', { name: one.name }), `role:take:${one.personId}`)]),
      ...invites.map((one) => [
        button(t('button-revoke-invite', { until: untilInstant(to.locale, one.expiresAt) }), `role:revoke:${one.id}`),
      ]),
    ],
  }
}

/** Telegram takes 100 buttons under a message. */
const MOST_BUTTONS = 70

function openInvites(locale: Locale, invites: Invite[]): Block[] {
  const t = sayRoles(locale)
  if (invites.length === 0) return [paragraph(tappable(t('invites-none')))]
  const lines = invites.map((one) =>
    t('invite-line', { until: untilInstant(locale, one.expiresAt), by: one.madeByName }),
  )
  return [paragraph(bold(t('invites-title'))), list(lines)]
}
