import type { Document } from '../../../src/knowledge/readers/document.ts'
import { checkDocument } from '../../../src/plans/check-document.ts'
import { readPlan } from '../../../src/plans/reading/read-plan.ts'
import { TODAY } from '../made/check.ts'
import { aDocument } from './a-document.ts'

/** What is found of these kinds, each with the words it is about. */
export const findings = (document: Document, ...codes: string[]) =>
  checkDocument(document, TODAY)
    .findings.filter(({ code }) => codes.includes(code))
    .map(({ code, place }) => `${code} ${place.quote}`)

export type Sections = Parameters<typeof aDocument>

export const COVER: Sections[0] = [['ЛАП 2027–2029'], 'Брег, септембар 2026.']

/** What is found in a plan of these sections behind a cover, each with why. */
export const found = (...sections: Sections) =>
  checkDocument(aDocument(COVER, ...sections), TODAY).findings.map(({ code, why }) => `${code} ${why.sentence}`)

/** The tables of such a plan. */
export const tablesOf = (...sections: Sections) => readPlan(aDocument(COVER, ...sections)).plan.tables
