import { configFromProcess, databaseOf } from '../src/config.ts'
import { grantRole } from '../src/people/store.ts'
import { AdvancingClock } from '../src/platform/clock.ts'
import { openDatabase } from '../src/platform/database/database.ts'
import { CannotStart } from '../src/platform/errors.ts'
import { createOwnSandbox, SANDBOX_TOKEN } from '../src/sandbox/own.ts'
import { command, readArguments } from './command.ts'

const HELP = `LAP Savetnik: npm run sandbox

Only what stands in for Telegram: the Bot API and the chat page, for a trial of several npm start at once. They take its
token and address as settings, which it prints. Listens on 127.0.0.1 and nowhere else, at PORT (8080).

It keeps its chats in DATA_DIR/sandbox.sqlite. With DATABASE_URL, people made on the chat page as trainers or coordinators
get that role there. Its clock moves only its own time, not that of the processes.`

const { values } = readArguments({ options: { help: { type: 'boolean' } } })

await command(HELP, values.help === true, async () => {
  const config = configFromProcess()
  if (config.telegram.mode !== 'sandbox') {
    throw new CannotStart(
      'TELEGRAM_BOT_TOKEN is set, and the sandbox does not run beside a token. Unset it for this command.',
    )
  }
  const clock = new AdvancingClock()
  const database = config.databaseUrl ? await openDatabase(databaseOf(config), 'npm run sandbox') : null
  const sandbox = createOwnSandbox(config.dataDir, {
    clock,
    port: config.port,
    grantRole: async (telegramId, role, name) => {
      if (!database) throw new Error('Roles are kept in the database: set DATABASE_URL, as for npm start')
      await grantRole(database.pool, { telegramId, name, role, now: clock.now() })
    },
  })
  const { url, apiRoot } = await sandbox.start()
  console.log(`Start each process with TELEGRAM_BOT_TOKEN=${SANDBOX_TOKEN} TELEGRAM_API_ROOT=${apiRoot}`)
  console.log(`Ready. Open the chat: ${url}/chat/`)
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve())
    process.once('SIGINT', () => resolve())
  })
  await sandbox.stop()
  await database?.close()
})
