import { configFromProcess } from './config.ts'
import { prepareEmbedded } from './first-start.ts'
import { fullDisk, isFullDisk } from './platform/database/disk.ts'
import { CannotStart } from './platform/errors.ts'
import type { Running } from './program.ts'

const HELP = `LAP Savetnik: npm start

Starts everything and says where to go. Without settings: an embedded database in ./data and a chat page of its own.
The settings are environment variables; docs/settings.md has their table, .env.example their explanation.`

async function main(): Promise<void> {
  if (process.argv.includes('--help')) return console.log(HELP)
  const started = performance.now()
  const config = configFromProcess()
  const program = () => import('./program.ts')
  await prepareEmbedded(config, program)
  const { start } = await program()
  const running = await start(config)
  const stop = stopper(running)
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Only now: whoever waits for this line may send a signal at once.
  console.log(`Ready in ${((performance.now() - started) / 1000).toFixed(1)} s. ${running.where}`)
  await running.app.running()
}

/** Ends politely once; a second signal ends at once. */
function stopper(running: Running): (signal: NodeJS.Signals) => void {
  let stopping = false
  return (signal) => {
    if (stopping) process.exit(1)
    stopping = true
    console.log(`${signal}: finishing what runs.`)
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
}

function fail(error: unknown): never {
  if (!(error instanceof CannotStart) && isFullDisk(error)) console.error(fullDisk('The disk of the database').message)
  else if (error instanceof CannotStart) console.error(error.message)
  else console.error(error)
  process.exit(1)
}

await main().catch(fail)
