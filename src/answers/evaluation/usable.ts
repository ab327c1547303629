import { fold } from '../../language/fold.ts'
import { sentences } from '../../language/sentences.ts'
import { type Answer, outcomeOf, quotesOf } from '../answer.ts'
import { commandOf } from '../intent/functions.ts'
import type { QuestionSet, SetIntent, SetPair, SetQuestion, SetTurn } from './sets.ts'

/** An answer as somebody reads it; `text` without its folded sources. */
export type Shown = { answer: Answer; text: string }

/** Answers messages as the bot does, each list as one conversation. */
export type Asker = (conversation: readonly string[]) => Promise<Shown[]>

/** One message that was judged: in which rows of the table it counts, and as what. */
export type Judged = { rows: string[]; is: Verdict; id: string; text: string; got: string }
type Verdict = 'clean' | 'usable' | 'right' | 'asked back' | 'wrong' | 'unanswered'

/**
 * Judges everything in a set. «clean»: the right passage first, and what a good answer says in its first two sentences; «usable»: the
 * right passage is quoted. A message of several questions is clean when each is answered.
 */
export async function judgeSet(set: QuestionSet, ask: Asker): Promise<Judged[]> {
  const judged: Judged[] = []
  const one = async (text: string) => (await ask([text]))[0]!
  for (const question of [...set.answerable, ...set.unanswerable])
    judged.push(judgeQuestion(question, await one(question.text)))
  for (const intent of set.intents) judged.push(judgeIntent(intent, await one(intent.text)))
  for (const pair of set.pairs) judged.push(...(await judgePair(pair, one)))
  for (const { id, turns } of set.dialogues) {
    const shown = await ask(turns.map((turn) => turn.text))
    for (const [i, turn] of turns.entries()) judged.push(judgeTurn(`${id}.${i + 1}`, turn, shown[i]!, i))
  }
  return judged
}

function judgeQuestion(question: SetQuestion, shown: Shown): Judged {
  const { id, text, style, kind = 'other' } = question
  const got = describeShown(shown)
  if (question.expect === 'no-answer')
    return {
      rows: ['without an answer', `without an answer, ${style}`],
      is: ['near', 'unknown'].includes(shown.answer.kind) ? 'right' : 'wrong',
      id,
      text,
      got,
    }
  return { rows: ['answerable', `style: ${style}`, `kind: ${kind}`], is: verdictOn(question, shown), id, text, got }
}

function verdictOn({ sections, says, each }: SetQuestion, shown: Shown): Verdict {
  const { outcome } = outcomeOf(shown.answer)
  if (outcome !== 'answered' && outcome !== 'near') return outcome === 'no-answer' ? 'unanswered' : 'wrong'
  const quoted = headingsOf(shown.answer)
  const isQuoted = (wanted: readonly string[]) => quoted.some((heading) => isOneOf(wanted, heading))
  if (!isQuoted(sections)) return 'wrong'
  if (outcome === 'near' || !isOneOf(sections, quoted[0]!)) return 'usable'
  if (each.length > 0) return each.every(isQuoted) ? 'clean' : 'usable'
  const begins = fold(firstSentences(shown.text))
  return says.every((word) => begins.includes(fold(word))) ? 'clean' : 'usable'
}

/** The first two sentences that are read; a heading or a row of a table is one. */
function firstSentences(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 3)
    .flatMap(sentences)
    .slice(0, 2)
    .join(' ')
}

function headingsOf(answer: Answer): string[] {
  const term =
    answer.kind === 'term'
      ? [answer.term.term]
      : answer.kind === 'quoted' && answer.meaning
        ? [answer.meaning.term]
        : []
  return [...term, ...quotesOf(answer).map((quote) => quote.chunk.headings.at(-1) ?? quote.chunk.title)]
}

function isOneOf(wanted: readonly string[], heading: string): boolean {
  return wanted.some((one) => fold(one) === fold(heading))
}

function judgeIntent({ id, text, expect, reason, function: command }: SetIntent, shown: Shown): Judged {
  const { answer } = shown
  const is = isAsIntended(answer, { expect, reason, command }) ? 'right' : 'wrong'
  const alarm = answer.kind === 'emergency' || answer.kind === 'declined'
  const rows = ['intents', `intent: ${expect}`]
  return {
    rows: expect === 'question' && alarm ? [...rows, 'ordinary, alarmed or declined'] : rows,
    is,
    id,
    text,
    got: describeShown(shown),
  }
}

function isAsIntended(
  answer: Answer,
  { expect, reason, command }: { expect: string; reason: string | undefined; command: string | undefined },
): boolean {
  const { outcome } = outcomeOf(answer)
  switch (expect) {
    case 'question':
      return ['answered', 'near', 'no-answer', 'asked-back'].includes(outcome)
    case 'declined':
      return answer.kind === 'declined' && (reason === undefined || answer.reason === reason)
    case 'function':
      if (answer.kind === 'sessions') return command === '/obuke'
      return answer.kind === 'function' && commandOf(answer.function) === command
    default:
      return outcome === expect
  }
}

async function judgePair(
  { id, text, sections, wrapped }: SetPair,
  one: (text: string) => Promise<Shown>,
): Promise<Judged[]> {
  const bare = await one(text)
  const first = headingsOf(bare.answer)[0]
  const judged: Judged[] = []
  for (const [i, message] of wrapped.entries()) {
    const shown = await one(message)
    const got = headingsOf(shown.answer)[0]
    const is = got === undefined ? 'unanswered' : got === first || isOneOf(sections, got) ? 'right' : 'wrong'
    judged.push({
      rows: ['wrapped'],
      is: first === undefined ? 'right' : is,
      id: `${id}.${i + 1}`,
      text: message,
      got: describeShown(shown),
    })
  }
  return judged
}

function judgeTurn(id: string, turn: SetTurn, shown: Shown, at: number): Judged {
  const rows = at === 0 ? ['dialogues: first'] : ['dialogues: follow-ups']
  return { rows, is: verdictOnTurn(turn, shown), id, text: turn.text, got: describeShown(shown) }
}

function verdictOnTurn({ expect, or, sections }: SetTurn, { answer }: Shown): Verdict {
  const { outcome } = outcomeOf(answer)
  const got = outcome === 'sessions' ? 'function' : outcome
  if (got === 'asked-back') return 'asked back'
  const wanted: string[] = [expect, ...or]
  if (got === 'answered' || got === 'near') {
    const named = sections.length === 0 || headingsOf(answer).some((heading) => isOneOf(sections, heading))
    return wanted.some((one) => one === 'answered' || one === 'near') && named ? 'right' : 'wrong'
  }
  return wanted.includes(got) ? 'right' : got === 'no-answer' ? 'unanswered' : 'wrong'
}

function describeShown({ answer }: Shown): string {
  const { outcome } = outcomeOf(answer)
  const which = answer.kind === 'declined' ? answer.reason : answer.kind === 'function' ? answer.function : ''
  return [outcome, which, ...headingsOf(answer).slice(0, 2)].filter(Boolean).join(' · ')
}

export type Row = { row: string; count: number; shares: Partial<Record<Verdict, number>> }

/** The rows of the table, by name, each with how many were judged and the share of each verdict, in percent. */
export function tableOf(judged: readonly Judged[]): Row[] {
  const rows = [...new Set(judged.flatMap((one) => one.rows))].sort()
  return rows.map((row) => {
    const of = judged.filter((one) => one.rows.includes(row))
    const share = (is: Verdict) => Math.round((1000 * of.filter((one) => one.is === is).length) / of.length) / 10
    const verdicts = [...new Set(of.map((one) => one.is))]
    return { row, count: of.length, shares: Object.fromEntries(verdicts.map((is) => [is, share(is)])) }
  })
}

const VERDICTS: readonly Verdict[] = ['clean', 'usable', 'right', 'asked back', 'unanswered', 'wrong']

/** The tables of several halves, one after the other, as a person reads them. */
export function describeTables(halves: readonly string[], tables: readonly (readonly Row[])[]): string {
  const line = (name: string, cells: readonly string[]) =>
    (name.padEnd(36) + cells.map((cell) => cell.padStart(11)).join('')).trimEnd()
  return halves
    .flatMap((half, i) => [
      line(`half ${half}, percent`, ['messages', ...VERDICTS]),
      ...tables[i]!.map(({ row, count, shares }) =>
        line(row, [String(count), ...VERDICTS.map((is) => (shares[is] === undefined ? '–' : shares[is].toFixed(1)))]),
      ),
      '',
    ])
    .join('\n')
    .trimEnd()
}
