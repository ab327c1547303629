import { paragraph } from '../../bot/message/rich.ts'
import type { To } from '../../bot/message/to.ts'
import type { Outgoing } from '../../bot/send/outbox.ts'
import { dayFor } from '../../language/dates/write.ts'
import { type Locale, scriptFor } from '../../language/locale.ts'
import { toLatin } from '../../language/script.ts'
import { withoutDiacritics } from '../../language/spellings.ts'
import { dayAt } from '../../platform/clock.ts'
import type { Db } from '../../platform/database/database.ts'
import { writeInWorker } from '../document/write-in-worker.ts'
import { reportedYear } from '../document/yearly.ts'
import { acceptedIn } from '../keeping/accepted-store.ts'
import { draftOf } from '../keeping/access.ts'
import { deadlinesOf } from '../keeping/deadlines.ts'
import type { KeptPlan } from '../keeping/plan-store.ts'
import { reviewOf } from '../keeping/review.ts'
import { told } from '../told.ts'
import type { ExportKind } from './buttons.ts'
import { deadlineName, nameOfPlace, periodOfPlan } from './overview-texts.ts'
import { say } from './say.ts'

/** A name that every system takes. */
function fileName(plan: KeptPlan, ending: string): string {
  const place = withoutDiacritics(toLatin(nameOfPlace('sr-Cyrl', plan))).replace(/[^A-Za-z0-9]+/g, '-')
  return `LAP-${place}-${plan.period.from}-${plan.period.to}-v${plan.version}${ending}`
}

/** The plan as a file that goes into a chat: the document, the budget, or what the checks say. */
export async function planFile(
  db: Db,
  { chatId, locale }: To,
  plan: KeptPlan,
  kind: ExportKind,
  now: Temporal.Instant,
): Promise<Outgoing> {
  const draft = await draftOf(db, plan)
  const today = dayAt(now)
  const t = say(locale)
  const sent = (said: string, name: string, bytes: Uint8Array): Outgoing => ({
    chatId,
    content: [paragraph(said)],
    file: { name, base64: Buffer.from(bytes).toString('base64') },
    forget: true,
  })
  switch (kind) {
    case 'cyrl':
    case 'latn': {
      const name = fileName(plan, kind === 'cyrl' ? '-cir.docx' : '-lat.docx')
      return sent(
        t('export-file', { name }),
        name,
        await writeInWorker({ kind: 'document', draft, on: today.toString(), script: kind }),
      )
    }
    case 'xlsx':
      return sent(
        t('export-sheet'),
        fileName(plan, '-budzet.xlsx'),
        await writeInWorker({ kind: 'budget', draft, script: scriptFor(locale) }),
      )
    case 'yearly': {
      const year = reportedYear(draft, today)
      const script = scriptFor(locale)
      const bytes = await writeInWorker({ kind: 'yearly', draft, year, on: today.toString(), script })
      return sent(t('yearly-file', { year: String(year) }), fileName(plan, `-izvestaj-${year}.docx`), bytes)
    }
    case 'report':
      return sent(t('report-file'), fileName(plan, '-provera.docx'), await reportFile(db, locale, plan, draft, today))
  }
}

async function reportFile(
  db: Db,
  locale: Locale,
  plan: KeptPlan,
  draft: Parameters<typeof reviewOf>[0],
  today: Temporal.PlainDate,
): Promise<Uint8Array> {
  const t = say(locale)
  const { findings, blanks } = reviewOf(draft, today, await acceptedIn(db, plan.id))
  const path = plan.wishedOn
    ? deadlinesOf(plan.wishedOn)
        .filter(({ dueOn }) => Temporal.PlainDate.compare(dueOn, today) >= 0)
        .map((one) => `${dayFor(locale, one.dueOn)} – ${deadlineName(locale, one)}`)
    : []
  const title = t('report-title', { place: nameOfPlace(locale, plan), period: periodOfPlan(plan) })
  const shown = findings.map((finding) => told(locale, finding))
  const report = {
    title,
    findings: shown,
    nothing: `${t('review-clean')} ${blanks > 0 ? t('review-blanks', { count: blanks }) : ''}`.trim(),
    path: path.length > 0 ? { title: t('report-path'), items: path } : null,
  }
  return writeInWorker({ kind: 'report', report, script: scriptFor(locale) })
}
