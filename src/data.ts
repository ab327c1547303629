import { forgetConversationOf, readConversationOf } from './answers/personal-store.ts'
import { CONVERSATION_WORDS } from './answers/reading/conversation-store.ts'
import { answersData } from './answers/retention.ts'
import { ASKER, deleteQuestionsOf, QUESTION_WORDS, readQuestionsOf } from './answers/store.ts'
import { forgetChat, privateChats, readChat } from './bot/chat-data.ts'
import { CHAT_WORDS, replaceFilesAbout } from './bot/mentions.ts'
import type { Block } from './bot/message/rich.ts'
import { BOT_DATA } from './bot/retention.ts'
import { broadcastAuditEntries } from './broadcasts/audit.ts'
import { broadcastsTo } from './broadcasts/recipient-store.ts'
import { BROADCAST_DATA } from './broadcasts/retention.ts'
import { BROADCAST_WORDS } from './broadcasts/store.ts'
import {
  blankCertificatesOf,
  CERTIFICATE_WORDS,
  certificateAuditEntries,
  giveCertificates,
  readCertificatesOf,
} from './certificates/personal-store.ts'
import { CERTIFICATE_DATA } from './certificates/retention.ts'
import { DASHBOARD_DATA } from './dashboard/retention.ts'
import { DRAFT_WORDS, forgetFormsOf, readDraftsOf as readFormsBegunBy } from './dashboard/store.ts'
import { chooseDigest, withoutDigest } from './gaps/digest/digest-store.ts'
import { GAP_DATA } from './gaps/retention.ts'
import { forgetAnswersOf, readAnswersOf } from './gaps/staff/answer-store.ts'
import { forgetQuestionsSent, GAP_WORDS, readQuestionsSent } from './gaps/store.ts'
import { disownConfirmed, readConfirmedOf } from './knowledge/ingest/confirmed-store.ts'
import { deleteDraftsOf, MATERIAL_WORDS, readDraftsOf } from './knowledge/ingest/version-store.ts'
import { materialAuditEntries } from './knowledge/material/audit.ts'
import { KNOWLEDGE_DATA } from './knowledge/retention.ts'
import { readNames } from './people/directory-store.ts'
import { markOf } from './people/marks.ts'
import { blankMentions, countMentions, mentionOfPerson } from './people/my-data/mentions.ts'
import { type Asked, eraseAll, type PersonalData } from './people/my-data/personal-data.ts'
import { deleteNoticeChoices, readNoticeChoices } from './people/notices/store.ts'
import { PEOPLE_DATA } from './people/retention.ts'
import { roleAuditEntries } from './people/roles/audit.ts'
import { eraseRoles, readRoles } from './people/roles/personal.ts'
import { KEEP_PERSON } from './people/rules.ts'
import { erasePerson, localeOfChat, readPersonRow, silentSince, strangersAmong } from './people/store.ts'
import { lineMessage } from './people/texts.ts'
import { disownEntries, PLAN_WORDS, readEntriesOf } from './plans/keeping/entry-store.ts'
import { forgetMember, readMembershipsOf } from './plans/keeping/member-store.ts'
import { PLAN_DATA } from './plans/retention.ts'
import { ZONE } from './platform/clock.ts'
import { listAuditEntries } from './platform/database/audit.ts'
import { isPassing } from './platform/database/connection.ts'
import type { Database, Db } from './platform/database/database.ts'
import type { DataClass } from './platform/database/retention.ts'
import type { Words } from './platform/database/words.ts'
import { QUIZ_DATA } from './quiz/retention.ts'
import { deleteRunsOf, readRunsOf } from './quiz/store.ts'
import { deleteDigest } from './reminders/digest/store.ts'
import { REMINDER_DATA } from './reminders/retention.ts'
import { REMINDER_WORDS, readComing } from './reminders/store.ts'
import { REPORT_DATA } from './reports/retention.ts'
import { disownPast, reportAuditEntries } from './reports/store.ts'
import { ATTENDANCE_DATA } from './sessions/attendance/retention.ts'
import { endShown } from './sessions/attendance/shown-store.ts'
import { ATTENDANCE_WORDS, attendanceAuditEntries, blankMarksOf, readMarksOf } from './sessions/attendance/store.ts'
import { EVALUATION_DATA } from './sessions/evaluation/retention.ts'
import { deleteInvitesOf, EVALUATION_WORDS, readInvitesOf } from './sessions/evaluation/store.ts'
import type { Follow } from './sessions/joining/actions.ts'
import { exportSignUps, SIGN_UP_WORDS } from './sessions/line/store.ts'
import { eraseSignUps } from './sessions/participants/sign-up-actions.ts'
import { ANSWER_DATA } from './sessions/questions/retention.ts'
import { ANSWER_WORDS, deleteAskedOf, readAskedOf } from './sessions/questions/store.ts'
import { SESSION_DATA } from './sessions/retention.ts'
import { SESSION_WORDS } from './sessions/session/store.ts'
import { sessionAuditEntries } from './sessions/staff/audit.ts'
import { IMPORT_DATA } from './sessions/staff/import/retention.ts'
import { disownImports, IMPORT_WORDS, readImportsOf } from './sessions/staff/import/store.ts'
import { WORD_DATA } from './sessions/staff/words/retention.ts'
import { deleteWordsOf, readWordsOf, SESSION_WORD_WORDS } from './sessions/staff/words/store.ts'

/** All kinds of data that the program holds, with how long it keeps each. */
export function dataClasses(settings: { traceDays: number }): DataClass[] {
  return [
    ...PEOPLE_DATA,
    ...BOT_DATA,
    ...SESSION_DATA,
    ...ATTENDANCE_DATA,
    ...REPORT_DATA,
    ...WORD_DATA,
    ...ANSWER_DATA,
    ...IMPORT_DATA,
    ...EVALUATION_DATA,
    ...QUIZ_DATA,
    ...KNOWLEDGE_DATA,
    ...answersData(settings.traceDays),
    ...BROADCAST_DATA,
    ...REMINDER_DATA,
    ...GAP_DATA,
    ...CERTIFICATE_DATA,
    ...PLAN_DATA,
    ...DASHBOARD_DATA,
  ]
}

/** What each feature knows of what staff did. */
const AUDITED = [
  reportAuditEntries,
  sessionAuditEntries,
  attendanceAuditEntries,
  roleAuditEntries,
  materialAuditEntries,
  broadcastAuditEntries,
  certificateAuditEntries,
]

/** Something that staff did. `who` is `null` once their data are erased, and where it is not kept. */
export type StaffAct = { at: Temporal.Instant; who: string | null; what: string }

/** What staff did since `since`, the oldest first. */
export async function listStaffActs(db: Db, since: Temporal.Instant): Promise<StaffAct[]> {
  const entries = await listAuditEntries(db, AUDITED, since)
  const names = await readNames(
    db,
    entries.map(({ actorId }) => actorId),
  )
  return entries.map(({ at, actorId, what }) => ({ at, who: (actorId !== null && names.get(actorId)) || null, what }))
}

/**
 * Where people's words stand, which may name others. Not the material: what is published stays, and is said to. `text` and
 * `json` columns that are not here hold no words of people, or go with the person whose they are.
 */
export const WORDS: readonly Words[] = [
  ...CHAT_WORDS,
  ...SESSION_WORDS,
  SIGN_UP_WORDS,
  ATTENDANCE_WORDS,
  SESSION_WORD_WORDS,
  ANSWER_WORDS,
  IMPORT_WORDS,
  ...EVALUATION_WORDS,
  REMINDER_WORDS,
  BROADCAST_WORDS,
  MATERIAL_WORDS,
  QUESTION_WORDS,
  CONVERSATION_WORDS,
  ...GAP_WORDS,
  CERTIFICATE_WORDS,
  ...PLAN_WORDS,
  DRAFT_WORDS,
]

/** What each feature holds about people, in the order of erasing: the person comes last. */
export const PERSONAL_DATA: readonly PersonalData[] = [
  {
    name: 'formsBegun',
    read: (db, person) => readFormsBegunBy(db, person.id),
    erase: (db, person) => forgetFormsOf(db, person.id),
  },
  {
    name: 'answers',
    read: (db, person) => readAskedOf(db, person.id),
    erase: (db, person) => deleteAskedOf(db, person.id),
  },
  {
    name: 'messages',
    read: (db, person) => readWordsOf(db, person.id),
    erase: (db, person) => deleteWordsOf(db, person.id),
  },
  {
    name: 'listsSent',
    read: (db, person) => readImportsOf(db, person.id),
    erase: (db, person) => disownImports(db, person.id),
  },
  {
    name: 'attendance',
    read: (db, person) => readMarksOf(db, person.id),
    erase: async (db, person) => {
      await blankMarksOf(db, person.id)
      await inChat(person, (chatId) => endShown(db, chatId))
    },
  },
  {
    name: 'evaluations',
    read: (db, person) => readInvitesOf(db, person.id),
    // What they answered is nobody's.
    erase: (db, person) => deleteInvitesOf(db, person.id),
  },
  {
    name: 'quizzes',
    read: (db, person) => readRunsOf(db, person.id),
    erase: (db, person) => deleteRunsOf(db, person.id),
  },
  {
    name: 'certificates',
    read: (db, person) => readCertificatesOf(db, person.id),
    erase: (db, person) => blankCertificatesOf(db, person.id),
  },
  {
    name: 'signUps',
    read: (db, person) => exportSignUps(db, person.id),
    erase: (db, person, now) => eraseSignUps(db, person.id, now),
  },
  {
    name: 'notices',
    read: async (db, person) => ({
      choices: await readNoticeChoices(db, person.id),
      broadcasts: await broadcastsTo(db, person.id),
      coming: await readComing(db, person.id),
    }),
    // Which broadcasts they got stays with the row that says no more who they were, for counts.
    erase: async (db, person) => {
      await deleteNoticeChoices(db, person.id)
      await deleteDigest(db, person.id)
    },
  },
  {
    name: 'questionsToTrainers',
    read: (db, person) => readQuestionsSent(db, person.id),
    erase: (db, person) => forgetQuestionsSent(db, person.id, mentionOfPerson(person).isIn),
  },
  {
    name: 'answersGiven',
    read: async (db, person) => ({
      written: await readAnswersOf(db, person.id),
      confirmed: await readConfirmedOf(db, person.id),
      withoutDigest: (await withoutDigest(db, [person.id])).size > 0,
    }),
    erase: async (db, person) => {
      await forgetAnswersOf(db, person.id)
      await disownConfirmed(db, person.id)
      await disownPast(db, person.id)
      await chooseDigest(db, person.id, true)
    },
  },
  {
    name: 'questions',
    read: (db, person) => inChat(person, async (chatId) => readQuestionsOf(db, await askerOf(db, person.id, chatId))),
    erase: async (db, person) =>
      void (await inChat(person, async (chatId) => deleteQuestionsOf(db, await askerOf(db, person.id, chatId)))),
  },
  {
    name: 'conversation',
    read: (db, person) => inChat(person, (chatId) => readConversationOf(db, chatId)),
    erase: async (db, person) => void (await inChat(person, (chatId) => forgetConversationOf(db, chatId))),
  },
  {
    name: 'plans',
    read: async (db, person) => ({
      writesIn: await readMembershipsOf(db, person.id),
      entries: await readEntriesOf(db, person.id),
    }),
    // A plan is the municipality's: what they wrote in it stays, without them.
    erase: async (db, person) => {
      await forgetMember(db, person.id)
      await disownEntries(db, person.id)
    },
  },
  {
    name: 'documents',
    read: (db, person) => readDraftsOf(db, person.id),
    erase: (db, person) => deleteDraftsOf(db, person.id),
  },
  {
    name: 'chat',
    read: (db, person) => inChat(person, (chatId) => readChat(db, chatId)),
    erase: async (db, person) => void (await inChat(person, (chatId) => forgetChat(db, chatId))),
  },
  { name: 'roles', read: readRoles, erase: eraseRoles },
  {
    name: 'mentions',
    read: (db, person) => countMentions(db, WORDS, mentionOfPerson(person)),
    erase: async (db, person) => {
      const mention = mentionOfPerson(person)
      await replaceFilesAbout(db, mention, (chatId) => outdatedFile(db, chatId))
      await blankMentions(db, WORDS, mention)
    },
  },
  {
    name: 'person',
    read: (db, person) => readPersonRow(db, person.id),
    erase: (db, person, now) => erasePerson(db, person.id, now),
  },
]

/** What is done about the chat of somebody; whoever has no Telegram has none. */
async function inChat<T>({ telegramId }: Asked, work: (chatId: number) => Promise<T>): Promise<T | null> {
  return telegramId === null ? null : work(telegramId)
}

/** What follows somebody whom staff wrote down when they come to the bot; their sign-ups follow by themselves, and with these the rest. */
export const JOINED: readonly Follow[] = [giveCertificates]

async function askerOf(db: Db, id: number, telegramId: number) {
  return { id, telegramId, mark: await markOf(db, ASKER, telegramId) }
}

/** What comes in place of a file that holds somebody who erased their data before it left. */
async function outdatedFile(db: Db, chatId: number): Promise<Block[]> {
  return lineMessage(chatId, (await localeOfChat(db, chatId)) ?? 'sr-Cyrl', 'file-outdated').content
}

/** How many people who fell silent are erased at a time; the rest follow the next time. */
const MOST_ERASED = 100

/**
 * Erases whoever has not written for as long as they were told that their data are kept. Someone who cannot be erased
 * holds up nobody else; throws at the end when there was one.
 */
export async function forgetSilent(database: Database, now: Temporal.Instant): Promise<void> {
  const before = now.toZonedDateTimeISO(ZONE).subtract(KEEP_PERSON).toInstant()
  const failures: unknown[] = []
  for (const person of await silentSince(database.pool, before, MOST_ERASED)) {
    await database
      .transaction((db) => eraseAll(db, person, PERSONAL_DATA, now))
      .catch((error: unknown) => {
        if (isPassing(error)) throw error
        failures.push(error)
      })
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} silent people were not erased`)
}

/**
 * Forgets what came to be kept of private chats after their person had erased everything: a message that was being queued at
 * that very moment. Not of chats in which something is under way: somebody new may be writing.
 */
export async function forgetGone({ pool, transaction }: Database): Promise<void> {
  for (const chatId of await strangersAmong(pool, await privateChats(pool)))
    await transaction(async (db) => {
      if ((await strangersAmong(db, [chatId])).length > 0) await forgetChat(db, chatId)
    })
}
