import { describe, expect, test, vi } from 'vitest'
import { buttonsOf, wordsOf } from '../../support/bot.ts'
import { anEmptyDatabase, aTrial, server } from '../../support/processes/trial.ts'
import { aPdf } from '../readers/pdf/files.ts'

vi.setConfig({ testTimeout: 240_000 })
const TIMEOUT = { timeout: 120_000, interval: 50 }
const PAGES = 300

/** A decision a page, each with a subject and a number of its own. */
const aBook = () =>
  aPdf(
    (pdf) => {
      for (let page = 1; page <= PAGES; page++) {
        pdf.addPage().font('bold').fontSize(14).text(`Поступак ${page}: чишћење деонице ${page}`, 70, 160).moveDown()
        pdf.font('regular').fontSize(10)
        for (let part = 1; part <= 4; part++)
          pdf
            .text(`Деоница ${page} чисти се у делу ${part} сваке недеље, о чему надзорник води дневник радова.`)
            .moveDown()
        pdf.text(`Надзорник деонице ${page} добија ${7_000 + page} динара.`)
      }
    },
    { autoFirstPage: false },
  )

describe.skipIf(server === undefined)('a document of 300 pages that a trainer publishes in one process', () => {
  test('is asked in another right afterwards', async () => {
    const database = await anEmptyDatabase()
    const trial = await aTrial(database)
    const [one, two] = [await trial.join(), await trial.join()]
    const member = await trial.person({ name: 'Милица Јовић' })
    trial.balancer.remove(one.port)
    // The other process has the material as it was before, and has searched it.
    await member.ask('Ко усваја ЛАП?')
    expect(wordsOf(await member.ask('Колико добија надзорник деонице 217?'))).not.toContain('7217')

    trial.balancer.remove(two.port)
    trial.balancer.add(one.port)
    const trainer = await trial.person({ name: 'Тренер Јован' })
    await trainer.ask('/start')
    await database.ask(`update person set role = 'trainer' where telegram_id = ${trainer.id}`)
    const { messageId } = await trainer.sendFile('documents', new File([new Uint8Array(await aBook())], 'knjiga.pdf'))
    const preview = await vi.waitFor(async () => {
      const found = (await trainer.fromBot(messageId)).find((message) => buttonsOf(message).includes('Објави'))
      expect(found).toBeDefined()
      return found!
    }, TIMEOUT)
    await trainer.tap(preview.message_id, 'Објави')
    await vi.waitFor(
      async () => expect(await database.ask("select from source where path like 'trainers/%'")).toHaveLength(1),
      TIMEOUT,
    )

    trial.balancer.remove(one.port)
    trial.balancer.add(two.port)
    expect(wordsOf(await member.ask('Колико добија надзорник деонице 217?'))).toMatch(/7\.?217 динара/)
  })
})
