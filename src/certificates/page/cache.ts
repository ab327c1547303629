import { batched } from '../../platform/database/batch.ts'
import type { Db } from '../../platform/database/database.ts'
import { type Checked, checkNumbers } from '../check/check.ts'
import type { CertificateNumber } from '../number.ts'

/** What was revoked shows on the page so soon. */
const KEEP_MS = 5_000
const MOST = 1_000

/** What numbers came to a moment ago: a code that a whole room scans is looked up once, and those of a whole room together. Times are of the machine. */
export class Cache {
  readonly #lookUp: (number: CertificateNumber) => Promise<Checked>
  readonly #known = new Map<CertificateNumber, { checked: Promise<Checked>; until: number }>()

  constructor(db: Db) {
    this.#lookUp = batched((numbers: CertificateNumber[]) => checkNumbers(db, numbers))
  }

  check(number: CertificateNumber, nowMs: number = performance.now()): Promise<Checked> {
    const known = this.#known.get(number)
    if (known && known.until > nowMs) return known.checked
    const checked = this.#lookUp(number)
    this.#known.delete(number)
    this.#known.set(number, { checked, until: nowMs + KEEP_MS })
    // A look-up that failed is not kept; whoever waits for it is told.
    checked.catch(() => this.#known.delete(number))
    if (this.#known.size > MOST) this.#known.delete(this.#known.keys().next().value!)
    return checked
  }
}
