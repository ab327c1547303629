import { writeFileSync } from 'node:fs'
import { WEIGHTS_FILE } from '../src/answers/reading/weights.ts'
import { learnReading } from '../training/learn.ts'
import { reportReading } from '../training/reading-report.ts'
import { command, readArguments } from './command.ts'

const HELP = `LAP Savetnik: npm run train

Learns from the labelled messages in training/ what the assistant tells messages apart by, and writes the weights that
the source code keeps. The same messages give the same weights, byte for byte.

  npm run train                learns and writes
  npm run train -- --report    also says how well, by cross-validation: each fifth is read with what the others teach`

const { values } = readArguments({ options: { report: { type: 'boolean' }, help: { type: 'boolean' } } })

await command(HELP, values.help === true, async () => {
  writeFileSync(WEIGHTS_FILE, learnReading())
  console.log(`reading: ${WEIGHTS_FILE.pathname}`)
  if (values.report) reportOnReading()
})

function reportOnReading(): void {
  const { messages, words, questions, whole } = reportReading()
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  console.log(
    `reading, ${messages} messages: ${percent(words)} of words in the right part, ${percent(questions)} of questions from their ` +
      `first word to their last, ${percent(whole)} of messages with all their questions`,
  )
}
