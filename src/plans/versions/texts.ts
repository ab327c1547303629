import { type Block, list, paragraph } from '../../bot/message/rich.ts'
import type { Locale } from '../../language/locale.ts'
import { say } from '../chat/say.ts'
import { partName, shortOf } from '../chat/told.ts'
import type { NewEntry } from '../keeping/entry-store.ts'
import { differenceBetween } from './compare.ts'

/** Rows of a part that are shown of a comparison. */
const MOST_SHOWN = 4

/** What a plan says now and did not in a version of it, and the other way round, part by part. */
export function differenceBlocks(
  locale: Locale,
  version: { number: number; entries: readonly NewEntry[] },
  now: readonly NewEntry[],
): Block[] {
  const t = say(locale)
  const items = differenceBetween(version.entries, now).flatMap(({ part, added, gone }) => [
    t('version-part', { part: partName(locale, part), added: added.length, gone: gone.length }),
    ...added.slice(0, MOST_SHOWN).map(({ cells }) => `+ ${shortOf(part, cells, 120)}`),
    ...gone.slice(0, MOST_SHOWN).map(({ cells }) => `− ${shortOf(part, cells, 120)}`),
  ])
  if (items.length === 0) return [paragraph(t('version-same'))]
  return [paragraph(t('version-difference', { number: version.number })), list(items.map((item) => [item]))]
}
