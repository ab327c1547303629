import { randomBytes } from 'node:crypto'
import type { Document, PhotoSize, Voice } from 'grammy/types'
import { badRequest } from './errors.ts'
import { imageSize } from './image-size.ts'
import { PHOTO_BYTES, UPLOAD_BYTES } from './limits.ts'
import type { Params, Upload } from './params.ts'
import type { StoredFile } from './store/files.ts'
import type { World } from './world.ts'

export type FileKind = 'document' | 'photo' | 'voice'

/** Stores a file. Throws 400 when it is too big, empty, or a photo that is no picture. */
export function saveFile(world: World, kind: FileKind, upload: Upload): StoredFile {
  const { content } = upload
  if (content.length === 0) throw badRequest('file must be non-empty')
  if (content.length > (kind === 'photo' ? PHOTO_BYTES : UPLOAD_BYTES)) {
    throw badRequest(kind === 'photo' ? 'too big for a photo' : 'file is too big')
  }
  const size = kind === 'photo' ? photoSize(content) : null
  const uniqueId = randomBytes(12).toString('base64url')
  const name = upload.name || kind
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  const file: StoredFile = {
    fileId: `${PREFIXES[kind]}${randomBytes(36).toString('base64url')}`,
    uniqueId,
    path: `${kind}s/${uniqueId}${extension}`,
    name,
    mime: upload.type || 'application/octet-stream',
    size: content.length,
    width: size?.width ?? null,
    height: size?.height ?? null,
  }
  world.store.files.add(file, content)
  return file
}

/** As Telegram's own: a file id tells what it is the id of. */
const PREFIXES: Record<FileKind, string> = { document: 'BQAC', photo: 'AgAC', voice: 'AwAC' }

/** Telegram takes photos of at most 10,000 pixels in width and height together and at most 20 to 1. */
function photoSize(content: Uint8Array): { width: number; height: number } {
  const size = imageSize(content)
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED')
  const { width, height } = size
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height))
  if (width + height > 10_000 || ratio > 20) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return size
}

/** The file a bot's call sends: an upload, or the id of a file that was sent before as the same kind of thing. */
export function givenFile(world: World, params: Params, field: string, kind: FileKind): StoredFile {
  const own = params.upload(field)
  if (own) return saveFile(world, kind, own)
  const reference = params.text(field)
  if (!reference) throw badRequest(`there is no ${field} in the request`)
  return referredFile(world, params, kind, reference)
}

/** `attach://name` or a file id. */
export function referredFile(world: World, params: Params, kind: FileKind, reference: string): StoredFile {
  const upload = reference.startsWith('attach://') ? params.upload(reference) : undefined
  if (upload) return saveFile(world, kind, upload)
  if (/^https?:\/\//i.test(reference)) throw badRequest('sandbox takes uploads and file ids only, no HTTP URLs')
  const known = world.store.files.get(reference)
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified')
  if (!known.fileId.startsWith(PREFIXES[kind])) {
    throw badRequest(`can't use file of type ${known.path.split('s/')[0]} as ${kind}`)
  }
  return known
}

export function documentObject(file: StoredFile): Document {
  return { ...idsOf(file), file_name: file.name, mime_type: file.mime, file_size: file.size }
}

/** One size is enough: nothing here scales pictures. */
export function photoSizes(file: StoredFile): PhotoSize[] {
  return [{ ...idsOf(file), width: file.width ?? 0, height: file.height ?? 0, file_size: file.size }]
}

export function voiceObject(file: StoredFile, durationSeconds: number): Voice {
  return { ...idsOf(file), duration: durationSeconds, mime_type: file.mime, file_size: file.size }
}

const idsOf = (file: StoredFile) => ({ file_id: file.fileId, file_unique_id: file.uniqueId })
