import { expect, test } from 'vitest'
import { listStaffActs } from '../src/audit.ts'
import { discardVersion, publishVersion, withdrawSource } from '../src/knowledge/ingest/publish.ts'
import { insertVersion } from '../src/knowledge/ingest/version-store.ts'
import { bareDocument } from '../src/knowledge/readers/document.ts'
import { erasePerson } from '../src/people/my-data/store.ts'
import { acceptInvite, inviteTrainer, takeRole } from '../src/people/roles/actions.ts'
import { revokeInvite } from '../src/people/roles/invite-store.ts'
import { grantRole } from '../src/people/store.ts'
import { cancelSignUp, signUp } from '../src/sessions/participants/sign-up-actions.ts'
import { cancelSession } from '../src/sessions/staff/session-actions.ts'
import { NOW } from './sessions/builders.ts'
import { anApplicant, anOpenSession, aPerson } from './sessions/people.ts'
import { aDatabase } from './support/database/database.ts'

const database = await aDatabase()
const { pool } = database
const later = (minutes: number) => NOW.add({ minutes })

const told = async (since = NOW) =>
  (await listStaffActs(pool, since)).map(({ at, who, what }) => `${NOW.until(at).total('minutes')} ${who} ${what}`)

test('everything that staff did stands in one list, and nothing that participants did', async () => {
  await grantRole(pool, { telegramId: 9, name: 'Особа 9', role: 'coordinator', now: NOW })
  const coordinator = await aPerson(database, 9)
  const trainer = await aPerson(database, 8)
  const session = await anOpenSession(database, coordinator)
  const applicant = await anApplicant(database, 1)
  await database.transaction(async (db) => {
    const { token } = await inviteTrainer(db, coordinator, later(1))
    await acceptInvite(db, token, trainer, later(2))
    await inviteTrainer(db, coordinator, later(3))
    await revokeInvite(db, 2, coordinator, later(4))
    const requested = { sessionId: session.id, applicant, requestedAt: later(5) }
    const joined = await signUp(db, requested, later(5))
    expect(joined.kind).toBe('confirmed')
    await cancelSignUp(db, { signUpId: 1, personId: applicant.personId, reason: null }, later(6))
    await cancelSession(db, { sessionId: session.id, staffId: trainer, reason: 'Нема сале.' }, later(7))
    const file = { fileName: 'plan.docx', format: 'docx', language: 'sr', pages: null, hash: 'h', unread: [] } as const
    const document = bareDocument('План', [])
    const prepared = () => insertVersion(db, { ...file, unread: [], document }, trainer, later(8))
    const published = await publishVersion(db, await prepared(), null, trainer, later(8))
    expect(published.kind).toBe('published')
    await withdrawSource(db, 1, trainer, later(9))
    await discardVersion(db, await prepared(), coordinator, later(10))
    await takeRole(db, { personId: trainer, role: 'trainer', actorId: coordinator }, later(11))
  })
  const title = `session ${session.id} «${session.title}»`
  expect(await told()).toEqual([
    `0 Особа 9 ${title}: created`,
    `0 Особа 9 ${title}: opened`,
    '1 Особа 9 invitation 1 made',
    '2 Особа 9 Особа 8 is now a trainer (invitation)',
    '3 Особа 9 invitation 2 made',
    '4 Особа 9 invitation 2 taken back',
    `7 Особа 8 ${title}: cancelled`,
    '8 Особа 8 document 1 «plan.docx»: published',
    '9 Особа 8 document 1 «plan.docx»: withdrawn',
    '10 Особа 9 document 2 «plan.docx»: discarded',
    '11 Особа 9 Особа 8 is now a member',
  ])
  expect(await told(later(10))).toHaveLength(2)

  await erasePerson(pool, coordinator, later(12))
  expect(await told(later(10))).toEqual([
    '10 null document 2 «plan.docx»: discarded',
    '11 null Особа 8 is now a member',
  ])
})
