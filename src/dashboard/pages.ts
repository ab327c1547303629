import { gapAnswer, gapPublish, gapWriting } from './gaps/answer.ts'
import { gapActs, gapGroup } from './gaps/group.ts'
import type { GapParts } from './gaps/parts.ts'
import { gapEyes, gapQueue } from './gaps/queue.ts'
import { materialBringBack, materialWithdraw } from './material/acts.ts'
import { materialCompare } from './material/compare.ts'
import { materialDecide, materialDraft } from './material/draft.ts'
import { materialList } from './material/material.ts'
import type { MaterialParts } from './material/parts.ts'
import { materialSource } from './material/source.ts'
import { materialUpload } from './material/upload.ts'
import { mineAnswers, mineCertificate, mineWhy } from './mine/acts.ts'
import { mine } from './mine/mine.ts'
import type { MineParts } from './mine/parts.ts'
import type { Page } from './page.ts'
import { planAccept, planCell, planRows } from './plans/acts.ts'
import { planSend } from './plans/files.ts'
import { planList } from './plans/list.ts'
import { planPage, planStep } from './plans/plan.ts'
import { planReview } from './plans/review.ts'
import { planVersion, planVersionAct, planVersionsPage } from './plans/versions.ts'
import { reportPast, reportSend, reportsPage } from './reports/reports.ts'
import { addAct, addPage } from './sessions/add.ts'
import { asksAct, asksPage } from './sessions/asks.ts'
import { attendanceActs, attendancePage } from './sessions/day/attendance.ts'
import { codePage } from './sessions/day/code.ts'
import { walkInAct, walkInPage } from './sessions/day/walk-in.ts'
import { enterAct, enteredAnswer } from './sessions/enter.ts'
import { changeFromForm, createFromForm, editSession, newSession, sessionDraft } from './sessions/form/form.ts'
import { sessionList } from './sessions/list.ts'
import { certificateActs, certificatePage, certificateValidity } from './sessions/papers/certificate.ts'
import { certificatesAct, certificatesPage } from './sessions/papers/certificates.ts'
import { papersAct, papersPage } from './sessions/papers/papers.ts'
import { peopleActs, personPage, undoActs } from './sessions/people.ts'
import { programmeFile, type SessionParts } from './sessions/programme/file.ts'
import { programmeAct, programmePage } from './sessions/programme/programme.ts'
import { historyPage, overviewPage } from './sessions/readings.ts'
import { sessionPage, sessionView } from './sessions/session.ts'
import { statePage } from './sessions/state.ts'

/** Where somebody begins: staff with the sessions, everybody else with what is theirs. */
const home: Page = {
  method: 'GET',
  path: '/',
  who: 'everyone',
  show: (visit) => (visit.person.role === 'member' ? mine : sessionList).show(visit, []),
}

/** All pages, and what their forms do. */
export function allPages(parts: GapParts & MineParts & MaterialParts & SessionParts): Page[] {
  return [
    home,
    ...[mine, mineAnswers, mineWhy, mineCertificate(parts)],
    ...[sessionList, sessionPage, peopleActs, undoActs, statePage(sessionView)],
    ...[enterAct, enteredAnswer],
    ...[personPage, addPage, addAct, historyPage, overviewPage],
    ...[newSession, createFromForm, editSession, changeFromForm, sessionDraft],
    ...[attendancePage, attendanceActs, codePage, walkInPage, walkInAct, asksPage, asksAct],
    ...[programmePage, programmeAct, programmeFile(parts)],
    ...[papersPage, papersAct, certificatesPage, certificatesAct(parts)],
    ...[certificatePage, certificateActs(parts), certificateValidity(parts)],
    ...[materialList, materialSource, materialCompare, materialWithdraw, materialBringBack],
    ...[materialUpload(parts), materialDraft, materialDecide],
    ...[planList, planPage, planStep, planReview, planCell, planRows, planAccept, planSend],
    ...[planVersionsPage, planVersion, planVersionAct],
    ...[reportsPage, reportSend, reportPast],
    ...[gapQueue, gapEyes, gapGroup(parts), gapActs(parts)],
    ...[gapAnswer(parts), gapPublish(parts), gapWriting(parts)],
  ]
}
