import { beforeAll, describe, expect, test } from 'vitest'
import { askAlone } from '../../src/answers/ask-alone.ts'
import { plainOfBlocks } from '../../src/bot/message/rich.ts'
import { ingestFolder } from '../../src/knowledge/ingest/ingest.ts'
import { createSearch, type Search } from '../../src/knowledge/search/search.ts'
import { systemClock } from '../../src/platform/clock.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { SHIPPED_KNOWLEDGE } from '../support/bot.ts'
import { aDatabase } from '../support/database/database.ts'

let database: Database
let search: Search
beforeAll(async () => {
  database = await aDatabase()
  await ingestFolder({ database, clock: systemClock, folder: SHIPPED_KNOWLEDGE })
  search = createSearch(database.pool)
})

async function told(text: string): Promise<string> {
  const { message } = await askAlone({ db: database.pool, search, writer: null }, text, [])
  return plainOfBlocks(message.content)
}

describe('what sounds like danger', () => {
  test('and may be a question that the material answers, gets the contacts first, and the answer below them', async () => {
    const words = await told(
      'мислим да је малолетница која је дошла у прихватни центар жртва трговине људима, коме да јавим',
    )
    expect(words).toMatch(/^Ако је неко у опасности, одмах позовите:\s+• Полиција: 192/)
    expect(words).toContain('Ако нико није у опасности, ево шта о томе каже материјал:')
    expect(words).toMatch(/материјал:\s+\S.*Центр/s)
  })

  test.each([
    'муж ме туче и прети да ће ме убити',
    'gazda nam je uzeo pasose i ne da da izadjemo iz barake pomozite',
    'beba ne dise',
  ])('gets nothing beside the contacts: «%s»', async (text) => {
    const words = await told(text)
    expect(words).toMatch(/192/)
    expect(words).not.toMatch(/[Aa]ko niko nije|Ако нико није/)
  })

  test.each([
    'Ко усваја план, али ме муж туче и бојим се',
    'koliko clanova ima savet, muz mi preti da ce me ubiti',
    'Шта је СВОТ анализа? Иначе муж ме синоћ опет тукао и не смем кући.',
  ])('is heard beside an ordinary question: «%s»', async (text) => {
    expect(await told(text)).toMatch(/192/)
  })
})
