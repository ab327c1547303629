import { type Mention, mentionOf } from '../../language/mention.ts'
import type { Db } from '../../platform/database/database.ts'
import { blankWords, countWords, type Words } from '../../platform/database/words.ts'
import type { Asked } from './personal-data.ts'

/** How somebody is called in other people's words. */
export function mentionOfPerson({ name, profile, telegramId, username, phone, email }: Asked): Mention {
  const exact = [telegramId?.toString(), profile?.email, username, phone, email]
  return mentionOf({ names: [name, profile?.fullName ?? ''], exact: exact.filter((one) => one != null) })
}

/** Blanks somebody wherever others wrote of them. */
export async function blankMentions(db: Db, places: readonly Words[], mention: Mention): Promise<void> {
  for (const words of places) await blankWords(db, words, mention)
}

/** How many rows of others, by table, mention somebody; their words are theirs, so these are not handed out. */
export async function countMentions(
  db: Db,
  places: readonly Words[],
  mention: Mention,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const words of places) {
    const count = await countWords(db, words, mention)
    if (count > 0) counts[words.table] = count
  }
  return counts
}
