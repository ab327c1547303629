import {
  adoptedIn,
  assemblysPart,
  bestAct,
  debateIn,
  headed,
  isAdoption,
  isDebateReport,
  plannedIn,
  recorded,
} from './acts.ts'
import { conclusionsIn, coordinatorsIn, groupIn, isReportDeadline, saysConclusions } from './carrying-out.ts'
import { chaptersOf } from './chapters.ts'
import { generalIn } from './general.ts'
import { coverOf, coverPeriod, dated, periodsOf, previousIn } from './periods.ts'
import { type Source, type Statements, sentencesOf } from './sentence.ts'

/** What a plan says outside of its tables' cells: its period, its acts, its debate, who coordinates it. */
export function statementsOf(source: Source): Statements {
  const said = sentencesOf(source)
  const cover = coverOf(source)
  const period = coverPeriod(cover)
  const adopted = adoptedIn(cover, said, period?.value ?? null)
  const decision = bestAct(said.filter(isAdoption).map(assemblysPart))
  return {
    periods: periodsOf(source, said, period),
    general: generalIn(source.pieces),
    datedOn: dated(cover) ?? (decision?.value.date ? { value: decision.value.date, place: decision.place } : null),
    adopted,
    decision,
    plannedOn: decision?.value.date ? null : plannedIn(said),
    opinion: bestAct(said.filter(recorded(/\bmisljenj\w*/, /\bsavet\w*/))),
    statement: bestAct(said.filter(recorded(/\bizjav\w*/, /\b(?:finansij|budzet|finansir)\w*/))),
    previous: previousIn(source, said),
    debate: debateIn(said),
    debateReport: said.find(isDebateReport) ?? headed(source, /izvestaj\w* (?:\w+ ){0,3}(?:javn\w+ )?raspra/),
    coordinators: coordinatorsIn(source, said),
    reportDeadline: said.find(isReportDeadline) ?? null,
    group: groupIn(source.pieces),
    swotConclusions: conclusionsIn(source),
    concludes: saysConclusions(source.pieces),
    chapters: chaptersOf(source.pieces),
  }
}
