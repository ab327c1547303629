import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { setTimeout as wait } from 'node:timers/promises'
import { Api, Bot, GrammyError, HttpError, type MiddlewareFn } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import { installGroups } from './answers/group-handlers.ts'
import { askFromButton, installAnswers } from './answers/handlers.ts'
import { forgetConversationOf, readConversationOf } from './answers/personal-store.ts'
import { loadPrompts } from './answers/prompts.ts'
import { answersData } from './answers/retention.ts'
import { deleteQuestionsOf, readQuestionsOf } from './answers/store.ts'
import { errorMessage, say as sayAnswers, slowDownMessage } from './answers/texts.ts'
import { createWriter } from './answers/writer.ts'
import { Allowance } from './bot/allowance.ts'
import { answerButtons, showTyping } from './bot/buttons.ts'
import { forgetChat, readChat } from './bot/chat-data.ts'
import { type Command, publishMenus, publishStaffMenu } from './bot/commands.ts'
import type { BotContext } from './bot/context.ts'
import { loadDialogue } from './bot/dialogue.ts'
import { downloader } from './bot/download.ts'
import { chatOf, endLeases } from './bot/inbox.ts'
import { ALLOWED_UPDATES, createIntake, type Intake } from './bot/intake.ts'
import { logCalls } from './bot/log-calls.ts'
import { queue } from './bot/outbox.ts'
import { botReadings } from './bot/readings.ts'
import { BOT_DATA } from './bot/retention.ts'
import { createSender } from './bot/sender.ts'
import { createStops } from './bot/stops.ts'
import { createWorkers, type Turn } from './bot/workers.ts'
import { broadcastDeeds } from './broadcasts/audit.ts'
import { feedBroadcasts } from './broadcasts/feed.ts'
import { installBroadcasts } from './broadcasts/handlers.ts'
import { progressRenderer } from './broadcasts/progress.ts'
import { broadcastsTo } from './broadcasts/recipient-store.ts'
import { renderBroadcast } from './broadcasts/render.ts'
import { BROADCAST_DATA } from './broadcasts/retention.ts'
import { say as sayBroadcasts } from './broadcasts/texts.ts'
import { materialDeeds } from './knowledge/audit.ts'
import { createDenseLane } from './knowledge/dense.ts'
import { installKnowledge } from './knowledge/handlers.ts'
import { type IngestReport, ingestFolder, type Progress } from './knowledge/ingest.ts'
import { createEmbeddingJob } from './knowledge/jobs.ts'
import { installMaterial } from './knowledge/material-handlers.ts'
import { KNOWLEDGE_DATA } from './knowledge/retention.ts'
import { createSearch } from './knowledge/search.ts'
import { say as sayKnowledge } from './knowledge/texts.ts'
import { localeOfClient } from './language/locale.ts'
import type { Needed } from './people/as-staff.ts'
import { roleDeeds } from './people/audit.ts'
import { identify, installPeople } from './people/handlers.ts'
import { fillMunicipalities } from './people/municipality-store.ts'
import { changedMessage, installMyData } from './people/my-data-handlers.ts'
import { deleteNoticeChoices, readNoticeChoices } from './people/notice-store.ts'
import { eraseAll, type PersonalData } from './people/personal-data.ts'
import { installRegistration } from './people/registration-handlers.ts'
import { PEOPLE_DATA } from './people/retention.ts'
import { installRoles } from './people/role-handlers.ts'
import { deleteRolesOf, readRolesOf } from './people/role-store.ts'
import { sayRoles } from './people/role-texts.ts'
import { KEEP_PERSON } from './people/rules.ts'
import { erasePerson, markUnreachable, readPersonRow, silentSince } from './people/store.ts'
import { say as sayPeople } from './people/texts.ts'
import type { Deeds } from './platform/audit.ts'
import { type Clock, ZONE } from './platform/clock.ts'
import type { Database } from './platform/database.ts'
import { CannotStart, codeOf } from './platform/errors.ts'
import { every } from './platform/every.ts'
import type { Log } from './platform/log.ts'
import { addReadings, createMetrics, type Metrics } from './platform/metrics.ts'
import { migrate } from './platform/migrate.ts'
import type { Embedder } from './platform/model.ts'
import type { Readiness } from './platform/ops.ts'
import { createForgetting, type DataClass, hourly } from './platform/retention.ts'
import { clocksAgree } from './platform/skew.ts'
import { installReminders } from './reminders/handlers.ts'
import { sendDueReminders } from './reminders/reminder-actions.ts'
import { readComing } from './reminders/reminder-store.ts'
import { reminderRenderer } from './reminders/render.ts'
import { REMINDER_DATA } from './reminders/retention.ts'
import { say as sayReminders } from './reminders/texts.ts'
import { sessionDeeds } from './sessions/audit.ts'
import { installSessions } from './sessions/handlers.ts'
import { carryOn, installSessionLinks } from './sessions/link-handlers.ts'
import { SESSION_DATA } from './sessions/retention.ts'
import { eraseSignUps, tendSessions } from './sessions/sign-up-actions.ts'
import { installSignUps } from './sessions/sign-up-handlers.ts'
import { exportSignUps } from './sessions/sign-up-store.ts'
import { installStaff } from './sessions/staff-handlers.ts'
import { say as sayStaff } from './sessions/staff-texts.ts'
import { say as saySessions } from './sessions/texts.ts'
import type { Writing } from './writing.ts'

/** What the app needs to know of the configuration. */
export type AppSettings = {
  knowledgeDir: string
  coordinators: ReadonlySet<number>
  traceDays: number
  bulkRate: number
  workers: number
}

export type App = {
  /** Tables, material, menus, then everything that runs. Throws `CannotStart` for what the operator can mend. */
  start(progress?: Progress): Promise<IngestReport>
  /** The handler of webhook requests, when Telegram calls us. */
  webhook: ((request: Request) => Promise<Response>) | null
  /** What this process counts and measures. */
  metrics: Metrics
  /** What is missing before this process does its work. Never throws. */
  notReady: Readiness
  /** Rejects when polling ends by itself, since Telegram refuses us. Never resolves before `stop`. */
  running(): Promise<void>
  /** Finishes what runs and takes nothing new. */
  stop(): Promise<void>
}

/** A database that takes longer to answer nothing is as good as away. */
const READY_WITHIN_MS = 5_000
/** Why a process whose database answers is not ready. */
const WAITING_FOR = {
  starting: 'the start: tables, material, Telegram',
  stopping: 'its end',
  refused: 'Telegram, which refuses it',
}

const HOUR_MS = 3_600_000
/** An offer that ran out is passed on this soon. */
const TEND_MS = 1_000
/** Reminders leave this soon after they are due, and a running broadcast is fed this often. */
const MESSAGING_MS = 500

/** All kinds of data that the program holds, with how long it keeps each. */
export function dataClasses(settings: { traceDays: number }): DataClass[] {
  return [
    ...PEOPLE_DATA,
    ...BOT_DATA,
    ...SESSION_DATA,
    ...KNOWLEDGE_DATA,
    ...answersData(settings.traceDays),
    ...BROADCAST_DATA,
    ...REMINDER_DATA,
  ]
}

/** What each feature knows of what staff did. */
export function staffDeeds(): Deeds[] {
  return [sessionDeeds, roleDeeds, materialDeeds, broadcastDeeds]
}

/** Builds every part and joins them; starts nothing. */
export function createApp(parts: {
  settings: AppSettings
  database: Database
  clock: Clock
  log: Log
  telegram: { token: string; apiRoot: string; webhook?: { url: string; secret: string } }
  /** Without one, search goes by words alone. */
  embedder?: Embedder | undefined
  /** Without it, answers quote the material. */
  writing?: Writing | undefined
}): App {
  const { settings, database, clock, log, telegram, embedder, writing } = parts
  const db = database.pool
  const client = {
    apiRoot: telegram.apiRoot,
    timeoutSeconds: 60,
    baseFetchConfig: { compress: true, agent: connections(telegram.apiRoot) },
  }
  const api = new Api(telegram.token, client)
  const bot = new Bot<BotContext>(telegram.token, { client })
  const search = createSearch(db, { dense: embedder && createDenseLane({ database, embedder, log }) })
  const embedding = embedder && createEmbeddingJob({ database, embedder, clock, log })
  const metrics = createMetrics()
  addReadings(metrics, db, botReadings(db, clock))
  for (const calls of [api, bot.api]) calls.config.use(logCalls(log))
  const writer = writing ? createWriter({ ...writing, prompts: loadPrompts(), db, clock, log }) : null
  const stops = createStops({ database, log })

  const sender = createSender({
    database,
    api,
    clock,
    log,
    bulkRate: settings.bulkRate,
    pollMs: 250,
    unreachable: (chatId) => markUnreachable(db, chatId, clock.now()),
    renderers: {
      broadcast: renderBroadcast,
      'broadcast-progress': progressRenderer(clock, settings.bulkRate),
      reminder: reminderRenderer(clock),
    },
    metrics,
  })

  const turns = new WeakMap<Update, Turn>()
  const allowance = new Allowance()
  const workers = createWorkers({
    database,
    clock,
    log,
    concurrency: settings.workers,
    sweepMs: 500,
    handle: async (update, turn) => {
      // A group is talked in by many, mostly not to us; answers there have a measure of their own.
      if (isPrivate(update) && !allowance.take(turn.chatId)) return slowDown(update, turn)
      turns.set(update, turn)
      await bot.handleUpdate(update)
    },
    apologise: (update) => (isPrivate(update) ? [errorMessage(chatOf(update), localeOfUpdate(update))] : []),
    queued: sender.wake,
    metrics,
  })

  const slowDown = async (update: Update, turn: Turn) => {
    const now = clock.now()
    metrics.refusals.inc({ reason: 'too-fast' })
    // Said once an hour, however much more comes.
    const hour = Math.floor(now.epochMilliseconds / HOUR_MS)
    const message = slowDownMessage(turn.chatId, localeOfUpdate(update))
    if (isPrivate(update)) await queue(db, message, { key: `slow-down:${turn.chatId}:${hour}`, lane: 'reply', now })
    sender.wake()
    await turn.postpone(now.add({ seconds: 1 }))
  }

  const commands = [
    { name: 'start', say: sayAnswers },
    { name: 'pomoc', say: sayAnswers },
    // Without a model nothing is remembered, so there is nothing to begin anew.
    ...(writing ? [{ name: 'novo', say: sayAnswers }] : []),
    { name: 'obuke', say: saySessions },
    { name: 'moje', say: saySessions },
    { name: 'izvori', say: sayKnowledge },
    { name: 'obavestenja', say: sayReminders },
    { name: 'jezik', say: sayPeople },
    { name: 'mojipodaci', say: sayPeople },
    { name: 'obrisi', say: sayPeople },
    { name: 'otkazi', say: sayPeople },
  ]

  const staffCommands = [
    ...commands,
    { name: 'upravljanje', say: sayStaff },
    { name: 'novaobuka', say: sayStaff },
    { name: 'podsetnici', say: sayReminders },
    { name: 'poruka', say: sayBroadcasts },
    { name: 'materijal', say: sayKnowledge },
  ]
  const coordinatorCommands = [...staffCommands, { name: 'treneri', say: sayRoles }, { name: 'pozovi', say: sayRoles }]

  bot.use((ctx, next) => {
    ctx.turn = turns.get(ctx.update)!
    return next()
  })
  const asking = { db, search, clock, writer, stops, metrics }
  const download = downloader(telegram)
  bot.use(answerButtons, showTyping, loadDialogue(db))
  installGroups(bot, asking)
  bot.use(
    identify({ db, clock, coordinators: settings.coordinators }),
    staffMenu(api, { trainer: staffCommands, coordinator: coordinatorCommands }),
  )
  installPeople(bot, { clock })
  installMyData(bot, { clock, features: PERSONAL_DATA })
  installRegistration(bot, {
    db,
    clock,
    carryOn: (db, ctx, wanted) => carryOn(db, ctx, wanted, clock.now()),
    changed: changedMessage,
  })
  installRoles(bot, { clock })
  installStaff(bot, { clock })
  installSessions(bot, { clock })
  installSignUps(bot, { clock })
  installSessionLinks(bot, { db, clock })
  installReminders(bot, { clock })
  installBroadcasts(bot, {
    db,
    clock,
    ask: (ctx, question, onceKey) => askFromButton(ctx, asking, question, onceKey),
  })
  installKnowledge(bot, { db })
  installMaterial(bot, { db, clock, log, download })
  const transcriber = writing?.transcriber
  const hearing = transcriber ? { ...writing, transcriber, download, log } : null
  installAnswers(bot, { ...asking, hearing })

  const forgetOld = createForgetting({ db, classes: dataClasses(settings), log })
  const isDue = hourly()
  const housekeeping = every(TEND_MS, 'housekeeping', log, async () => {
    if (!isDue(clock.now())) return
    if (!(await clocksAgree(db))) {
      log.error('the clocks of this machine and of the database differ by hours; nothing is forgotten until they agree')
      return
    }
    await forgetOld(clock.now())
    await forgetSilent(database, clock.now())
  })

  const tending = every(TEND_MS, 'tending sessions', log, async () => {
    if ((await tendSessions(database, clock.now())) > 0) sender.wake()
  })

  const reminding = every(MESSAGING_MS, 'reminders', log, () =>
    sendDueReminders({ database, queued: sender.wake, metrics }, clock.now()),
  )
  const broadcasting = every(MESSAGING_MS, 'broadcasts', log, () =>
    feedBroadcasts({ database, bulkRate: settings.bulkRate, queued: sender.wake, metrics }, clock.now()),
  )

  let intake: Intake | undefined
  let receive = async (_request: Request) => new Response(null, { status: 503 })
  let polling: Promise<void> = new Promise(() => {})
  let state: 'starting' | 'running' | 'stopping' | 'refused' = 'starting'

  return {
    metrics,
    notReady: async () => {
      const answers = db.query('select').then(
        () => true,
        () => false,
      )
      const reachable = await Promise.race([answers, wait(READY_WITHIN_MS, false, { ref: false })])
      return [...(reachable ? [] : ['the database']), ...(state === 'running' ? [] : [WAITING_FOR[state]])]
    },
    start: async (progress) => {
      await migrate(database)
      await fillMunicipalities(db)
      const report = await ingestFolder({
        database,
        clock,
        folder: settings.knowledgeDir,
        ...(progress ? { progress } : {}),
      })
      bot.botInfo = await whoWeAre(telegram)
      await publishMenus(api, commands, sayAnswers).catch((error: unknown) =>
        log.warn({ err: error }, 'the command menus were not set'),
      )
      intake = createIntake({
        token: telegram.token,
        apiRoot: telegram.apiRoot,
        botInfo: bot.botInfo,
        api,
        db,
        clock,
        log,
        stored: (updates) => {
          metrics.updatesReceived.inc(updates.length)
          stops.seen(updates)
          workers.wake()
        },
      })
      // The folder is ours alone, so whoever held these is dead, and nobody waits for a lease to run out.
      if (database.kind === 'embedded') await endLeases(db)
      sender.start()
      stops.start()
      workers.start()
      housekeeping.start()
      embedding?.start()
      void writing?.model
        .load()
        .catch((error: unknown) => log.warn({ err: error }, 'the client of the model was not loaded'))
      tending.start()
      reminding.start()
      broadcasting.start()
      if (telegram.webhook) {
        receive = intake.webhook(telegram.webhook.secret)
        await api.setWebhook(telegram.webhook.url, {
          secret_token: telegram.webhook.secret,
          allowed_updates: [...ALLOWED_UPDATES],
        })
      } else {
        polling = intake.poll().catch((error: unknown) => {
          state = 'refused'
          throw refusal(error)
        })
        polling.catch(() => {})
      }
      state = 'running'
      return report
    },
    webhook: telegram.webhook ? (request) => receive(request) : null,
    running: () => polling,
    stop: async () => {
      state = 'stopping'
      await intake?.stop()
      await embedding?.stop()
      writer?.stop()
      await workers.stop()
      stops.stop()
      await workers.stop()
      await tending.stop()
      await reminding.stop()
      await broadcasting.stop()
      await sender.stop()
      await housekeeping.stop()
    },
  }
}

/** What each feature holds about people, in the order of erasing: the person comes last. */
const PERSONAL_DATA: readonly PersonalData[] = [
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
    erase: (db, person) => deleteNoticeChoices(db, person.id),
  },
  {
    name: 'questions',
    read: (db, person) => readQuestionsOf(db, person.id),
    erase: (db, person) => deleteQuestionsOf(db, person.id),
  },
  {
    name: 'conversation',
    read: (db, person) => readConversationOf(db, person.telegramId),
    erase: (db, person) => forgetConversationOf(db, person.telegramId),
  },
  {
    name: 'chat',
    read: (db, person) => readChat(db, person.telegramId),
    erase: (db, person) => forgetChat(db, person.telegramId),
  },
  {
    name: 'roles',
    read: (db, person) => readRolesOf(db, person.id),
    erase: (db, person) => deleteRolesOf(db, person.id),
  },
  {
    name: 'person',
    read: (db, person) => readPersonRow(db, person.id),
    erase: (db, person, now) => erasePerson(db, person.id, now),
  },
]

/** How many people who fell silent are erased at a time; the rest follow the next time. */
const MOST_ERASED = 100

/** Erases whoever has not written for as long as they were told that their data are kept. */
async function forgetSilent(database: Database, now: Temporal.Instant): Promise<void> {
  const before = now.toZonedDateTimeISO(ZONE).subtract(KEEP_PERSON).toInstant()
  for (const person of await silentSince(database.pool, before, MOST_ERASED)) {
    await database.transaction((db) => eraseAll(db, person, PERSONAL_DATA, now))
  }
}

/** Gives staff their own menu the first time they write, in the language they are written to. */
function staffMenu(api: Api, commands: Record<Needed, readonly Command[]>): MiddlewareFn<BotContext> {
  const shown = new Map<number, string>()
  return (ctx, next) => {
    const { role } = ctx.person
    const key = `${role} ${ctx.locale}`
    // Whoever becomes staff again gets the menu again.
    if (role === 'member') shown.delete(ctx.turn.chatId)
    else if (shown.get(ctx.turn.chatId) !== key) {
      shown.set(ctx.turn.chatId, key)
      void publishStaffMenu(api, ctx.turn.chatId, commands[role], ctx.locale).catch(() => shown.delete(ctx.turn.chatId))
    }
    return next()
  }
}

/**
 * Connections that are kept for a burst but not longer: one that Telegram closes just as it is used again would leave a
 * message «sent or not?».
 */
function connections(apiRoot: string): HttpAgent {
  const options = { keepAlive: true, timeout: 4_000 }
  return apiRoot.startsWith('https:') ? new HttpsAgent(options) : new HttpAgent(options)
}

/** How long a network may swallow our first call before we say so. */
const FIRST_CALL_SECONDS = 15

/** Asks Telegram who we are, once: grammY's own `init` would repeat the question for ever without a word. */
async function whoWeAre(telegram: { token: string; apiRoot: string }): Promise<UserFromGetMe> {
  try {
    return await new Api(telegram.token, { apiRoot: telegram.apiRoot, timeoutSeconds: FIRST_CALL_SECONDS }).getMe()
  } catch (error) {
    throw refusal(error)
  }
}

function refusal(error: unknown): Error {
  if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
    return new CannotStart(
      'Telegram does not accept TELEGRAM_BOT_TOKEN. Copy it again from @BotFather (/mybots → API Token).',
      { cause: error },
    )
  }
  if (error instanceof GrammyError && error.error_code === 409) {
    return new CannotStart(
      'Another program receives this bot’s updates. Stop it, or run every process behind a webhook (WEBHOOK_URL).',
      { cause: error },
    )
  }
  // The messages of these errors quote the address, and the address holds the token.
  if (error instanceof HttpError) {
    const reason = codeOf(error.error) ?? 'no answer as Telegram gives it'
    return new CannotStart(`Telegram cannot be reached (${reason}). Check the network and TELEGRAM_API_ROOT.`, {
      cause: error,
    })
  }
  if (error instanceof GrammyError) {
    return new CannotStart(
      `Telegram refused a call: ${error.error_code} ${error.description}. Start again in a while.`,
      {
        cause: error,
      },
    )
  }
  return error instanceof Error ? error : new Error(String(error))
}

function isPrivate(update: Update): boolean {
  return (update.message ?? update.callback_query?.message)?.chat.type === 'private'
}

function localeOfUpdate(update: Update) {
  return localeOfClient((update.message ?? update.callback_query)?.from.language_code)
}
