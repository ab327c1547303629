import type { UploadParts } from '../../knowledge/material/upload-handlers.ts'

/** What pages of material are given. */
export type MaterialParts = { upload: Omit<UploadParts, 'download' | 'clock'> }
