import type { DataClass } from '../platform/database/retention.ts'
import {
  countMaterialEvents,
  countUnpublished,
  countVersions,
  deleteMaterialEvents,
  deleteUnpublished,
} from './ingest/version-store.ts'
import { countIdleEmbeddings, deleteIdleEmbeddings } from './search/embedding-store.ts'

/** Tables that are made from the others, and made anew where they are empty: a backup leaves them out. */
export const DERIVED_TABLES: readonly string[] = ['index_segment']

/** Documents that staff add: they name who prepared and published each version. */
export const KNOWLEDGE_DATA: readonly DataClass[] = [
  {
    name: 'material and its versions',
    tables: ['version'],
    keepDays: null,
    delete: async () => 0,
    count: countVersions,
  },
  {
    name: 'documents never published',
    tables: ['version'],
    keepDays: 30,
    delete: deleteUnpublished,
    count: countUnpublished,
  },
  {
    name: 'what staff did to documents',
    tables: ['material_event'],
    keepDays: 730,
    delete: deleteMaterialEvents,
    count: countMaterialEvents,
  },
  {
    name: 'embeddings of texts out of use',
    tables: ['embedding'],
    keepDays: 90,
    delete: deleteIdleEmbeddings,
    count: countIdleEmbeddings,
  },
]
