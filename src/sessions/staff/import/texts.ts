import { type Block, bold, details, footer, heading, list, paragraph } from '../../../bot/message/rich.ts'
import { loadTexts } from '../../../bot/message/texts.ts'
import { placed, type To } from '../../../bot/message/to.ts'
import type { Outgoing } from '../../../bot/send/outbox.ts'
import { type Locale, shownTo } from '../../../language/locale.ts'
import { xlsxOf } from '../../../platform/spreadsheet.ts'
import type { Status } from '../../line/sign-up.ts'
import type { Session } from '../../session/session.ts'
import { timeOf, titleOf } from '../../session/texts.ts'
import { ROLL } from '../buttons.ts'
import type { Imported, Invited, Preview } from './actions.ts'
import { ON_IMPORT } from './buttons.ts'
import type { Fault } from './list.ts'
import type { Texts } from './texts.types.ts'

export const say = loadTexts<Texts>(import.meta.url)
/** So many names of a kind are shown; of the others how many. */
const MOST_NAMED = 15
/** More names are folded away. */
const MOST_OPEN = 5
/** A row with a whole story in it is cut. */
const LONGEST_ROW = 80

/** What importing a list would do, before it is done. */
export function previewMessage(
  to: To,
  { session, importId, sorted, free }: Preview,
  faults: readonly Fault[],
): Outgoing {
  const { locale } = to
  const t = say(locale)
  const count = sorted.known.length + sorted.without.length
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => shownTo(locale, name))
  const doubles = sorted.doubles.map(({ name, first, row }) =>
    t('preview-double-line', { name: shownTo(locale, name), first, row }),
  )
  const unreached = sorted.without.filter(({ phone, email }) => phone === null && email === null).length
  return {
    ...placed(to),
    content: [
      heading(t('preview-title', { title: titleOf(locale, session) }), 4),
      ...part(locale, t('preview-known', { count: sorted.known.length }), names(sorted.known)),
      ...part(locale, t('preview-without', { count: sorted.without.length }), names(sorted.without)),
      ...(unreached > 0 ? [footer(t('preview-no-contact', { count: unreached }))] : []),
      ...part(locale, t('preview-there', { count: sorted.there.length }), names(sorted.there)),
      ...part(locale, t('preview-doubles', { count: sorted.doubles.length }), doubles),
      ...part(
        locale,
        t('preview-faults', { count: faults.length }),
        faults.map((one) => faultLine(locale, one)),
      ),
      paragraph(count === 0 ? t('preview-nobody') : t('preview-places', { free })),
    ],
    buttons: [
      ...(count === 0 ? [] : [[ON_IMPORT.go.labelled(t('button-import-go', { count }), importId)]]),
      [ON_IMPORT.drop.labelled(t('button-import-drop'), importId)],
    ],
  }
}

function faultLine(locale: Locale, { row, why, text }: Fault): string {
  const t = say(locale)
  const shown = text.length > LONGEST_ROW ? `${text.slice(0, LONGEST_ROW - 1)}…` : text
  return t('fault-line', {
    row,
    why: why === 'no-name' ? t('fault-no-name') : t('fault-no-municipality'),
    text: shownTo(locale, shown),
  })
}

function part(locale: Locale, title: string, lines: string[]): Block[] {
  if (lines.length === 0) return []
  const more = lines.length - MOST_NAMED
  const shown = more > 0 ? [...lines.slice(0, MOST_NAMED), say(locale)('preview-more', { count: more })] : lines
  return shown.length > MOST_OPEN ? [details(bold(title), [list(shown)])] : [paragraph(bold(title)), list(shown)]
}

/** What an import came to, while it can be undone. */
export function importedMessage(to: To, { session, importId, confirmed, waiting }: Imported): Outgoing {
  const t = say(to.locale)
  return {
    ...placed(to),
    content: [paragraph(bold(t('import-done', { confirmed, waiting }))), footer(t('import-undo-how'))],
    buttons: [
      [ON_IMPORT.undo.labelled(t('button-import-undo'), importId)],
      [ROLL.labelled(t('button-import-roll'), session.id)],
    ],
  }
}

/** What whoever invites somebody copies into a message to them. */
export function inviteText(
  locale: Locale,
  session: Session,
  { name, link, status }: { name: string; link: string; status: Status },
): string {
  const about = {
    title: titleOf(locale, session),
    when: timeOf(locale, session),
    place: shownTo(locale, session.place),
  }
  return say(locale)('invite-text', { ...about, name: shownTo(locale, name), link, standing: status })
}

/** Invitations of those without Telegram, a row each, to be copied; `linkOf` is each one's own link. */
export async function invitesFile(
  { chatId, locale }: To,
  session: Session,
  people: readonly Invited[],
  linkOf: (personId: number) => string,
): Promise<Outgoing> {
  const t = say(locale)
  const rows = people.map(({ personId, name, phone, email, status }) => {
    const link = linkOf(personId)
    return [shownTo(locale, name), phone, email, inviteText(locale, session, { name, link, status }), link]
  })
  const head = [t('invites-name'), t('invites-phone'), t('invites-email'), t('invites-text'), t('invites-link')]
  const bytes = await xlsxOf([{ name: t('invites-sheet'), head, rows }])
  return {
    chatId,
    content: [paragraph(t('invites-caption', { count: people.length }))],
    file: { name: `${t('invites-file', { id: session.id })}.xlsx`, base64: Buffer.from(bytes).toString('base64') },
  }
}
