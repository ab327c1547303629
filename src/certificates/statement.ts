import { createHash } from 'node:crypto'
import { fold } from '../language/fold.ts'
import type { CertificateNumber } from './number.ts'

/** All that a certificate states, whatever language it is read in; texts as they were written. Fits JSON. */
export type Statement = {
  /** `null` once its person had their data erased. */
  name: string | null
  title: string
  module: string | null
  place: string
  /** The days attended, in order: «2026-03-12». */
  attended: string[]
  /** How many days it was held on. */
  of: number
  /** How long they were there in all. */
  minutes: number
  /** «2026-03-14» */
  issuedOn: string
  /** Who stands for it; `null`: nobody is named. */
  issuer: string | null
}

/**
 * A hash of all that is stated. The number goes into it, which is kept no more once the person is erased: from then on the hash says
 * whose it was only to whoever has number and name. Names are the same in both scripts and however they are spaced.
 */
export function hashOf(number: CertificateNumber, stated: Statement): Buffer {
  const { name, title, module, place, attended, of, minutes, issuedOn, issuer } = stated
  const fields = [number, fold(name ?? ''), title, module, place, attended, of, minutes, issuedOn, issuer]
  return createHash('sha256').update(JSON.stringify(fields)).digest()
}

/** By what a certificate is found, also when its number is kept no more. */
export function numberHash(number: CertificateNumber): Buffer {
  return createHash('sha256').update(`certificate ${number}`).digest()
}
