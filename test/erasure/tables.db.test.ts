import { expect, test } from 'vitest'
import { aDatabase } from '../support/database/database.ts'
import { dumpOf } from '../support/database/dump.ts'

const database = await aDatabase()

/** What erasing does with each table: a new one must say it here. */
const ERASING: Record<string, string> = {
  person: 'blanked',
  notice_choice: 'deleted',
  role_grant: 'deleted',
  role_event: 'stays, of a row that says nothing',
  trainer_invite: 'taken back, and stays of a row that says nothing',
  role_bar: 'stays as a keyed hash, and says so',
  coordinator_list: 'a keyed hash of the settings',
  inbox: 'emptied when handled; of those that failed, blanked',
  outbox: 'emptied when sent; own deleted, of others blanked',
  mail: 'own deleted, of others blanked',
  mail_sender: 'nobody’s',
  chat_form: 'own deleted',
  dialogue: 'own deleted, of others blanked',
  question: 'own deleted, in groups too; of others blanked',
  citation: 'goes with its question; quotes material',
  feedback: 'deleted',
  conversation: 'own deleted, and those of groups; of others blanked',
  spending: 'added to nobody’s',
  cached_answer: 'texts from material, by a hash',
  session: 'blanked',
  session_event: 'of own sign-ups emptied, else blanked',
  sign_up: 'without the person',
  sign_up_event: 'own emptied, else blanked',
  substitute_link: 'a hash',
  sign_up_answer: 'own deleted, of others blanked',
  attendance: 'of a sign-up without the person; reasons of own emptied, of others blanked',
  attendance_shown: 'own deleted',
  import_list: 'of a row that says nothing; who stands in it, blanked',
  import_place: 'of a sign-up without the person',
  session_word: 'own deleted, and what was written to them; of others blanked',
  staff_digest: 'own deleted',
  reminder_plan: 'blanked',
  reminder_run: 'counts',
  reminder_answer: 'of a sign-up without the person',
  evaluation: 'blanked',
  evaluation_invite: 'own deleted',
  evaluation_answer: 'nobody’s; blanked',
  quiz_run: 'own deleted',
  certificate: 'own without number, name and person; reasons of others blanked',
  certificate_rule: 'of a session, by a row that says nothing',
  report_past: 'sums, without whoever entered them',
  broadcast: 'blanked',
  broadcast_change: 'of a row that says nothing',
  broadcast_recipient: 'of a row that says nothing',
  form_sent: 'deleted',
  form_draft: 'own deleted, of others blanked',
  gap: 'nobody’s: a group of questions',
  gap_question: 'signed or naming the person: deleted; else blanked',
  gap_answer: 'own drafts deleted; what was published stays without the person; of others blanked',
  gap_setting: 'nobody’s',
  gap_digest: 'nobody’s',
  gap_digest_off: 'deleted',
  plan: 'a municipality’s',
  plan_member: 'deleted',
  plan_entry: 'stays, without the person; of others blanked',
  plan_accepted: 'stays, without the person; of others blanked',
  plan_version: 'stays, without the person; of others blanked',
  plan_notice: 'nobody’s',
  plan_step: 'deleted',
  plan_group: 'nobody’s',
  version: 'own drafts deleted; what was published stays, and says so',
  material_event: 'stays, of a row that says nothing',
  ...Object.fromEntries(
    [
      ...['source', 'chunk', 'term', 'collection', 'embedding', 'embedding_model'],
      ...['migration', 'send_pause', 'link_secret', 'municipality'],
    ].map((table) => [table, 'nobody’s']),
  ),
}

/** Tables of the search index, whichever they are: made of passages of the material. */
const OF_INDEX = /^(?:chunk_gram|gram|gram_change|index_segment)$/

test('each table says what erasing does with it', async () => {
  const tables = [...(await dumpOf(database)).keys()].filter((table) => !OF_INDEX.test(table))
  expect(tables.toSorted()).toEqual(Object.keys(ERASING).toSorted())
})
