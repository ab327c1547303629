import { resolve } from 'node:path'
import { configFromProcess, databaseOf } from '../src/config.ts'
import { type IngestReport, ingestFolder } from '../src/knowledge/ingest.ts'
import { systemClock } from '../src/platform/clock.ts'
import { openDatabase } from '../src/platform/database.ts'
import { migrate } from '../src/platform/migrate.ts'
import { command, readArguments } from './command.ts'

const HELP = `LAP Savetnik: npm run ingest -- [folder]

Makes the knowledge base say what the files of a folder say (KNOWLEDGE_DIR when none is named): adds new files, takes
over changes, withdraws what is gone, and says what it did. The same happens at every npm start.

  --dry-run   only says what it would do
  --force     also takes over files that are suddenly empty, and a run that takes more than a fifth of the material;
              without it these are held back
  --json      the report as one JSON object

Settings as for npm start (README.md). An embedded database must not be in use: stop npm start first.`

const { values, positionals } = readArguments({
  options: {
    json: { type: 'boolean' },
    help: { type: 'boolean' },
    force: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  allowPositionals: true,
})

await command(HELP, values.help === true, async () => {
  const config = configFromProcess()
  const database = await openDatabase(databaseOf(config), 'npm run ingest')
  try {
    await migrate(database)
    const folder = resolve(positionals[0] ?? config.knowledgeDir)
    const progress = (done: number, all: number) => {
      if (!values.json && (done === all || done % 50 === 0)) console.log(`${done} of ${all} files`)
    }
    const report = await ingestFolder({
      database,
      clock: systemClock,
      folder,
      progress,
      force: values.force === true,
      dryRun: values['dry-run'] === true,
    })
    console.log(values.json ? JSON.stringify(report) : describe(report))
    if (report.refused.length + report.heldBack.length > 0) process.exitCode = 1
  } finally {
    await database.close()
  }
})

function describe(report: IngestReport): string {
  const lines = [
    `added ${report.added.length}, changed ${report.changed.length}, kept ${report.kept.length}, removed ${report.removed.length}, refused ${report.refused.length}; passages now: ${report.chunks}`,
    ...report.added.map((path) => `+ ${path}`),
    ...report.changed.map((path) => `~ ${path}`),
    ...report.removed.map((path) => `- ${path}`),
    ...(report.heldBack.length > 0
      ? [
          `held back, since they are empty or would take more than a fifth of the material (--force does it): ${report.heldBack.join(', ')}`,
        ]
      : []),
    ...report.refused.map(({ path, reason }) => `! ${path}: ${reason}`),
  ]
  return lines.join('\n')
}
