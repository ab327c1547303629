import { loadPrompts } from '../../src/answers/writing/prompts.ts'
import { FORM, readOf } from '../../src/answers/writing/reading-model.ts'
import { scriptOf, toLatin } from '../../src/language/script.ts'
import { messageOf } from '../../src/platform/errors.ts'
import type { ChatModel } from '../../src/platform/model/chat-model.ts'
import type { Embedder } from '../../src/platform/model/model.ts'
import { type Finding, note, ok, wrong } from './finding.ts'

/** A sentence, another that means nearly the same in other words, and one that shares words with it and means something else. */
type Triple = readonly [said: string, meant: string, other: string]

/** A model that reads letters and not Serbian takes the last for nearer than the second. */
export const TRIPLES: readonly Triple[] = [
  [
    'Породица је после поплаве остала без куће.',
    'Вода им је уништила дом.',
    'Породица је после представе отишла из позоришта.',
  ],
  ['Дете не иде у школу.', 'Ученик већ месецима изостаје са наставе.', 'Дете не једе супу.'],
  ['Он тражи посао.', 'Незапослен је и јавља се на огласе за радно место.', 'Он тражи кључеве од аутомобила.'],
  [
    'Скупштина је усвојила буџет.',
    'Одборници су изгласали новац за наредну годину.',
    'Скупштина станара је офарбала ограду.',
  ],
  [
    'Избеглице су смештене у колективни центар.',
    'Људи који су побегли од рата живе у прихватилишту.',
    'Књиге су смештене на нову полицу.',
  ],
]

const OTHER_MODEL =
  'take one that knows Serbian (bge-m3, say; docs/local-model.md), or set EMBEDDING_MODEL=off: search by words knows both scripts'

/** Whether the embedding model knows Serbian: five pairs must lie nearer than five others, in both scripts. */
export async function checkEmbeddedSerbian(embedder: Embedder, signal: AbortSignal): Promise<Finding> {
  const texts = TRIPLES.flat()
  try {
    const vectors = await embedder.embed([...texts, ...texts.map(toLatin)], signal)
    return serbianFinding(nearerPairs(vectors.slice(0, texts.length)), nearerPairs(vectors.slice(texts.length)))
  } catch (error) {
    return wrong('Serbian by meaning', messageOf(error))
  }
}

/** What to say when so many of the five pairs lie nearer than the five others. */
export function serbianFinding(cyrillic: number, latin: number): Finding {
  const pairs = TRIPLES.length
  const found = `${cyrillic} of ${pairs} pairs that mean the same lie nearer than others in Cyrillic, ${latin} in Latin`
  if (cyrillic === pairs && latin === pairs) return ok('Serbian by meaning', found)
  return wrong('Serbian by meaning', `${found}; the model does not know it well enough: ${OTHER_MODEL}`)
}

/** Of how many triples the first two lie nearer to each other than the first and the last. */
function nearerPairs(vectors: readonly number[][]): number {
  const triples = Array.from({ length: vectors.length / 3 }, (_, i) => vectors.slice(3 * i, 3 * i + 3))
  return triples.filter(([said, meant, other]) => cosine(said!, meant!) > cosine(said!, other!)).length
}

function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0) / (Math.hypot(...a) * Math.hypot(...b))
}

/** Two questions in a story, with a greeting and thanks around them. */
export const MESSAGE =
  'Поштовани, колегиница је на боловању па пишем ја, први пут. Занима ме ко усваја локални акциони план и колико година он траје. Хвала унапред!'
const ASKED = [/усваја/i, /траје|године|година/i]
/** Longer is not waited for in the chat. */
const IN_TIME_MS = 8_000

const OTHER_CHAT_MODEL =
  'until then messages are read without it. Take a larger model, or one that knows Serbian; see docs/local-model.md'

/** Whether the chat model reads Serbian: one message, read as those in the chat are. */
export async function checkReadSerbian(model: ChatModel): Promise<Finding> {
  const messages = loadPrompts().understand.fill({ conversation: '', message: MESSAGE })
  const started = performance.now()
  try {
    const signal = AbortSignal.timeout(60_000)
    const { value } = await model.fill(messages, FORM, { signal, mostTokens: 400 })
    return readingFinding(value && readOf(value, MESSAGE, ''), performance.now() - started)
  } catch (error) {
    return note('chat model’s Serbian', `${messageOf(error)} Messages are read without it.`)
  }
}

/** What to say of a reading of the message that took so long; `null`: there was no object. */
function readingFinding(read: ReturnType<typeof readOf> | null, ms: number): Finding {
  const about = 'chat model’s Serbian'
  const seconds = `${(ms / 1000).toFixed(1)} s`
  if (!read) return wrong(about, `it gave no object of the form asked for in ${seconds}; ${OTHER_CHAT_MODEL}`)
  const { questions, alarm } = read
  if (alarm) return wrong(about, `it takes an ordinary question for ${alarm.kind}; ${OTHER_CHAT_MODEL}`)
  const isRead = questions !== null && ASKED.every((word) => questions.some((question) => word.test(question)))
  if (!isRead || scriptOf(questions.join(' ')) !== 'cyrl')
    return wrong(about, `it did not find the two questions of a message in Cyrillic; ${OTHER_CHAT_MODEL}`)
  if (ms > IN_TIME_MS)
    return note(about, `reads a message, but in ${seconds}: after ${IN_TIME_MS / 1000} s messages are read without it`)
  return ok(about, `found the two questions of a message in ${seconds}`)
}
