import { beforeAll, describe, expect, test } from 'vitest'
import { buttonsOf, type TestPerson, wordsOf } from '../../support/bot.ts'
import { type Behaviour, quoted } from '../../support/models/server.ts'
import { aWritingBot, type WritingBot } from '../../support/models/writing.ts'

let bot: WritingBot
let trainer: TestPerson
beforeAll(async () => {
  bot = await aWritingBot()
  trainer = await bot.person({ name: 'Тренер Јован', role: 'trainer' })
  await trainer.ask('/start')
})

const GUIDE = (title: string) => `# ${title}

## Надокнада за превоз полазника

Надокнада за превоз зависи од удаљености: до 50 km је 1.200 динара.

## Смештај полазника

Полазници који путују дуже од три сата имају плаћен смештај у хотелу.
`

const DROPPED = 'како се прави сарма са сувим ребрима'
const FOUND = 'колико динара је надокнада кад полазник путује до 50 km'
const BED = 'ко има плаћен смештај у хотелу'
const WAYS = {
  say: JSON.stringify({
    passages: [
      { n: 1, ways: [FOUND, DROPPED, FOUND.toUpperCase()] },
      { n: 2, ways: [BED] },
      { n: 7, ways: ['колико динара је надокнада'] },
    ],
  }),
}

/** Sends a guide while the model proposes so. Returns what the bot shows of it. */
async function send(proposing: Behaviour, title = 'Водич за полазнике', text = GUIDE(title)) {
  await bot.behave(({ passages, system }) =>
    system.includes('how people would ask') ? proposing : { say: quoted(passages, 1) },
  )
  const { messageId } = await trainer.sendFile('documents', new File([text], 'vodic.md'))
  const [answer] = await trainer.fromBot(messageId)
  return answer!
}

async function decided(messageId: number, expected: string): Promise<string> {
  const words = async () => {
    const message = (await trainer.messages()).find((one) => one.message_id === messageId)
    return message ? wordsOf(message) : ''
  }
  await expect.poll(words).toContain(expected)
  return words()
}

const waysInUse = async (title: string) => {
  const { rows } = await bot.database.pool.query<{ asked_as: string[] }>(
    `select chunk.asked_as from chunk join source on source.id = chunk.source_id
     where source.title = $1 and chunk.withdrawn_at is null order by chunk.position`,
    [title],
  )
  return rows.map((row) => row.asked_as)
}

describe('a document that is sent where a model is configured', () => {
  test('is shown with ways to ask that find their passage, and published with them', async () => {
    const preview = await send(WAYS)
    expect(wordsOf(preview)).toContain('Предложених питања по којима ће се пасуси налазити: 4, задржано: 2')
    expect(wordsOf(preview)).toContain(FOUND)
    expect(wordsOf(preview)).toContain(BED)
    expect(wordsOf(preview)).not.toContain(DROPPED)
    expect(bot.model.requests).toHaveLength(1)
    await trainer.tap(preview.message_id, 'Објави')
    await decided(preview.message_id, 'је објављен (верзија 1), 2 пасуса')
    expect(await waysInUse('Водич за полазнике')).toEqual([[FOUND], [BED]])
    const milica = await bot.person()
    expect(wordsOf(await milica.ask('ko ima placen smestaj u hotelu'))).toContain('imaju plaćen smeštaj')
  })

  test('keeps them when an earlier version is brought back', async () => {
    await bot.database.pool.query(`update version set hash = 'another' where state = 'published'`)
    const next = await send({ say: 'ништа' }, 'Водич за полазнике', `${GUIDE('Водич за полазнике')}\n\nДодатак.\n`)
    await trainer.tap(next.message_id, 'Замени: Водич за полазнике')
    await decided(next.message_id, 'верзија 2')
    expect((await waysInUse('Водич за полазнике')).flat()).toEqual([])
    const material = await trainer.ask('/materijal')
    await trainer.tap(material.message_id, 'Водич за полазнике')
    const [versions] = await trainer.fromBot(material.message_id)
    await trainer.tap(versions!.message_id, 'Врати верзију 1')
    await decided(versions!.message_id, 'поново у употреби (верзија 1)')
    expect(await waysInUse('Водич за полазнике')).toEqual([[FOUND], [BED]])
  })

  test('can be published without them', async () => {
    const title = 'Водич за полазнике'
    const preview = await send(WAYS, title, `${GUIDE(title)}\nХотел се плаћа по рачуну.\n`)
    expect(wordsOf(preview)).toContain(FOUND)
    await trainer.tap(preview.message_id, 'Без предложених питања')
    await expect.poll(async () => (await decided(preview.message_id, title)).includes(FOUND)).toBe(false)
    expect(await decided(preview.message_id, 'Да га објавим?')).toContain('2 пасуса')
    await trainer.tap(preview.message_id, `Замени: ${title}`)
    await decided(preview.message_id, 'је објављен')
    expect((await waysInUse(title)).flat()).toEqual([])
  })

  test('takes no question away from a passage that is published for it', async () => {
    const { rowCount } = await bot.database.pool.query(
      `update chunk set asked_as = $1, titles = $2 where withdrawn_at is null and headings = '{Смештај полазника}'`,
      [[BED], ['ko ima placen smestaj u hotelu']],
    )
    expect(rowCount).toBe(1)
    const preview = await send(WAYS, 'Други водич')
    expect(wordsOf(preview)).toContain(FOUND)
    expect(wordsOf(preview)).not.toContain(BED)
  })

  test.each<[string, Behaviour, string]>([
    ['says nothing of the form asked for', { say: 'Ево питања: ко, шта, где?' }, 'задржано: 0'],
    ['lies', { say: JSON.stringify({ passages: [{ n: 1, ways: [DROPPED] }] }) }, 'задржано: 0'],
    ['is down', { status: 503 }, 'Даље предлоге нисам могао да добијем'],
    ['filters', { say: 'х', finish: 'content_filter' }, 'задржано: 0'],
  ])('is shown all the same by a model that %s', async (kind, proposing, said) => {
    const preview = await send(proposing, `Водич ${kind}`)
    expect(wordsOf(preview)).toContain(said)
    expect(wordsOf(preview)).toContain('Да га објавим?')
    expect(buttonsOf(preview)).not.toContain('Без предложених питања')
  })

  test('costs what is counted, for whoever sent it', async () => {
    await bot.database.pool.query('delete from spending')
    await send(WAYS, 'Трећи водич')
    const { rows } = await bot.database.pool.query('select chat_id, tokens from spending')
    expect(rows).toEqual([{ chat_id: trainer.id, tokens: 1_100 }])
  })

  test('leaves personal numbers here', async () => {
    await send(WAYS, 'Четврти водич', `${GUIDE('Четврти водич')}\n\nЈМБГ: 0101990710006.\n`)
    expect(JSON.stringify(bot.model.requests)).not.toContain('0101990710006')
  })
})
