import { setTimeout as wait } from 'node:timers/promises'
import { html } from 'hono/html'
import { plainOfBlocks } from '../../bot/message/rich.ts'
import { insertUpload, mayPropose, readUpload, type UploadReading, waysFor } from '../../knowledge/material/upload.ts'
import { cleanName } from '../../knowledge/material/upload-handlers.ts'
import { refusalText, twinMessage } from '../../knowledge/material/upload-texts.ts'
import { LIMITS } from '../../knowledge/readers/limits.ts'
import type { Locale } from '../../language/locale.ts'
import { once } from '../once.ts'
import type { Page, SentFile, Show, Visit } from '../page.ts'
import { inRoom } from '../rooms.ts'
import { draftView } from './draft.ts'
import type { MaterialParts } from './parts.ts'
import { say } from './texts.ts'
import { uploadForm } from './upload-form.ts'

/** Reads a document as the chat does, keeps it unpublished, and shows what was found in it. */
export function materialUpload({ upload }: MaterialParts): Page {
  return {
    method: 'POST',
    path: '/material/upload',
    who: 'trainer',
    show: async (visit) => formView(visit, say(visit.locale)('upload-none')),
    takes: (file, by) => take(upload, file, by),
  }
}

async function take(
  parts: MaterialParts['upload'],
  file: SentFile,
  { person, locale }: Pick<Visit, 'person' | 'locale'>,
): Promise<Show> {
  const name = cleanName(file.name)
  if (file.bytes.length > LIMITS.fileBytes) return refusing(refusalText(locale, 'too-large', name))
  const free = await slotIn(parts)
  if (!free) return refusing(say(locale)('upload-busy'))
  const reading = await readUpload(parts, { name, bytes: file.bytes }).finally(free)
  if (reading.kind !== 'read') return refusing(refusalOf(locale, name, reading))
  const { upload } = reading
  const proposed = mayPropose(parts, upload) ? await waysFor(parts, upload, person.telegramId) : null
  return async (visit) => {
    const by = { personId: visit.person.id, now: visit.now }
    const id = await once(visit, () => insertUpload(visit.db, upload, proposed, by))
    return id === null ? formView(visit, say(visit.locale)('done-before')) : draftView(visit, id, { proposed })
  }
}

const refusing =
  (why: string): Show =>
  async (visit) =>
    formView(visit, why)

function formView(visit: Visit, fault: string) {
  const title = say(visit.locale)('upload')
  return inRoom(visit, 'material', {
    title,
    back: { at: '/material', name: say(visit.locale)('title') },
    status: 422,
    body: html`${uploadForm(visit.locale, fault)}`,
  })
}

/** How long a document waits for its turn, and how often it looks. */
const LONGEST_WAIT_MS = 60_000
const LOOK_EVERY_MS = 500

async function slotIn({ slots }: MaterialParts['upload']): Promise<(() => void) | null> {
  const until = performance.now() + LONGEST_WAIT_MS
  for (;;) {
    const free = slots.take()
    if (free || performance.now() > until) return free
    await wait(LOOK_EVERY_MS)
  }
}

function refusalOf(locale: Locale, name: string, reading: Exclude<UploadReading, { kind: 'read' }>): string {
  if (reading.kind === 'refused') return refusalText(locale, reading.reason, name)
  return plainOfBlocks(twinMessage(0, locale, reading.twin).content)
}
