import { shownTo } from '../../language/locale.ts'
import { readEntry } from '../../people/entered/rules.ts'
import { municipalityLabel } from '../../people/registration/texts.ts'
import { answerForEntered, enterPerson } from '../../sessions/staff/entered/actions.ts'
import { answeredText, enteredText, refusalText, whyEntered } from '../../sessions/staff/entered/said.ts'
import { listEntries } from '../../sessions/staff/reads.ts'
import { entryName } from '../../sessions/staff/roll/status-texts.ts'
import { readDay } from '../day.ts'
import { once } from '../once.ts'
import type { Page, View } from '../page.ts'
import { addView } from './add.ts'
import { sheetView } from './day/attendance.ts'
import { walkInView } from './day/walk-in.ts'
import { FIELDS } from './enter-form.ts'
import { personView } from './people.ts'
import { sessionView } from './session.ts'
import { say } from './texts.ts'

/** Writes somebody down who has no Telegram, as the chat does. */
export const enterAct: Page = {
  method: 'POST',
  path: '/sessions/:id{[0-9]+}/enter',
  who: 'trainer',
  show: async (visit, [id]) => {
    const sessionId = id!
    const { db, form, locale, person, now } = visit
    const read = readEntry(FIELDS.map((field) => form.get(field) ?? '').join(', '))
    // From the sheet of a day one comes back to it.
    const day = readDay(form.get('day'))
    const again = (fault: string, search?: string) =>
      day ? walkInView(visit, sessionId, `${day}`, { fault }, search) : addView(visit, sessionId, { fault }, search)
    if (read.kind === 'refused') return again(refusalText(locale, read))
    const isAnother = form.get('another') === 'yes'
    const by = { sessionId, entry: read.entry, isAnother, staffId: person.id, reason: whyEntered() }
    const result = await once(visit, () => enterPerson(db, by, now))
    if (result?.kind === 'known') {
      const about = {
        name: shownTo(locale, read.entry.name),
        municipality: municipalityLabel(locale, read.entry.municipality),
      }
      return again(say(locale)('enter-known', about), read.entry.name)
    }
    const note = result ? enteredText(locale, read.entry, result) : say(locale)('done-before')
    return day ? sheetView(visit, sessionId, `${day}`, note) : sessionView(visit, sessionId, { note })
  },
}

/** What somebody without Telegram said on the telephone to an offered place. */
export const enteredAnswer: Page = {
  method: 'POST',
  path: '/sessions/:id{[0-9]+}/people/:person{[0-9]+}/answer',
  who: 'trainer',
  show: async (visit, [sessionId, signUpId]): Promise<View> => {
    const { db, form, locale, person, now } = visit
    const answer = form.get('answer') === 'accepted' ? 'accepted' : 'declined'
    const entry = (await listEntries(db, sessionId!)).find(({ signUp }) => signUp.id === signUpId)
    const by = { signUpId: signUpId!, staffId: person.id, answer } as const
    const result = await once(visit, () => answerForEntered(db, by, now))
    if (!result || !entry) return personView(visit, sessionId!, signUpId!, { note: say(locale)('done-before') })
    return personView(visit, sessionId!, signUpId!, { note: answeredText(locale, entryName(locale, entry), result) })
  },
}
