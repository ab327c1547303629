import { type Api, GrammyError, HttpError, InputFile } from 'grammy'
import type { Authored } from '../message/authored.ts'

/**
 * Shows a file in somebody's chat with the bot, with words under it, so that it can be passed on by the number that Telegram gave it;
 * pictures as such. `null`: Telegram did not take it, or could not be reached.
 */
export type Deposit = (
  chatId: number,
  file: { name: string; bytes: Uint8Array },
  caption: string,
) => Promise<NonNullable<Authored['file']> | null>

export function createDeposit(api: Api): Deposit {
  return async (chatId, { name, bytes }, caption) => {
    const file = () => new InputFile(bytes, name)
    try {
      if (isPicture(bytes)) {
        const { photo } = await api.sendPhoto(chatId, file(), { caption })
        return { kind: 'photo', fileId: photo.at(-1)!.file_id }
      }
      const { document } = await api.sendDocument(chatId, file(), { caption })
      return { kind: 'document', fileId: document.file_id }
    } catch (error) {
      if (error instanceof GrammyError || error instanceof HttpError) return null
      throw error
    }
  }
}

/** How PNG and JPEG begin. */
const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
]

function isPicture(bytes: Uint8Array): boolean {
  return PICTURES.some((start) => start.every((byte, i) => bytes[i] === byte))
}
