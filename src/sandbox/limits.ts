/** What Telegram allows. Source: Bot API 10.3, the types of @grammyjs/types, unless a line says otherwise. */

/** UTF-16 units after parsing. */
export const TEXT_LENGTH = 4096
export const CAPTION_LENGTH = 1024
export const CALLBACK_DATA_BYTES = 64
export const CALLBACK_ANSWER_LENGTH = 200

/** `characters` are Unicode code points; `levels` counts blocks and formatting together. */
export const RICH = { characters: 32_768, blocks: 500, levels: 16, columns: 20, media: 50, buttonsInRow: 8 } as const

/** Not documented: what clients and the server are seen to accept. */
export const INLINE_KEYBOARD = { buttons: 100, inRow: 8 } as const
export const REPLY_KEYBOARD = { buttons: 300, inRow: 12 } as const

export const COMMANDS = { count: 100, descriptionLength: 256 } as const

export const UPLOAD_BYTES = 50 * 1024 * 1024
export const DOWNLOAD_BYTES = 20 * 1024 * 1024
export const PHOTO_BYTES = 10 * 1024 * 1024

/** A draft disappears when it has not changed for so long. */
export const DRAFT_LIFE_MS = 30_000
/** How long a tap waits for the bot's answer before it reports that none came. */
export const TAP_WAIT_MS = 3_000
/** Not documented: answers are seen to be refused after about this long (by the app's clock). */
export const CALLBACK_LIFE_SECONDS = 60
/** A message older than this (by the app's clock) cannot be deleted. */
export const DELETE_WITHIN_SECONDS = 48 * 3600

/** Calls kept in the journal. */
export const JOURNAL_LENGTH = 2_000
