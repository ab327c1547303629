import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { centreOf, cosine, encode, WEIGHTS_FILE } from '../../src/knowledge/search/encoder/encoder.ts'
import { fold, foldedWords } from '../../src/language/fold.ts'
import { learnEncoder, shippedPassages } from '../../training/encoder/learn.ts'

test('the weights that are kept are those that npm run train makes of the shipped material', {
  timeout: 600_000,
}, () => {
  expect(Buffer.from(learnEncoder()).equals(readFileSync(WEIGHTS_FILE))).toBe(true)
})

test('the passage that is asked for is among the ten that a question is most like, of all that are shipped', () => {
  const passages = shippedPassages().map(({ headings, titles }) => ({
    heading: fold(headings.at(-1) ?? ''),
    subject: centreOf(titles.map((title) => encode(title.split(' ')))),
  }))
  const questions = ['brief', 'paraphrases']
    .flatMap((name) => readFileSync(`test/answers/questions/${name}.jsonl`, 'utf8').trim().split('\n'))
    .map((line): { text: string; expect: string; sections?: string[] } => JSON.parse(line))
    .filter((question) => question.expect === 'answered')
  const found = questions.filter(({ text, sections }) => {
    const about = encode(foldedWords(text))
    const likeness = passages.map(({ heading, subject }) => ({ heading, is: cosine(subject, about) }))
    const nearest = likeness.sort((a, b) => b.is - a.is).slice(0, 10)
    return nearest.some(({ heading }) => sections!.some((section) => fold(section) === heading))
  })
  expect(questions.length).toBeGreaterThan(200)
  expect(found.length / questions.length).toBeGreaterThan(0.95)
})
