import type { Db } from '../../platform/database/database.ts'
import type { CertificateNumber } from '../number.ts'
import { hashOf, type Statement } from '../statement.ts'
import { type Certificate, findByNumber, findByNumbers, type State } from '../store.ts'

/** What a number comes to for whoever asks, logged in or not. */
export type Checked =
  | {
      kind: 'found'
      number: CertificateNumber
      state: State
      /** Since when it is not valid; `null`: it is. */
      endedAt: Temporal.Instant | null
      /** All that the paper states; without the name once its person is erased. */
      stated: Statement
    }
  /** What is kept is not what was issued: somebody changed rows by hand. */
  | { kind: 'altered' }
  | { kind: 'unknown'; number: CertificateNumber }

/** What is known of a number. */
export async function checkNumber(db: Db, number: CertificateNumber): Promise<Checked> {
  return (await checkNumbers(db, [number]))[0]!
}

/** What is known of each of these numbers, in their order. */
export async function checkNumbers(db: Db, numbers: readonly CertificateNumber[]): Promise<Checked[]> {
  const found = await findByNumbers(db, numbers)
  return numbers.map((number, i) => {
    const certificate = found[i]
    return certificate ? checkedOf(number, certificate) : { kind: 'unknown', number }
  })
}

/** The hash holds with the name that it was given for; once that is erased, only a name that is asked about can be held against it. */
function checkedOf(number: CertificateNumber, { stated, hash, state, endedAt }: Certificate): Checked {
  if (stated.name !== null && !hashOf(number, stated).equals(hash)) return { kind: 'altered' }
  return { kind: 'found', number, state, endedAt, stated }
}

/** Whether a certificate whose name is not kept was given to somebody of this name; `null` for others, whose name is told. */
export async function wasGivenTo(db: Db, number: CertificateNumber, name: string): Promise<boolean | null> {
  const certificate = await findByNumber(db, number)
  if (certificate?.stated.name !== null) return null
  return hashOf(number, { ...certificate.stated, name }).equals(certificate.hash)
}
