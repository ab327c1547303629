import type { InlineKeyboardButton } from 'grammy/types'
import { type Block, bold, heading, list, paragraph, type RichText, tappable } from '../../bot/message/rich.ts'
import { loadTexts, type Plain, type Say } from '../../bot/message/texts.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { deadlineFor } from '../../language/dates/write.ts'
import type { Locale } from '../../language/locale.ts'
import { momentAt } from '../../platform/clock.ts'
import { ASK_TO_TAKE, REVOKE } from './buttons.ts'
import type { Invite } from './invite-store.ts'
import type { StaffLine } from './store.ts'
import type { Texts } from './texts.types.ts'

export const sayRoles = loadTexts<Texts>(import.meta.url)

/** One of our own sentences, its commands to tap. */
export function sentenceMessage(to: To, sentence: Plain<Texts>, buttons: InlineKeyboardButton[][] = []): Outgoing {
  return messageOf(to, tappable(sayRoles(to.locale)(sentence)), buttons)
}

/** Words with a name in them, which is never made to be tapped. */
export function namingMessage(
  to: To,
  words: (t: Say<Texts>) => string,
  buttons: InlineKeyboardButton[][] = [],
): Outgoing {
  return messageOf(to, words(sayRoles(to.locale)), buttons)
}

function messageOf({ chatId, edits }: To, text: RichText, buttons: InlineKeyboardButton[][]): Outgoing {
  return {
    chatId,
    content: [paragraph(text)],
    ...(edits === undefined ? {} : { edits }),
    ...(buttons.length > 0 ? { buttons } : {}),
  }
}

/** What whoever became a trainer reads. */
export function welcomeMessage(to: To, by: string): Outgoing {
  const t = sayRoles(to.locale)
  const content = [paragraph(tappable(t('invite-accepted'))), paragraph(t('invite-accepted-by', { by }))]
  return { chatId: to.chatId, content }
}

/** What the coordinator reads, and what they pass on. */
export function inviteMessages(to: To, invite: { url: string; expiresAt: Temporal.Instant; by: string }): Outgoing[] {
  const t = sayRoles(to.locale)
  const until = deadlineFor(to.locale, momentAt(invite.expiresAt))
  const link = { type: 'url' as const, text: invite.url, url: invite.url }
  return [
    { chatId: to.chatId, content: [paragraph(t('invite-made', { until }))] },
    { chatId: to.chatId, content: [paragraph(t('invite-forward', { until, by: invite.by })), paragraph(link)] },
  ]
}

/** Who is staff, the invitations that are open, and what can be taken back. */
export function staffMessage(to: To, staff: StaffLine[], invites: Invite[], readerId: number): Outgoing {
  const t = sayRoles(to.locale)
  return {
    chatId: to.chatId,
    ...(to.edits === undefined ? {} : { edits: to.edits }),
    content: [
      heading(t('staff-title'), 4),
      ...(staff.length > 0 ? [list(staff.map((one) => staffLine(to.locale, one)))] : []),
      ...openInvites(to.locale, invites),
    ],
    buttons: [
      ...takeable(staff).map((one) => [
        ASK_TO_TAKE.labelled(
          one.personId === readerId ? t('button-leave') : t('button-take-role', { name: one.name }),
          one.personId,
        ),
      ]),
      ...invites.map((one) => [
        REVOKE.labelled(t('button-revoke-invite', { until: deadlineFor(to.locale, momentAt(one.expiresAt)) }), one.id),
      ]),
    ],
  }
}

/** Telegram takes 100 buttons under a message. */
const MOST_BUTTONS = 70

/** Whose role can be taken: everybody's, but that of the only coordinator. Trainers come first, as they change more often. */
function takeable(staff: readonly StaffLine[]): StaffLine[] {
  const coordinators = staff.filter(({ role }) => role === 'coordinator')
  const trainers = staff.filter(({ role }) => role === 'trainer')
  return [...trainers, ...(coordinators.length > 1 ? coordinators : [])].slice(0, MOST_BUTTONS)
}

/** Who somebody is and what made them so. */
function staffLine(locale: Locale, { name, role, source, givenBy }: StaffLine): string {
  const t = sayRoles(locale)
  const who = t('staff-line', { name, role })
  if (source === 'configuration') return `${who} (${t('staff-from-configuration')})`
  if (source === 'invitation' && givenBy !== null) return `${who} (${t('staff-from-invitation', { by: givenBy })})`
  return who
}

function openInvites(locale: Locale, invites: Invite[]): Block[] {
  const t = sayRoles(locale)
  if (invites.length === 0) return [paragraph(tappable(t('invites-none')))]
  const lines = invites.map((one) =>
    t('invite-line', { until: deadlineFor(locale, momentAt(one.expiresAt)), by: one.madeByName }),
  )
  return [paragraph(bold(t('invites-title'))), list(lines)]
}
