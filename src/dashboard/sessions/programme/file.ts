import type { Authored } from '../../../bot/message/authored.ts'
import type { Deposit } from '../../../bot/send/deposit.ts'
import { cleanName } from '../../../knowledge/material/upload-handlers.ts'
import { LIMITS } from '../../../knowledge/readers/limits.ts'
import { MOST_PROGRAMME } from '../../../sessions/programme/handlers.ts'
import { say as sayProgramme } from '../../../sessions/programme/texts.ts'
import { readSession } from '../../../sessions/session/store.ts'
import { once } from '../../once.ts'
import type { Page, SentFile, Show, Visit } from '../../page.ts'
import { noPage } from '../../refusals.ts'
import { say } from '../texts.ts'
import { keepProgramme, programmeView } from './programme.ts'

/** What the pages of sessions are given. */
export type SessionParts = { deposit: Deposit }

/** A document or picture becomes the programme; whoever sends it has it in the chat, too, as people get it. */
export function programmeFile({ deposit }: SessionParts): Page {
  return {
    method: 'POST',
    path: '/sessions/:id{[0-9]+}/programme/file',
    who: 'trainer',
    show: (visit, [sessionId]) => refusing(say(visit.locale)('programme-file-none'))(visit, [sessionId!]),
    takes: (file, by) => take(deposit, file, by),
  }
}

async function take(
  deposit: Deposit,
  { name, bytes }: SentFile,
  { person, locale }: Pick<Visit, 'person' | 'locale'>,
): Promise<Show> {
  const t = say(locale)
  if (bytes.length > LIMITS.fileBytes)
    return refusing(t('programme-file-large', { most: LIMITS.fileBytes / 1_000_000 }))
  const file = await deposit(person.telegramId, { name: cleanName(name), bytes }, t('programme-file-yours'))
  return file ? keeping(file) : refusing(t('programme-file-failed'))
}

/** Words that there are stay, where they fit under it. */
function keeping(file: NonNullable<Authored['file']>): Show {
  return async (visit, [sessionId]) => {
    const session = await readSession(visit.db, sessionId!)
    if (!session) return noPage(visit.locale)
    const { text = '', entities = [] } = session.programme ?? {}
    const most = MOST_PROGRAMME.withFile
    if (text.length > most)
      return refusing(sayProgramme(visit.locale)('too-long', { length: text.length, most }))(visit, [sessionId!])
    const note = await once(visit, () => keepProgramme(visit, session, { text, entities, file }))
    return programmeView(visit, sessionId!, note ?? { note: say(visit.locale)('done-before') })
  }
}

const refusing =
  (fileFault: string): Show =>
  (visit, [sessionId]) =>
    programmeView(visit, sessionId!, { fileFault })
