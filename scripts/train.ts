import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WEIGHTS_FILE as MEANING_WEIGHTS } from '../src/answers/check/meaning/model.ts'
import { WEIGHTS_FILE as INTENT_WEIGHTS } from '../src/answers/intent/intent.ts'
import { chanceForTrainer, WEIGHTS_FILE as TOLD_WEIGHTS } from '../src/answers/intent/told.ts'
import { WEIGHTS_FILE as READING_WEIGHTS } from '../src/answers/reading/weights.ts'
import { WEIGHTS_FILE as ENCODER_WEIGHTS } from '../src/knowledge/search/encoder/encoder.ts'
import { learnEncoder } from '../training/encoder/learn.ts'
import { aroundOf } from '../training/intent/data.ts'
import { labelledLines, learnIntent } from '../training/intent/learn.ts'
import { crossValidated } from '../training/intent/report.ts'
import { learnReading } from '../training/learn.ts'
import { labelledClaims, learnMeaning } from '../training/meaning/learn.ts'
import { crossValidatedMeaning } from '../training/meaning/report.ts'
import { markedMessages } from '../training/parts.ts'
import { reportReading } from '../training/reading-report.ts'
import { crossValidatedTold, learnTold } from '../training/told/learn.ts'
import { command, readArguments } from './command.ts'

const HELP = `LAP Savetnik: npm run train

Learns from the labelled messages in training/ what the assistant tells messages apart by, and from the sentences in
test/answers/check/sets/a what a passage says and what it does not, and from knowledge/ what questions are about; writes the weights
that the source code keeps. The same messages, sentences and material give the same weights, byte for byte.

  npm run train                learns and writes
  npm run train -- --report    also says how well, by cross-validation: each fifth is read with what the others teach`

const { values } = readArguments({ options: { report: { type: 'boolean' }, help: { type: 'boolean' } } })

await command(HELP, values.help === true, async () => {
  for (const [what, file, learn] of [
    ['reading', READING_WEIGHTS, learnReading],
    ['intent', INTENT_WEIGHTS, learnIntent],
    ['told', TOLD_WEIGHTS, learnTold],
    ['meaning', MEANING_WEIGHTS, learnMeaning],
    ['encoder', ENCODER_WEIGHTS, learnEncoder],
  ] as const) {
    writeFileSync(file, learn())
    console.log(`${what}: ${relative(process.cwd(), fileURLToPath(file))}`)
  }
  if (!values.report) return
  reportOnReading()
  reportOnIntent()
  reportOnTold()
  reportOnMeaning()
})

function reportOnReading(): void {
  const { messages, words, questions, whole } = reportReading()
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  console.log(
    `reading, ${messages} messages: ${percent(words)} of words in the right part, ${percent(questions)} of questions from their ` +
      `first word to their last, ${percent(whole)} of messages with all their questions`,
  )
}

function reportOnIntent(): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8)
  console.log(`intent, by cross-validation:\n${'label'.padEnd(22)}   lines   found   right`)
  for (const { label, lines, recall, precision } of crossValidated(labelledLines(), aroundOf(markedMessages())))
    console.log(`${label.padEnd(22)}${String(lines).padStart(8)}${percent(recall)}${percent(precision)}`)
}

function reportOnTold(): void {
  const { told, other } = crossValidatedTold((model, text) => chanceForTrainer(text, model) >= 0.5)
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  console.log(
    `told, by cross-validation: ${percent(told)} of what is for a trainer, ${percent(other)} of what only looks so`,
  )
}

function reportOnMeaning(): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8)
  console.log('meaning, by cross-validation:\nleast chance   true kept   lies not')
  for (const { least, kept, caught } of crossValidatedMeaning(labelledClaims()))
    console.log(`${least.toFixed(2).padStart(12)}${percent(kept).padStart(12)}${percent(caught).padStart(11)}`)
}
