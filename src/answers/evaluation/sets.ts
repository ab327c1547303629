import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readJsonLines } from './json-lines.ts'

/** What a message should come to. */
const outcome = z.enum([
  'answered',
  'near',
  'asked-back',
  'no-answer',
  'declined',
  'emergency',
  'courtesy',
  'function',
  'question',
])
const headings = z.array(z.string()).default([])

const question = z.object({
  id: z.string(),
  text: z.string().min(1),
  style: z.string(),
  kind: z.string().optional(),
  expect: z.enum(['answered', 'no-answer']),
  /** Headings, or terms of the glossary, that may stand first in the answer. */
  sections: headings,
  /** Beginnings of words that its first two sentences must have, in Cyrillic. */
  says: z.array(z.string()).default([]),
  /** The same headings for each question of a message with several. */
  each: z.array(z.array(z.string())).default([]),
})
export type SetQuestion = z.infer<typeof question>

const intent = z.object({
  id: z.string(),
  text: z.string().min(1),
  expect: outcome,
  reason: z.string().optional(),
  function: z.string().optional(),
})
export type SetIntent = z.infer<typeof intent>

/** A question that is answered, and the same with something around it. */
const pair = z.object({ id: z.string(), text: z.string().min(1), sections: headings, wrapped: z.array(z.string()) })
export type SetPair = z.infer<typeof pair>

const turn = z.object({
  text: z.string().min(1),
  expect: outcome,
  sections: headings,
  /** What it may come to instead. */
  or: z.array(outcome).default([]),
})
const dialogue = z.object({ id: z.string(), turns: z.array(turn).min(1) })
export type SetTurn = z.infer<typeof turn>
type SetDialogue = z.infer<typeof dialogue>

/** One half of the questions as people write them, by one hand. */
export type QuestionSet = {
  answerable: SetQuestion[]
  unanswerable: SetQuestion[]
  intents: SetIntent[]
  pairs: SetPair[]
  dialogues: SetDialogue[]
}

/** Reads `questions`, `unanswerable`, `intents`, `pairs` and `dialogues`, each `.jsonl`, of a folder. Throws `CannotStart` naming the faulty line. */
export function readSet(folder: string): QuestionSet {
  const read = <T>(name: string, schema: z.ZodType<T>): T[] =>
    readJsonLines(
      readFileSync(join(folder, `${name}.jsonl`), 'utf8'),
      schema,
      (line) => `Line ${line} of ${name}.jsonl in ${folder} is not as it should be.`,
    )
  return {
    answerable: read('questions', question),
    unanswerable: read('unanswerable', question),
    intents: read('intents', intent),
    pairs: read('pairs', pair),
    dialogues: read('dialogues', dialogue),
  }
}
