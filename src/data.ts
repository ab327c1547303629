import { ASKER, deleteQuestionsOf, QUESTION_WORDS, readQuestionsOf } from './answers/keeping/store.ts'
import { forgetConversationOf, readConversationOf } from './answers/personal-store.ts'
import { CONVERSATION_WORDS } from './answers/reading/conversation-store.ts'
import { answersData } from './answers/retention.ts'
import { forgetChat, readChat } from './bot/chat-data.ts'
import { CHAT_WORDS, replaceFilesAbout } from './bot/mentions.ts'
import type { Block } from './bot/message/rich.ts'
import { BOT_DATA } from './bot/retention.ts'
import { broadcastsTo } from './broadcasts/recipient-store.ts'
import { BROADCAST_DATA } from './broadcasts/retention.ts'
import { BROADCAST_WORDS } from './broadcasts/store.ts'
import {
  blankCertificatesOf,
  CERTIFICATE_WORDS,
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
import { KNOWLEDGE_DATA } from './knowledge/retention.ts'
import { MAIL_DATA } from './mail/retention.ts'
import { deleteMailsTo, MAIL_WORDS, readMailsTo } from './mail/store.ts'
import { markOf } from './people/marks.ts'
import { blankMentions, countMentions, mentionOfPerson } from './people/my-data/mentions.ts'
import type { Asked, PersonalData } from './people/my-data/personal-data.ts'
import { erasePerson, readPersonRow } from './people/my-data/store.ts'
import { deleteNoticeChoices, readNoticeChoices } from './people/notices/store.ts'
import { PEOPLE_DATA } from './people/retention.ts'
import { eraseRoles, readRoles } from './people/roles/personal.ts'
import { localeOfChat } from './people/store.ts'
import { lineMessage } from './people/texts.ts'
import { disownEntries, PLAN_WORDS, readEntriesOf } from './plans/keeping/entry-store.ts'
import { forgetMember, readMembershipsOf } from './plans/keeping/member-store.ts'
import { forgetStepsOf, readStepsOf } from './plans/keeping/step-store.ts'
import { PLAN_DATA } from './plans/retention.ts'
import type { Db } from './platform/database/database.ts'
import type { DataClass } from './platform/database/retention.ts'
import type { Words } from './platform/database/words.ts'
import { QUIZ_DATA } from './quiz/retention.ts'
import { deleteRunsOf, readRunsOf } from './quiz/store.ts'
import { deleteDigest } from './reminders/digest/store.ts'
import { REMINDER_DATA } from './reminders/retention.ts'
import { REMINDER_WORDS, readComing } from './reminders/store.ts'
import { REPORT_DATA } from './reports/retention.ts'
import { disownPast } from './reports/store.ts'
import { ATTENDANCE_DATA } from './sessions/attendance/retention.ts'
import { endShown } from './sessions/attendance/shown-store.ts'
import { ATTENDANCE_WORDS, blankMarksOf, readMarksOf } from './sessions/attendance/store.ts'
import { EVALUATION_DATA } from './sessions/evaluation/retention.ts'
import { deleteInvitesOf, EVALUATION_WORDS, readInvitesOf } from './sessions/evaluation/store.ts'
import type { Follow } from './sessions/joining/actions.ts'
import { exportSignUps, SIGN_UP_WORDS } from './sessions/line/store.ts'
import { eraseSignUps } from './sessions/participants/sign-up-actions.ts'
import { ANSWER_DATA } from './sessions/questions/retention.ts'
import { ANSWER_WORDS, deleteAskedOf, readAskedOf } from './sessions/questions/store.ts'
import { SESSION_DATA } from './sessions/retention.ts'
import { SESSION_WORDS } from './sessions/session/store.ts'
import { IMPORT_DATA } from './sessions/staff/import/retention.ts'
import { disownImports, IMPORT_WORDS, readImportsOf } from './sessions/staff/import/store.ts'
import { WORD_DATA } from './sessions/staff/words/retention.ts'
import { deleteWordsOf, readWordsOf, SESSION_WORD_WORDS } from './sessions/staff/words/store.ts'

/** All kinds of data that the program holds, with how long it keeps each. */
export function dataClasses(settings: { traceDays: number }): DataClass[] {
  return [
    ...PEOPLE_DATA,
    ...BOT_DATA,
    ...MAIL_DATA,
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

/**
 * Where people's words stand, which may name others. Not the material: what is published stays, and is said to. `text` and
 * `json` columns that are not here hold no words of people, or go with the person whose they are.
 */
export const WORDS: readonly Words[] = [
  ...CHAT_WORDS,
  MAIL_WORDS,
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
  byPerson('formsBegun', readFormsBegunBy, forgetFormsOf),
  byPerson('answers', readAskedOf, deleteAskedOf),
  byPerson('messages', readWordsOf, deleteWordsOf),
  byPerson('listsSent', readImportsOf, disownImports),
  {
    name: 'attendance',
    read: (db, person) => readMarksOf(db, person.id),
    erase: async (db, person) => {
      await blankMarksOf(db, person.id)
      await inChat(person, (chatId) => endShown(db, chatId))
    },
  },
  // What they answered is nobody's.
  byPerson('evaluations', readInvitesOf, deleteInvitesOf),
  byPerson('mails', readMailsTo, deleteMailsTo),
  byPerson('quizzes', readRunsOf, deleteRunsOf),
  byPerson('certificates', readCertificatesOf, blankCertificatesOf),
  byPerson('signUps', exportSignUps, eraseSignUps),
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
      takesCareOf: await readStepsOf(db, person.id),
      entries: await readEntriesOf(db, person.id),
    }),
    // A plan is the municipality's: what they wrote in it stays, without them.
    erase: async (db, person) => {
      await forgetMember(db, person.id)
      await forgetStepsOf(db, person.id)
      await disownEntries(db, person.id)
    },
  },
  byPerson('documents', readDraftsOf, deleteDraftsOf),
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
  byPerson('person', readPersonRow, erasePerson),
]

/** What a feature holds under the number of a person. */
function byPerson(
  name: string,
  read: (db: Db, personId: number) => Promise<unknown>,
  erase: (db: Db, personId: number, now: Temporal.Instant) => Promise<void>,
): PersonalData {
  return { name, read: (db, { id }) => read(db, id), erase: (db, { id }, now) => erase(db, id, now) }
}

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
