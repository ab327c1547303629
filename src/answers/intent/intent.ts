import { sentences } from '../../language/sentences.ts'
import { criesForHelp } from './cries.ts'
import { featuresOf } from './features.ts'
import { type BotFunction, COMMANDS, STAFF_FUNCTIONS } from './functions.ts'
import { modelOf, probabilities } from './model.ts'

/** Why we do not answer a question of some kinds, though we could find words for it. Source: rules of conduct F270–F272. */
export type Refusal = (typeof REFUSALS)[number]
export const REFUSALS = ['personal-data', 'single-case', 'politics', 'opinion', 'security'] as const

/** What asks nothing. */
export type Courtesy = 'greeting' | 'thanks' | 'ok' | 'bye' | 'who' | 'upset' | 'other'

/** What is said of the last answer, and means nothing alone. */
export type About = 'shorter' | 'example' | 'source' | 'more' | 'yes' | 'no'

/** What a message wants, before any search. */
export type Intent =
  | { kind: 'question' }
  | { kind: 'emergency' }
  | { kind: 'declined'; reason: Refusal }
  | { kind: 'sessions' }
  /** `forOthers`: what is likeliest meant by somebody who may not do what staff do. */
  | { kind: 'function'; function: BotFunction; forOthers?: BotFunction | 'obuke' }
  | { kind: 'courtesy'; courtesy: Courtesy }
  | { kind: 'about'; about: About }

/**
 * Least probability at which each is believed, by what an error costs: contacts given in vain cost little, an ordinary question
 * turned down costs a person's trust. Chosen on one half of the questions as people write them (`npm run eval -- --answers`).
 * Where what is asked is plainly a question («Шта би се за њих могло планирати?», and not «шта да радим?»), the story around it
 * must be nearly certain to be of danger: of that half's questions six were alarmed before, and none of its cries for help is lost.
 * What is turned down is so by the clause that asks and the whole at the mean, or by the whole alone where that is plain: so are 1.8 % of 782
 * questions by three hands, where either alone turned down 2.3 % at 0.68, and as many of half a's 40 that must be.
 * The story alone must be as certain as `inStory`: of ten cries beside an ordinary question («ко усваја план, али ме муж туче») eight were
 * not heard without it, and three are not with it; of 790 stories around ordinary questions, by five hands, it alarms four.
 * At 0.3, 0.2 and 0.12 of what participants write of their coming («не ноћим у центру») 2, 7 and 12 % are alarmed.
 */
const LEAST = {
  danger: 0.3,
  besideQuestion: 0.9,
  inStory: 0.98,
  inPiece: 0.8,
  whereInPiece: 0.1,
  refusal: 0.61,
  refusalOfAll: 0.75,
  other: 0.45,
  forOthers: 0.1,
}
/** From this likelihood on a clause is plainly a question: those of stories of danger have at most 0.63, those of other stories 0.88. */
const PLAINLY_QUESTION = 0.75

/**
 * What a message wants, by its words alone; `asked`: its clauses that ask, and `story` what stands around
 * them, a line a piece, where somebody has told them apart. Never throws. Danger is looked for in the whole and in every piece, since the story around may hide it; anything else is what is
 * asked.
 */
export function intentOf(text: string, asked: readonly string[] = [text], story = ''): Intent {
  if (criesForHelp(text)) return { kind: 'emergency' }
  if (story.split('\n').some((told) => chancesOf(told).of('emergency') >= LEAST.inStory)) return { kind: 'emergency' }
  const whole = chancesOf(text)
  const clauses = asked.map((clause) => (clause === text ? whole : chancesOf(clause)))
  const asksPlainly = clauses.some((clause) => clause !== whole && clause.of('question') >= PLAINLY_QUESTION)
  if (whole.of('emergency') >= (asksPlainly ? LEAST.besideQuestion : LEAST.danger)) return { kind: 'emergency' }
  if (!asksPlainly && hidesDanger(text, whole, clauses)) return { kind: 'emergency' }
  const refused =
    refusalIn(whole) >= LEAST.refusalOfAll ? whole : clauses.map((clause) => mean(whole, clause)).find(isRefused)
  if (refused) return { kind: 'declined', reason: likeliest(refused, REFUSALS) as Refusal }
  for (const clause of clauses) {
    const wanted = wantedBy(mean(whole, clause))
    if (wanted.kind !== 'question') return wanted
  }
  return { kind: 'question' }
}

/** How likely the whole of a message is a cry for help, 0 to 1. Never throws. */
export function chanceOfDanger(text: string): number {
  return criesForHelp(text) ? 1 : chancesOf(text).of('emergency')
}

/** Whether one piece of a longer message speaks of danger, and the whole does not speak against it. */
function hidesDanger(text: string, whole: Chances, clauses: readonly Chances[]): boolean {
  if (whole.of('emergency') < LEAST.whereInPiece) return false
  return [...clauses, ...piecesOf(text).map(chancesOf)].some((piece) => piece.of('emergency') >= LEAST.inPiece)
}

function isRefused(chances: Chances): boolean {
  return refusalIn(chances) >= LEAST.refusal
}

function refusalIn(chances: Chances): number {
  return REFUSALS.reduce((sum, reason) => sum + chances.of(reason), 0)
}

/** How likely a text is each label, 0 to 1; of a kind with several labels («fn:…»), together. */
type Chances = { all: ArrayLike<number>; of(kind: string): number }

function chancesOf(text: string): Chances {
  return chances(probabilities(model(), featuresOf(text)))
}

function chances(all: ArrayLike<number>): Chances {
  return { all, of: (kind) => (labelsOf().get(kind) ?? []).reduce((sum, at) => sum + all[at]!, 0) }
}

function mean(one: Chances, other: Chances): Chances {
  return one === other ? one : chances(Array.from(one.all, (chance, i) => (chance + other.all[i]!) / 2))
}

/** Kinds that are neither danger nor refused, and which of them it is; a question when none of them is likely enough. */
const WANTED = ['question', 'fn', 'courtesy', 'about']

function wantedBy(found: Chances): Intent {
  const kind = likeliest(found, WANTED)
  if (found.of(kind) < LEAST.other) return { kind: 'question' }
  const places = labelsOf().get(kind)!
  const intent = intentNamed(likeliestLabel(found, places))
  if (intent.kind !== 'function' || !STAFF_FUNCTIONS[intent.function]) return intent
  const forOthers = wantedByOthers(found, places)
  return forOthers ? { ...intent, forOthers } : intent
}

/** A participant who speaks of a training as staff do («морам да откажем долазак») means their own. */
function wantedByOthers(found: Chances, places: readonly number[]): BotFunction | 'obuke' | null {
  const open = places.filter((at) => {
    const intent = intentNamed(model().names[at]!)
    return intent.kind !== 'function' || !STAFF_FUNCTIONS[intent.function]
  })
  if (open.reduce((sum, at) => sum + found.all[at]!, 0) < LEAST.forOthers) return null
  const intent = intentNamed(likeliestLabel(found, open))
  return intent.kind === 'function' ? intent.function : intent.kind === 'sessions' ? 'obuke' : null
}

function likeliestLabel({ all }: Chances, places: readonly number[]): string {
  return model().names[places.reduce((a, b) => (all[b]! > all[a]! ? b : a))]!
}

function likeliest(found: Chances, kinds: readonly string[]): string {
  return kinds.reduce((a, b) => (found.of(b) > found.of(a) ? b : a))
}

/** The intent a label of the training data stands for: «fn:/moje», «fn:/jezik:en», «courtesy:thanks», «about:more». */
function intentNamed(label: string): Intent {
  const [kind, name = '', language] = label.split(':')
  switch (kind) {
    case 'fn': {
      const command = name.slice(1)
      if (command === 'obuke') return { kind: 'sessions' }
      const known = COMMANDS.find((one) => one === command)
      return known
        ? { kind: 'function', function: (language ? `${known}:${language}` : known) as BotFunction }
        : { kind: 'question' }
    }
    case 'courtesy':
      return { kind, courtesy: name as Courtesy }
    case 'about':
      return { kind, about: name as About }
    default:
      return { kind: 'question' }
  }
}

/** Pieces are read by themselves from this many words on, in sentences, or in windows of words where nothing is punctuated. */
const LONG = 12
const WINDOW = 18
const MOST_PIECES = 60

/** The pieces in which a longer message is looked through for danger; none for a short one, which is read whole. */
function piecesOf(text: string): string[] {
  if (text.split(/\s+/).length < LONG) return []
  const pieces = text.split('\n').flatMap(sentences).flatMap(windows)
  return pieces.length > 1 ? pieces.slice(0, MOST_PIECES) : []
}

function windows(sentence: string): string[] {
  const words = sentence.split(/\s+/)
  if (words.length <= WINDOW * 1.5) return words.length < 4 ? [] : [sentence]
  const count = Math.ceil((2 * words.length) / WINDOW) - 1
  return Array.from({ length: count }, (_, i) => words.slice((i * WINDOW) / 2, (i * WINDOW) / 2 + WINDOW).join(' '))
}

/** What `npm run train` makes of the labelled messages in `training/intent/messages`. */
export const WEIGHTS_FILE = new URL('intent.weights', import.meta.url)

const model = modelOf(WEIGHTS_FILE)
let labels: ReadonlyMap<string, readonly number[]> | undefined

/** The places of a kind's labels in `names`. */
function labelsOf(): ReadonlyMap<string, readonly number[]> {
  labels ??= Map.groupBy(model().names.keys(), (at) => model().names[at]!.split(':')[0]!)
  return labels
}
