import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { withoutPersonalNumbers } from '../../language/mask.ts'
import type { ChatMessage } from '../../platform/model/client.ts'
import type { Passage } from '../check/check.ts'

/** What can be done with passages: answer the question, or put an answer in another form. */
export type Task = 'answer' | Form
export const FORMS = ['compare', 'checklist', 'simpler'] as const
export type Form = (typeof FORMS)[number]

/** What of a plan is worded. */
export type Wording = 'objective' | 'analysis'

/** What a prompt is made of, its slots still empty. */
export type Prompt<Slot extends string> = {
  /** Of the files it is made of; kept with every answer. */
  hash: string
  fill(values: Record<Slot, string>): ChatMessage[]
}

export type Prompts = {
  write: Record<Task, Prompt<'language' | 'passages' | 'question'>>
  understand: Prompt<'conversation' | 'message'>
  ways: Prompt<'language' | 'most' | 'passages'>
  secondReader: Prompt<'passages' | 'sentences'>
  wording: Record<Wording, Prompt<'language' | 'entries'>>
}

const FOLDER = new URL('../../../prompts/', import.meta.url)
const PARTING = '<!-- user -->'

/** The prompts of the folder `prompts`. Throws when a file lacks a slot, or has one that nobody fills. */
export function loadPrompts(): Prompts {
  const frame = readFileSync(new URL('write.md', FOLDER), 'utf8')
  const writing = (task: Task) => {
    const ordered = readFileSync(new URL(`tasks/${task}.md`, FOLDER), 'utf8').trim()
    return promptOf(`write.md with tasks/${task}.md`, frame.replace('{{task}}', ordered), [
      'language',
      'passages',
      'question',
    ])
  }
  const plain = readFileSync(new URL('wording.md', FOLDER), 'utf8')
  const wording = (name: Wording) => {
    const ordered = readFileSync(new URL(`wordings/${name}.md`, FOLDER), 'utf8').trim()
    return promptOf(`wording.md with wordings/${name}.md`, plain.replace('{{task}}', ordered), ['language', 'entries'])
  }
  const understand = readFileSync(new URL('understand.md', FOLDER), 'utf8')
  const secondReader = readFileSync(new URL('second-reader.md', FOLDER), 'utf8')
  const ways = readFileSync(new URL('ways.md', FOLDER), 'utf8')
  return {
    write: {
      answer: writing('answer'),
      compare: writing('compare'),
      checklist: writing('checklist'),
      simpler: writing('simpler'),
    },
    understand: promptOf('understand.md', understand, ['conversation', 'message']),
    ways: promptOf('ways.md', ways, ['language', 'most', 'passages']),
    wording: { objective: wording('objective'), analysis: wording('analysis') },
    secondReader: promptOf('second-reader.md', secondReader, ['passages', 'sentences']),
  }
}

/** A prompt from the text of its file. `name` is for the message when its slots are not `slots` and «fence». */
export function promptOf<Slot extends string>(name: string, text: string, slots: readonly Slot[]): Prompt<Slot> {
  const found = new Set([...text.matchAll(/\{\{(\w*)\}\}/g)].map(([, slot]) => slot!))
  const faults = [...found.symmetricDifference(new Set<string>([...slots, 'fence']))]
  if (faults.length > 0) throw new Error(`prompts/${name}: slots missing or unknown: ${faults.join(', ')}`)
  const [system, user, ...more] = text.split(PARTING)
  if (user === undefined || more.length > 0) throw new Error(`prompts/${name}: expected one line ${PARTING}`)
  return {
    hash: createHash('sha256').update(text).digest('hex').slice(0, 12),
    fill: (values) => {
      const fence = fenceFor(Object.values(values))
      const filled = (part: string) =>
        part.trim().replace(/\{\{(\w+)\}\}/g, (_, slot: string) => (slot === 'fence' ? fence : values[slot as Slot]))
      return [
        { role: 'system', text: filled(system!) },
        { role: 'user', text: filled(user) },
      ]
    },
  }
}

/** A passage as it leaves the process. Offices' telephones in the material are public; nobody's personal number is. */
export function shownToModel({ n, text, titles = [] }: Passage): string {
  return `[${n}] ${titles.filter(Boolean).join(' › ')}\n${withoutPersonalNumbers(text)}`
}

/** A line that data cannot close, since it is new for each request and stands in none of `texts`. */
function fenceFor(texts: readonly string[]): string {
  for (;;) {
    const fence = `=== ${randomBytes(9).toString('hex')} ===`
    if (!texts.some((text) => text.includes(fence))) return fence
  }
}
