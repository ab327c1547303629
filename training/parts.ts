import { readFileSync } from 'node:fs'
import { Random } from '../bench/random.ts'
import { TAGS, type Tag } from '../src/answers/reading/tagger.ts'
import { type Word, wordsOf } from '../src/answers/reading/words.ts'
import { fillNames } from './fill.ts'

/** A message as somebody marked it: its parts in order, each as typed. */
export type Marked = readonly Part[]
type Part = { mark: Mark; text: string }

/** How a part is marked in `parts.txt`. */
const MARKS = { g: 'greeting', c: 'context', l: 'lead-in', q: 'ask', t: 'thanks', s: 'signature' } as const
type Mark = keyof typeof MARKS

/** The words of a message, each with the place of its tag in `TAGS`. */
export type Example = { text: string; words: readonly Word[]; tags: readonly number[] }

/** The messages of `parts.txt`. */
export function markedMessages(): Marked[] {
  return readFileSync(new URL('parts.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(readMarked)
}

/** «[g]Здраво, [q]ко усваја ЛАП?» as its parts. */
export function readMarked(line: string): Marked {
  return [...line.matchAll(/\[([gcltqs])\]((?:(?!\[[gcltqs]\]).)*)/gu)].map(([, mark, text]) => ({
    mark: mark as Mark,
    text: text!,
  }))
}

/** A marked message as the words to learn from. */
export function exampleOf(marked: Marked): Example {
  const text = marked.map((part) => part.text).join('')
  const words = wordsOf(text)
  let from = 0
  const tags: number[] = []
  for (const part of marked) {
    const to = from + part.text.length
    words
      .filter((word) => word.from >= from && word.from < to)
      .forEach((_, at) => void tags.push(TAGS.indexOf(tagOf(part, at))))
    from = to
  }
  return { text, words, tags }
}

function tagOf({ mark }: Part, at: number): Tag {
  return mark === 'q' && at > 0 ? 'asked' : MARKS[mark]
}

/** How many ways each message is learned in. */
const WAYS = 3

/**
 * Messages to learn from: each as it is and in two other ways, which people do type: without signs, in small letters
 * or capitals, with the greeting, story, thanks or signature of others or without. Script and diacritics need no ways of
 * their own: words are folded before anything is read from them. Placeholders are filled.
 */
export function examplesOf(all: readonly Marked[], seed: number): Example[] {
  const random = new Random(seed)
  const parts = Map.groupBy(all.flat(), (part) => part.mark)
  return all
    .flatMap((marked) =>
      Array.from({ length: WAYS }, (_, way) => (way === 0 ? marked : otherWay(marked, parts, random))),
    )
    .map((marked) => exampleOf(marked.map(({ mark, text }) => ({ mark, text: fillNames(text, random) }))))
}

function otherWay(marked: Marked, parts: ReadonlyMap<Mark, Part[]>, random: Random): Marked {
  const others = (mark: Mark) => random.pick(parts.get(mark)!)
  const mixed = marked.flatMap((part) => {
    if (part.mark === 'l') return [part]
    if (part.mark === 'q') return [random.happens(0.3) ? joint(others('q'), part) : part]
    if (marked.length > 1 && random.happens(0.2)) return []
    return [random.happens(0.4) ? joint(others(part.mark), part) : part]
  })
  const whole = mixed.length > 0 ? mixed : marked
  const before = lacks(whole, 'g') && random.happens(0.25) ? [apart(others('g'), random)] : []
  const behind = (['t', 's'] as const).flatMap((mark) =>
    lacks(whole, mark) && random.happens(0.25) ? [others(mark)] : [],
  )
  const last = whole.at(-1)!
  const joined = behind.length > 0 ? [...whole.slice(0, -1), apart(last, random), ...behind] : whole
  return typed([...before, ...joined], random)
}

function lacks(marked: Marked, mark: Mark): boolean {
  return marked.every((part) => part.mark !== mark)
}

/** A part with something that parts it from the one behind it. */
function apart(part: Part, random: Random): Part {
  return { ...part, text: part.text.trimEnd() + random.pick([' ', ' ', '\n', '. ', ', ']) }
}

/** Another's part, ending as the one in whose place it stands. */
function joint(part: Part, { text }: Part): Part {
  return { ...part, text: part.text.trimEnd() + (/\s+$/.exec(text)?.[0] ?? '') }
}

/** The message as somebody types who leaves out signs or capitals, or writes all in capitals. */
function typed(marked: Marked, random: Random): Marked {
  const ways: ((text: string) => string)[] = []
  if (random.happens(0.35)) ways.push((text) => text.replace(/(?<=[\p{L}\p{N}\s])[?.,!:;–-]+(?=\s|$)/gu, ''))
  if (random.happens(0.35)) ways.push((text) => text.toLowerCase())
  else if (random.happens(0.05)) ways.push((text) => text.toUpperCase())
  return marked.map((part) => ({ ...part, text: ways.reduce((text, way) => way(text), part.text) }))
}
