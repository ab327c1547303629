import type { DataClass } from '../platform/database/retention.ts'
import { countCertificates, deleteCertificates } from './personal-store.ts'

/** Counted from when it was given. People show a certificate years later; of erased ones only what says whose they were goes before. */
export const CERTIFICATE_DATA: readonly DataClass[] = [
  {
    name: 'certificates',
    tables: ['certificate', 'certificate_rule'],
    keepDays: 3_650,
    delete: deleteCertificates,
    count: countCertificates,
  },
]
