import { configFromProcess } from '../src/config.ts'
import { CannotStart } from '../src/platform/errors.ts'
import { readArguments } from './command.ts'
import { checkDatabase } from './doctor/database.ts'
import { type Finding, ok, wrong } from './doctor/finding.ts'
import { checkMachine, checkNode } from './doctor/machine.ts'
import { checkMail } from './doctor/mail.ts'
import { checkChatModel, checkEmbedding } from './doctor/model.ts'
import { checkTelegram } from './doctor/telegram.ts'

const HELP = `LAP Savetnik: npm run doctor

Is everything configured and reachable, and what to do if not; and what is held about people, since when. Changes nothing
but the tables' version. Ends with status 1 when something is wrong. Settings as for npm start (docs/settings.md).`

const { values } = readArguments({ options: { help: { type: 'boolean' } } })

if (values.help) console.log(HELP)
else await examine()

async function examine(): Promise<void> {
  const findings: Finding[] = [checkNode()]
  try {
    const config = configFromProcess()
    findings.push(
      ok('settings', 'all readable'),
      ...checkMachine(config),
      ...(await checkDatabase(config)),
      ...(await checkEmbedding(config)),
      ...(await checkChatModel(config)),
      ...(await checkTelegram(config)),
      ...(await checkMail(config)),
    )
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    findings.push(wrong('settings', error.message))
  }
  const signs = { ok: '✓', note: '·', wrong: '✗' }
  for (const { verdict, about, detail } of findings) console.log(`${signs[verdict]} ${about}: ${detail}`)
  if (findings.some((finding) => finding.verdict === 'wrong')) process.exitCode = 1
}
