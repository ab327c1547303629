import type { DataClass } from '../../../platform/database/retention.ts'
import { countImports, deleteImports } from './store.ts'

export const IMPORT_DATA: readonly DataClass[] = [
  {
    name: 'lists to be imported',
    tables: ['import_list', 'import_place'],
    keepDays: 1,
    delete: deleteImports,
    count: countImports,
  },
]
