import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aBot, type Bot } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { aVisitor } from './visitor.ts'

let bot: Bot
type Visitor = Awaited<ReturnType<typeof aVisitor>>
let trainer: Visitor
let other: Visitor
let coordinator: Visitor
let member: Visitor
let coordinatorChat: ReturnType<typeof conversation>
beforeAll(async () => {
  bot = await aBot()
  const visitorAs = async (name: string, role?: string) => {
    const person = await bot.person({ name, ...(role ? { role } : {}) })
    await person.ask('/start')
    if (role === 'coordinator') coordinatorChat = conversation(person)
    return aVisitor(bot, person)
  }
  trainer = await visitorAs('Тренер Јован', 'trainer')
  other = await visitorAs('Тренерка Весна', 'trainer')
  coordinator = await visitorAs('Координаторка Ана', 'coordinator')
  member = await visitorAs('Милица Јовић')
})

const RULES = '# Правила куће\n\n## Кључеви\n\nВрата закључава домар Петар у осам.\n'
const people = Array.from({ length: 12 }, (_, i) => `| Милица Јовић${i} | 064 123 45${10 + i} | m${i}@primer.rs |`)
const LIST = `# Списак\n\n## Људи\n\n| Име и презиме | Телефон | Имејл |\n|-|-|-|\n${people.join('\n')}\n`

const upload = (who: Visitor, text: string, name = 'pravila.md') =>
  who.send('/material/upload', new File([text], name), { once: randomUUID() })
const draftIn = (html: string) => /action="\/app(\/material\/drafts\/\d+)"/.exec(html)![1]!
const decide = (who: Visitor, path: string, fields: Record<string, string>) =>
  who.post(path, { once: randomUUID(), ...fields })

describe('a document sent by a page', () => {
  test('is shown as it was read, published as a source, then as a version of it', async () => {
    const read = await upload(trainer, RULES)
    for (const words of ['Правила куће', 'Кључеви', 'домар Петар']) expect(read.text).toContain(words)
    const draft = draftIn(read.html)
    // Nothing is published by looking.
    expect((await trainer.get('/material?q=pravila')).text).toContain('Нема извора')
    expect((await decide(trainer, draft, { act: 'publish' })).text).toContain('је објављен (верзија 1)')
    expect((await trainer.get('/material?q=pravila')).text).toContain('Извора: 1')
    expect((await decide(trainer, draft, { act: 'publish' })).text).toContain('О том документу је већ одлучено')
    expect((await upload(trainer, RULES)).text).toContain('Правила куће')
    expect((await upload(trainer, RULES)).status).toBe(422)
    const second = await upload(trainer, RULES.replace('домар Петар', 'чувар Марко'))
    const [, source] = /<option value="(\d+)">Правила куће/.exec(second.html)!
    const replaced = await decide(trainer, draftIn(second.html), { act: 'publish', replaces: source! })
    expect(replaced.text).toContain('(верзија 2)')
  })

  test('is thrown away, and is nobody else’s to see but a coordinator’s', async () => {
    const draft = draftIn((await upload(trainer, RULES.replace('осам', 'девет'))).html)
    expect((await other.get(draft)).status).toBe(404)
    expect((await decide(other, draft, { act: 'discard' })).status).toBe(404)
    expect((await coordinator.get(draft)).status).toBe(200)
    expect((await member.get(draft)).status).toBe(403)
    expect((await decide(trainer, draft, { act: 'discard' })).text).toContain('Документ је одбачен')
    expect((await trainer.get(draft)).text).toContain('О том документу је већ одлучено')
  })

  test.each([
    ['stari.exe', 'MZ\u0000\u0000', 'не познајем'],
    ['prazan.md', ' \n', 'prazan.md'],
  ])('that cannot be read is refused with the reason: %s', async (name, text, words) => {
    const { status, text: said } = await upload(trainer, text, name)
    expect(status).toBe(422)
    expect(said).toContain(words)
  })

  test('without a file, or with one that is too large, it is said so', async () => {
    expect((await trainer.post('/material/upload', { once: randomUUID() })).text).toContain('Изаберите датотеку')
    const large = await upload(trainer, 'а'.repeat(11_000_000))
    expect(large.status).toBe(413)
    expect(large.text).toContain('Пошаљите мању датотеку')
  })

  test('whoever may not has nothing of theirs read', async () => {
    const refused = await upload(member, RULES)
    expect(refused.status).toBe(403)
    const { rows } = await bot.database.pool.query(
      'select from version where prepared_by = (select id from person where telegram_id = $1::bigint)',
      [member.id],
    )
    expect(rows).toEqual([])
  })

  test('that lists people is published by a coordinator alone, with a reason', async () => {
    const read = await upload(trainer, LIST, 'spisak.md')
    expect(read.text).toContain('Ово личи на списак људи')
    expect(read.text).not.toContain('m3@primer.rs')
    const draft = draftIn(read.html)
    expect((await decide(trainer, draft, { act: 'publish' })).text).toContain('Ово личи на списак људи')
    expect((await decide(trainer, draft, { act: 'publish-list', reason: 'Зато што ја тако хоћу.' })).status).toBe(422)
    expect((await decide(trainer, draft, { act: 'ask' })).text).toContain('Питао сам координаторе')
    await coordinatorChat.reads('предлаже да се објави')
    expect((await decide(coordinator, draft, { act: 'publish-list', reason: 'јер' })).status).toBe(422)
    const reason = 'Ово су јавни контакти повереника.'
    expect((await decide(coordinator, draft, { act: 'publish-list', reason })).text).toContain('је објављен')
  })
})
