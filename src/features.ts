import type { Api, Context } from 'grammy'
import { doByCommand } from './answers/answer-buttons.ts'
import type { AskParts } from './answers/asking.ts'
import { groupsApart } from './answers/groups/handlers.ts'
import { answerHandlers, answerTheRest, askFromButton, welcome } from './answers/handlers.ts'
import { isAlarming, isForTrainer } from './answers/intent/told.ts'
import { timesCited } from './answers/keeping/store.ts'
import type { Hearing } from './answers/voice.ts'
import { chain } from './bot/chain.ts'
import type { Command } from './bot/commands.ts'
import type { downloader } from './bot/download.ts'
import { answerButtons, showTyping } from './bot/presses.ts'
import { noteQuestions } from './bot/questions.ts'
import type { Turn } from './bot/receive/turn.ts'
import { loadDialogue } from './bot/registry/dialogue-store.ts'
import type { Handled } from './bot/registry/handle.ts'
import { createTable, type Table } from './bot/registry/table.ts'
import { broadcastHandlers } from './broadcasts/handlers.ts'
import { Guesses } from './certificates/check/guesses.ts'
import { answerNumber, followCertificateLink, hearNumber, ownHandlers } from './certificates/own/handlers.ts'
import type { Issuing } from './certificates/paper.ts'
import { staffHandlers as certificateHandlers } from './certificates/staff/handlers.ts'
import { JOINED, PERSONAL_DATA } from './data.ts'
import { digestHandlers } from './gaps/digest/handlers.ts'
import { askerHandlers } from './gaps/handlers.ts'
import { answerHandlers as gapAnswerHandlers } from './gaps/staff/answer-handlers.ts'
import { queueHandlers } from './gaps/staff/queue-handlers.ts'
import { staleHandlers } from './gaps/staff/stale.ts'
import { knowledgeHandlers } from './knowledge/handlers.ts'
import { materialHandlers, receiveMaterial } from './knowledge/material/handlers.ts'
import { solutionHandlers } from './knowledge/material/solutions.ts'
import { ReadingSlots, type UploadParts } from './knowledge/material/upload-handlers.ts'
import type { Scanner } from './knowledge/readers/scans/find.ts'
import { createSearch, type Search } from './knowledge/search/search.ts'
import type { SearchIndex } from './knowledge/search/search-index.ts'
import { templateHandlers } from './knowledge/templates/handlers.ts'
import { menusOf, staffMenu } from './menus.ts'
import { followGroup } from './move-group.ts'
import type { BotContext } from './people/context.ts'
import { deliveryHandlers } from './people/delivery/handlers.ts'
import { identify, noteBlocking, peopleHandlers } from './people/handlers.ts'
import { changedMessage, myDataHandlers } from './people/my-data/handlers.ts'
import { registrationHandlers } from './people/registration/handlers.ts'
import type { CoordinatorList } from './people/roles/coordinator-list.ts'
import { command } from './people/roles/handle.ts'
import { followInvitation, roleHandlers } from './people/roles/handlers.ts'
import { stopHandlers } from './people/stop.ts'
import { makingHandlers } from './plans/chat/handlers.ts'
import { followPlanLink, openOwn, WANTED as PLAN_WANTED } from './plans/chat/overview-handlers.ts'
import { planInGroups } from './plans/groups/handlers.ts'
import { planHandlers, receivePlan } from './plans/handlers.ts'
import type { Db } from './platform/database/database.ts'
import type { Log } from './platform/log.ts'
import { quizInGroups } from './quiz/groups/handlers.ts'
import { hearVote, quizHandlers } from './quiz/handlers.ts'
import { digestHandlers as sessionDigestHandlers } from './reminders/digest/handlers.ts'
import { reminderHandlers } from './reminders/handlers.ts'
import { copyPlan } from './reminders/store.ts'
import { reportHandlers } from './reports/handlers.ts'
import { evaluationHandlers } from './sessions/evaluation/handlers.ts'
import { staffEvaluation } from './sessions/evaluation/staff-handlers.ts'
import { noticeSame } from './sessions/joining/actions.ts'
import { followCheckIn, hearCode } from './sessions/participants/check-in-handlers.ts'
import { claimHandlers, followPersonalLink } from './sessions/participants/claim-handlers.ts'
import { sessionHandlers } from './sessions/participants/handlers.ts'
import { carryOn, followSessionLink, linkHandlers } from './sessions/participants/link-handlers.ts'
import { questionHandlers } from './sessions/participants/question-handlers.ts'
import { signUpHandlers } from './sessions/participants/sign-up-handlers.ts'
import { programmeHandlers } from './sessions/programme/handlers.ts'
import { staffHandlers } from './sessions/staff/handlers.ts'
import { receiveList } from './sessions/staff/import/handlers.ts'
import { exportedHeads } from './sessions/staff/roll/export.ts'
import { hearWords, wordHandlers } from './sessions/staff/words/handlers.ts'
import type { Writing } from './writing.ts'

/** What features are built from. */
type Parts = {
  api: Api
  /** For what is looked up about every update. */
  prepared: Db
  coordinators: Pick<CoordinatorList, 'recognise'>
  /** The address of the pages inside Telegram; `null` where there are none. */
  dashboard: string | null
  asking: AskParts
  index: SearchIndex
  writing: Writing | undefined
  log: Log
  download: ReturnType<typeof downloader>
  /** Where LibreOffice is; `null` without. */
  office: string | null
  /** What recognises text in pictures of pages; `null` without. */
  scanner: Scanner | null
  issuing: Issuing
}

export type Features = {
  /** The commands of members. */
  commands: readonly Command[]
  /** What documents for the material are read with, wherever they come from. */
  upload: UploadParts
  table: Table<BotContext>
  /** All commands by name, without the slash. */
  named: ReadonlySet<string>
  handle(ctx: Context & { turn: Turn }): Promise<unknown>
}

/**
 * All features: whatever is pressed, commanded or answered in a dialogue is found in the table. Before it come groups, where nobody
 * is identified; after it whatever has no name, last of all questions.
 */
export function featuresOf(parts: Parts): Features {
  const { api, prepared, coordinators, dashboard, asking, index, writing, log, download, office, scanner, issuing } =
    parts
  const { db, clock, writer } = asking
  const transcriber = writing?.transcriber
  const answering = { ...asking, hearing: transcriber ? { ...writing, transcriber, download, log } : null }
  const menus = menusOf()
  const searchIn = (db: Db) => createSearch(db, { index })
  const checking = { db, guesses: new Guesses() }
  const answerCertificate = (ctx: BotContext, text: string) => answerNumber(ctx, checking, text)
  const documents = { db, clock, log, download, office, slots: new ReadingSlots(), answerCertificate }
  const upload = {
    ...documents,
    index,
    scanner,
    propose: writer?.proposeWays ?? null,
    exported: exportedHeads(),
  }
  const named = handlersOf({ ...answering, searchIn, dashboard, issuing, checking }, documents)
  const [plan, quiz] = [planInGroups({ clock }), quizInGroups()]
  const table = createTable([...named, ...stopHandlers(named), doByCommand(named)])
  const handle = chain<BotContext>(
    answerButtons,
    showTyping,
    loadDialogue(prepared),
    followGroup,
    groupsApart(asking, {
      commands: { plan: plan.command, kviz: quiz.command },
      presses: [...plan.presses, ...quiz.presses],
    }),
    identify({ db, prepared, clock, coordinators }),
    staffMenu(api, menus, dashboard),
    noteQuestions(table),
    table.route,
    hearVote({ db, clock }),
    noteBlocking({ clock }),
    hearNumber(checking),
    hearCode({ db }),
    hearWords({ db, clock, isForTrainer, isAlarming }),
    receiveList(documents),
    receivePlan(documents),
    receiveMaterial(upload),
    answerTheRest(answering),
  )
  return {
    commands: menus.member,
    upload,
    table,
    named: namesOf(table),
    handle: (ctx) => handle(ctx as BotContext, nobodyElse),
  }
}

/** What each feature does with its buttons, commands and dialogues. */
function handlersOf(
  answering: AskParts & {
    hearing: Hearing | null
    searchIn: (db: Db) => Search
    dashboard: string | null
    issuing: Issuing
    checking: Parameters<typeof hearNumber>[0]
  },
  documents: Parameters<typeof planHandlers>[0],
): Handled<BotContext>[] {
  const { db, clock, searchIn, dashboard, issuing, checking } = answering
  const ask = (ctx: BotContext, question: string, onceKey: string) => askFromButton(ctx, answering, question, onceKey)
  return [
    startCommand([
      (ctx, payload) => followInvitation(ctx, { clock }, payload),
      (ctx, payload) => followCertificateLink(ctx, checking, payload),
      (ctx, payload) => followCheckIn(ctx, { db }, payload),
      (ctx, payload) => followPersonalLink(ctx, { db }, payload),
      (ctx, payload) => followPlanLink(ctx, { clock }, payload),
      (ctx, payload) => followSessionLink(ctx, { db, clock }, payload),
      (ctx) => welcome(ctx, { db }),
    ]),
    ...peopleHandlers(),
    ...deliveryHandlers({ clock }),
    ...myDataHandlers({ clock, features: PERSONAL_DATA }),
    ...registrationHandlers({
      db,
      clock,
      carryOn: (db, ctx, wanted) =>
        wanted === PLAN_WANTED
          ? openOwn(db, ctx, clock.now())
          : carryOn(db, ctx, { wanted, follow: JOINED }, clock.now()),
      told: (db, ctx, { fullName: name, municipalityCode: municipality }) =>
        noticeSame(db, { id: ctx.person.id, name, municipality }, clock.now()),
      changed: changedMessage,
    }),
    ...roleHandlers({ clock }),
    ...staffHandlers({ clock, dashboard, features: PERSONAL_DATA, follow: JOINED, copied: copyPlan }),
    ...sessionHandlers({ clock, dashboard }),
    ...signUpHandlers({ clock }),
    ...programmeHandlers({ clock }),
    ...linkHandlers({ clock }),
    ...claimHandlers({ clock, follow: JOINED }),
    ...questionHandlers({ clock }),
    ...evaluationHandlers({ clock }),
    ...staffEvaluation({ clock }),
    ...reportHandlers({ clock }),
    ...reminderHandlers({ clock }),
    ...sessionDigestHandlers(),
    ...wordHandlers({ db, ask }),
    ...broadcastHandlers({ db, clock, ask }),
    ...certificateHandlers({ clock, issuing }),
    ...ownHandlers({ clock, issuing }),
    ...askerHandlers({ clock, searchIn }),
    ...staleHandlers({ clock }),
    ...digestHandlers(),
    ...queueHandlers({ clock, searchIn }),
    ...gapAnswerHandlers({ clock, searchIn }),
    ...planHandlers(documents),
    ...makingHandlers({ db, clock, wording: answering.writer?.proposeWording ?? null }),
    ...knowledgeHandlers({ db }),
    ...templateHandlers({ db }),
    ...materialHandlers({ clock, timesCited }),
    ...solutionHandlers(),
    ...quizHandlers({ clock }),
    ...answerHandlers(answering),
  ]
}

function namesOf({ all }: Table<BotContext>): ReadonlySet<string> {
  return new Set(all.flatMap((one) => (one.kind === 'command' ? [one.name] : [])))
}

/** What comes after the last feature. */
const nobodyElse = async () => {}

/** `/start` opens a link as well: the first that knows it says so. */
function startCommand(links: readonly ((ctx: BotContext, payload: string) => Promise<boolean>)[]): Handled<BotContext> {
  return command('start', 'everyone', async (ctx, payload) => {
    for (const follow of links) if (await follow(ctx, payload)) return
  })
}
