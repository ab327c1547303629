import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../support/bot.ts'
import { firstSentence, quoting } from '../../support/models/server.ts'
import { aWritingBot, type WritingBot } from '../../support/models/writing.ts'

const ADOPTS = 'усваја скупштина општине или града'

let bot: WritingBot
beforeAll(async () => {
  bot = await aWritingBot()
})

/** A model that writes `before`, and goes on only when the test lets it. */
function holding(before: (first: string) => string, after: string) {
  const gate = Promise.withResolvers<void>()
  const script: Parameters<WritingBot['behave']>[0] = ({ passages }) => {
    const say = before(firstSentence(passages[0]!.text))
    return { say: say + after, size: Math.max(1, say.length), holdAfter: { pieces: 1, until: gate.promise } }
  }
  return { script, goOn: gate.resolve }
}

describe('a draft', () => {
  test('shows checked sentences while the model still writes, with a Stop button', async () => {
    const { script, goOn } = holding((first) => `${first} [1] ЛАП се усваја за 45 дана. [1] Савет `, 'чека. [1]')
    await bot.behave(script)
    const milica = await bot.person()
    const asked = await milica.write('Ко усваја ЛАП?')
    await expect.poll(async () => (await bot.drafts(milica.id)).at(-1)?.text).toContain(ADOPTS)
    goOn()
    await milica.fromBot(asked)
    const drafts = await bot.drafts(milica.id)
    expect(drafts.every((draft) => draft.canStop)).toBe(true)
    expect(drafts.map((draft) => draft.text).join()).not.toContain('45')
  })

  test('is not shown in the way of an answer that needs no model', async () => {
    const milica = await bot.person()
    await milica.ask('Колико кошта закуп сале за седницу у суседном граду недељом?')
    expect(await bot.drafts(milica.id)).toEqual([])
  })
})

describe('Stop', () => {
  test('while the message is read ends that, and nothing is written', async () => {
    await bot.behave(() => 'silence')
    const milica = await bot.person()
    const asked = await milica.write('Поштовани, пишем из општине. Ко усваја ЛАП? Хвала унапред.')
    await expect.poll(async () => (await bot.drafts(milica.id)).length).toBe(1)
    await milica.stop()
    const [answer] = await milica.fromBot(asked)
    expect(wordsOf(answer!)).toMatch(/[Зз]аустављ/)
    expect(await bot.trace(milica.id)).toMatchObject({ mode: 'model', rewritten: null })
    expect(bot.model.requests).toHaveLength(1)
  })

  test('in the middle keeps what was written, says so, and spends no more', async () => {
    const { script, goOn } = holding((first) => `${first} [1] Савет `, 'за миграције даје мишљење, али не гласа. [1]')
    await bot.behave(script)
    const milica = await bot.person()
    const asked = await milica.write('Ко усваја ЛАП?')
    await expect.poll(async () => (await bot.drafts(milica.id)).at(-1)?.text).toContain(ADOPTS)
    await milica.stop()
    const [answer] = await milica.fromBot(asked)
    goOn()
    expect(wordsOf(answer!)).toContain(`${ADOPTS}.\u00a0[1]`)
    expect(wordsOf(answer!)).toContain('заустављено на Ваш захтев')
    expect(await bot.trace(milica.id)).toMatchObject({ mode: 'model', stopped: true, cached: false })
    const { rows } = await bot.database.pool.query('select count(*)::int as count from cached_answer')
    expect(rows).toEqual([{ count: 0 }])
  })

  test('before the first sentence says that nothing was written', async () => {
    const { script, goOn } = holding(() => 'Локални ', 'план. [1]')
    await bot.behave(script)
    const milica = await bot.person()
    const asked = await milica.write('Ко усваја ЛАП?')
    await expect.poll(async () => (await bot.drafts(milica.id)).length).toBeGreaterThan(0)
    await milica.stop()
    const [answer] = await milica.fromBot(asked)
    goOn()
    expect(wordsOf(answer!)).toContain('заустављено пре прве реченице')
    await bot.behave(quoting())
    expect(wordsOf(await milica.ask('Ко усваја ЛАП?'))).toContain(ADOPTS)
  })

  test('does not stop the next answer', async () => {
    await bot.behave(quoting())
    const milica = await bot.person()
    expect(wordsOf(await milica.ask('Ко усваја ЛАП?'))).not.toContain('заустављено')
  })
})

describe('whoever waits for the model', () => {
  test('keeps nobody else waiting, though there are more of them than workers', async () => {
    const { script, goOn } = holding((first) => `${first} [1] Савет `, 'чека. [1]')
    await bot.behave(script)
    const waiting = await Promise.all(Array.from({ length: 12 }, () => bot.person()))
    // Each asks something of their own, so that none is answered from the cache.
    const asked = await Promise.all(waiting.map((one, i) => one.write(`Ко усваја ЛАП${'?'.repeat(i + 1)}`)))
    await expect.poll(() => bot.model.requests.length).toBe(12)
    const milica = await bot.person()
    expect(wordsOf(await milica.ask('шта је реадмисија'))).toContain('прихват лица')
    goOn()
    for (const [i, one] of waiting.entries()) expect(wordsOf((await one.fromBot(asked[i]!))[0]!)).toContain(ADOPTS)
  })
})
