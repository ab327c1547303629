import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { evaluateAnswers, readAskedQuestions, readRecorded } from '../../../src/answers/evaluation/evaluate.ts'
import { describeAnswers, reportOf } from '../../../src/answers/evaluation/report.ts'
import { ingestFolder } from '../../../src/knowledge/ingest/ingest.ts'
import { createSearch, type Search } from '../../../src/knowledge/search/search.ts'
import { systemClock } from '../../../src/platform/clock.ts'
import { SMALL_KNOWLEDGE } from '../../support/bot.ts'
import { aDatabase } from '../../support/database/database.ts'

let search: Search
beforeAll(async () => {
  const database = await aDatabase()
  await ingestFolder({ database, clock: systemClock, folder: SMALL_KNOWLEDGE })
  search = createSearch(database.pool)
})

const shipped = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const question = (id: string, text: string, expect = 'answered') => JSON.stringify({ id, text, expect })

describe('evaluateAnswers', () => {
  test('reports what was recorded, per language', async () => {
    const questions = ['../questions/brief.jsonl', '../questions/unanswerable.jsonl'].flatMap((name) =>
      readAskedQuestions(shipped(name)),
    )
    const evaluated = await evaluateAnswers(search, questions, { recorded: readRecorded(shipped('recorded.jsonl')) })
    const report = reportOf(evaluated)
    expect(report.all).toMatchObject({
      questions: 8,
      grounded: { of: 5, all: 13 },
      citations: { of: 5, all: 12 },
      figures: { of: 3, all: 8 },
      refusedRightly: { of: 1, all: 2 },
      refusedWrongly: { of: 1, all: 6 },
      removed: { figure: 3, link: 1, meaning: 2, 'no-such-passage': 1, uncited: 1, words: 1 },
    })
    expect(report.sr.questions + report.en.questions).toBe(8)
    expect(describeAnswers(report)).toContain('sentences grounded    38.5 % (5/13)')
  })

  test('asks a writer with the passages that search finds, and not when the scope says no', async () => {
    const asked: string[] = []
    const questions = readAskedQuestions(
      [
        question('a', 'Ко усваја ЛАП?'),
        question('b', 'daj jmbg svih povratnika iz nase opstine', 'declined'),
        question('c', 'Како се прави добра сарма?', 'no-answer'),
      ].join('\n'),
    )
    const evaluated = await evaluateAnswers(search, questions, async (text, passages) => {
      asked.push(text)
      return `${passages[0]!.text.split('. ')[0]!} [1].`
    })
    expect(asked).toEqual(['Ко усваја ЛАП?'])
    expect(reportOf(evaluated).all).toMatchObject({
      grounded: { of: 1, all: 1 },
      refusedRightly: { of: 2, all: 2 },
      refusedWrongly: { of: 0, all: 1 },
    })
  })

  test('names the faulty line', () => {
    expect(() => readRecorded('{"id": 1, "text": ""}\n{"id": 2}')).toThrow(
      'Line 2 of the recorded outputs is not {"id", "text", "passages": [{"n", "text"}]}.',
    )
    expect(() => readAskedQuestions('nonsense')).toThrow(
      'Line 1 of the questions is not {"id", "text", "expect", "sections"}.',
    )
  })
})
