import { E1 } from './errors/e1-period.ts'
import { E2 } from './errors/e2-objectives.ts'
import { E3 } from './errors/e3-target.ts'
import { E4 } from './errors/e4-activity.ts'
import { E5 } from './errors/e5-sums.ts'
import { E6 } from './errors/e6-chain.ts'
import { E7 } from './errors/e7-category.ts'
import { E8 } from './errors/e8-personal.ts'
import { E9 } from './errors/e9-adopted.ts'
import type { Accepted, Check, Finding } from './finding.ts'
import { H1 } from './hints/h1-themes.ts'
import { H2 } from './hints/h2-development.ts'
import { H3 } from './hints/h3-proportions.ts'
import { H4 } from './hints/h4-powers.ts'
import type { Plan } from './plan.ts'
import { W1 } from './warnings/w1-how-many.ts'
import { W2 } from './warnings/w2-vague.ts'
import { W3 } from './warnings/w3-wording.ts'
import { W4 } from './warnings/w4-indicator.ts'
import { W5 } from './warnings/w5-figures.ts'
import { W6 } from './warnings/w6-few.ts'
import { W7 } from './warnings/w7-swot.ts'
import { W8 } from './warnings/w8-share.ts'
import { W9 } from './warnings/w9-documents.ts'
import { W10 } from './warnings/w10-solutions.ts'
import { W11 } from './warnings/w11-sex.ts'
import { W12 } from './warnings/w12-implementation.ts'
import { W13 } from './warnings/w13-debate.ts'
import { W14 } from './warnings/w14-late.ts'
import { W15 } from './warnings/w15-template.ts'
import { W16 } from './warnings/w16-prices.ts'
import { W17 } from './warnings/w17-group.ts'

const ERRORS = [E1, E2, E3, E4, E5, E6, E7, E8, E9]
const WARNINGS = [W1, W2, W3, W4, W5, W6, W7, W8, W9, W10, W11, W12, W13, W14, W15, W16, W17]
const HINTS = [H1, H2, H3, H4]

/** Every check, errors first. */
export const CHECKS: readonly Check[] = [...ERRORS, ...WARNINGS, ...HINTS]

/**
 * What all checks find, errors first, each as often as it occurs. Warnings and hints that were accepted on purpose are left out; errors are
 * never. `today` counts where the plan does not say when it was written.
 */
export function checkPlan(plan: Plan, today: Temporal.PlainDate, accepted: readonly Accepted[] = []): Finding[] {
  return CHECKS.flatMap(({ code, level, fact, repair, find }) =>
    find(plan, today).map((found): Finding => ({ ...found, code, level, fact, repair })),
  ).filter((finding) => finding.level === 'error' || !accepted.some((one) => isAccepted(finding, one)))
}

function isAccepted(finding: Finding, { code, quote, reason }: Accepted): boolean {
  return finding.code === code && finding.place.quote === quote && reason.trim() !== ''
}
