import { readFileSync } from 'node:fs'
import { type Labelled, readLabelled } from '../../src/answers/evaluation/judge.ts'

/** The questions of one file of `test/answers/questions`. */
export function labelled(name: string): Labelled[] {
  return readLabelled(readFileSync(new URL(`../answers/questions/${name}.jsonl`, import.meta.url), 'utf8'))
}
