import { beforeAll, describe, expect, test } from 'vitest'
import { aBot, type Bot, buttonDataOf, buttonsOf, wordsOf } from '../../support/bot.ts'
import { pressForged } from '../../support/forged.ts'

let bot: Bot
beforeAll(async () => {
  bot = await aBot()
})

describe('the first message', () => {
  test('/start says who this is and offers three questions of the material', async () => {
    const milica = await bot.person()
    const welcome = await milica.ask('/start')
    expect(wordsOf(welcome)).toContain('ЛАП Саветник')
    expect(wordsOf(welcome)).toContain('/jezik')
    expect(buttonsOf(welcome).length).toBeGreaterThanOrEqual(2)
  })

  test('somebody whose Telegram is English is greeted in English', async () => {
    const john = await bot.person({ name: 'John', languageCode: 'en' })
    expect(wordsOf(await john.ask('/start'))).toContain('local councils for migration')
  })

  test('a sample question is answered when it is tapped, and only once', async () => {
    const milica = await bot.person()
    const welcome = await milica.ask('/start')
    const [data] = buttonDataOf(welcome)
    await milica.tap(welcome.message_id, data!)
    const [answer] = await milica.fromBot(welcome.message_id)
    expect(wordsOf(answer!)).toContain(buttonsOf(welcome)[0])
    const again = await milica.tap(welcome.message_id, data!)
    expect(again.text).toBeTruthy()
    expect(await milica.fromBot(answer!.message_id, 0)).toEqual([])
  })
})

describe('an answer', () => {
  test.each([
    ['Ко усваја ЛАП?', 'скупштина општине или града'],
    ['Ko usvaja LAP?', 'skupština opštine ili grada'],
    ['ko usvaja lap', 'skupština opštine ili grada'],
    ['ko usvjaa lap i skupstina', 'skupština opštine ili grada'],
    ['Who adopts the LAP?', 'skupština opštine ili grada'],
  ])('«%s» is answered from the material in the script it was asked in', async (question, expected) => {
    const milica = await bot.person()
    const words = wordsOf(await milica.ask(question))
    expect(words).toContain(expected)
    expect(words).toContain('[1]')
  })

  test('its folded sources show the passage as it stands in the material, in Cyrillic', async () => {
    const milica = await bot.person()
    const answer = await milica.ask('ko usvaja lap')
    const { offset, length } = answer.entities!.find(({ type }) => type === 'expandable_blockquote')!
    const sources = answer.text!.slice(offset, offset + length)
    expect(sources).toContain('Савет за миграције даје мишљење')
    expect(sources).toContain('[1] ')
    expect(sources).toContain('Šta je LAP › Ko usvaja LAP?')
  })

  test('a table is shown as a table', async () => {
    const milica = await bot.person()
    const answer = await milica.ask('На колико година се доноси ЛАП, који су примери?')
    const table = answer.rich_message!.blocks.find((block) => block.type === 'table')
    expect(JSON.stringify(table)).toContain('Суботица')
  })

  test('the whole section opens once, however often its button is pressed', async () => {
    const milica = await bot.person()
    const answer = await milica.ask('Како тече јавна расправа?')
    await milica.tap(answer.message_id, 'Цео одељак')
    const [section] = await milica.fromBot(answer.message_id)
    expect(wordsOf(section!)).toContain('извештај о расправи')
    const again = await milica.tap(answer.message_id, 'Цео одељак')
    expect(again.text).toContain('већ послат')
    expect(await milica.fromBot(section!.message_id, 0)).toEqual([])
  })

  test('«more» names other places of the material, which open', async () => {
    const milica = await bot.person()
    const answer = await milica.ask('Ко позива на седницу савета?')
    await milica.tap(answer.message_id, 'Још о томе')
    const [more] = await milica.fromBot(answer.message_id)
    await milica.tap(more!.message_id, buttonDataOf(more!)[0]!)
    const [topic] = await milica.fromBot(more!.message_id)
    expect(wordsOf(topic!).length).toBeGreaterThan(50)
  })

  test.each([
    ['шта је ИРЛ', 'Интерно расељено лице је лице расељено унутар државе.'],
    ['readmisija', 'Readmisija je prihvat lica'],
    ['šta znači readmisija?', 'Readmisija je prihvat lica'],
    ['what is an IDP', 'An internally displaced person is a person displaced inside the state.'],
  ])('the bare term «%s» gets its entry of the glossary', async (question, meaning) => {
    const milica = await bot.person()
    expect(wordsOf(await milica.ask(question))).toContain(meaning)
  })
})

describe('a conversation without a model', () => {
  test('goes on from the last answer, until a new conversation begins', async () => {
    const milica = await bot.person()
    await milica.ask('Како тече јавна расправа?')
    expect(wordsOf(await milica.ask('откуд тај податак'))).toContain('То сам прочитао овде:')
    await milica.ask('/novo')
    expect(wordsOf(await milica.ask('откуд тај податак'))).not.toContain('То сам прочитао овде:')
  })

  test('the same in short is shorter', async () => {
    const milica = await bot.person()
    const whole = wordsOf(await milica.ask('Како тече јавна расправа?'))
    expect(wordsOf(await milica.ask('објасни краће')).length).toBeLessThan(whole.length)
  })

  test('what may mean two things is asked back, with buttons that open them', async () => {
    const milica = await bot.person()
    await milica.ask('Ко позива на седницу савета?')
    const back = await milica.ask('не то')
    expect(wordsOf(back)).toBe('На шта мислите?')
    await milica.tap(back.message_id, buttonDataOf(back)[0]!)
    const [topic] = await milica.fromBot(back.message_id)
    expect(wordsOf(topic!).length).toBeGreaterThan(50)
  })

  test('each chat has its own', async () => {
    const [milica, jovan] = [await bot.person(), await bot.person({ name: 'Јован' })]
    await milica.ask('Како тече јавна расправа?')
    expect(wordsOf(await jovan.ask('објасни краће'))).not.toContain('расправ')
  })
})

describe('without an answer', () => {
  test('the bot says that it does not know, whom to ask, and offers the nearest topics', async () => {
    const milica = await bot.person()
    const answer = await milica.ask('Како се прави добра сарма са сувим ребрима?')
    expect(wordsOf(answer)).toContain('Не знам.')
    expect(wordsOf(answer)).toContain('повереник')
    expect(buttonsOf(answer).length).toBeLessThanOrEqual(3)
    expect(answer.entities!.some(({ type }) => type === 'expandable_blockquote')).toBe(false)
  })

  test('the nearest topic opens when it is tapped', async () => {
    const milica = await bot.person()
    const answer = await milica.ask('Колико кошта сала за седницу савета?')
    expect(wordsOf(answer)).toContain('Не знам.')
    await milica.tap(answer.message_id, buttonDataOf(answer)[0]!)
    const [topic] = await milica.fromBot(answer.message_id)
    expect(wordsOf(topic!).length).toBeGreaterThan(50)
  })
})

describe('script and language', () => {
  test('follow what is written, until one is chosen', async () => {
    const milica = await bot.person()
    expect(wordsOf(await milica.ask('Ко усваја ЛАП?'))).toContain('скупштина')
    expect(wordsOf(await milica.ask('koliko cesto se sastaje savet'))).toContain('najmanje dva puta')
    const choice = await milica.ask('/jezik')
    expect(wordsOf(choice)).toContain('Kako želite')
    await milica.tap(choice.message_id, 'Ћирилица')
    expect(wordsOf(await milica.ask('koliko cesto se sastaje savet'))).toContain('најмање два пута')
    await milica.tap(choice.message_id, 'English')
    expect(wordsOf(await milica.ask('/pomoc'))).toContain('How I can help')
  })

  test('/izvori lists what has been read, with origin and date', async () => {
    const milica = await bot.person()
    const sources = wordsOf(await milica.ask('/izvori'))
    expect(sources).toContain('Шта је ЛАП')
    expect(sources).toContain('Проверено: 28. фебруар 2026.')
  })

  test('command menus stand in the language of the person', async () => {
    const milica = await bot.person({ languageCode: 'sr' })
    const john = await bot.person({ languageCode: 'en' })
    const menu = (id: number) => bot.call<{ command: string; description: string }[]>('GET', `/people/${id}/commands`)
    expect(await menu(milica.id)).toContainEqual({ command: 'jezik', description: 'Писмо и језик' })
    expect(await menu(john.id)).toContainEqual({ command: 'jezik', description: 'Script and language' })
  })
})

describe('bad input', () => {
  test.each([['🙂🙂'], ['!!!'], ['а'], ['…']])('«%s» gets a kind word', async (text) => {
    const milica = await bot.person()
    expect(wordsOf(await milica.ask(text))).toContain('Напишите питање речима')
  })

  test('a question in the middle of 4,096 characters is answered', async () => {
    const milica = await bot.person()
    const story = 'Радим у општини већ двадесет година и свашта сам видела. '
    const text = `${story.repeat(35)}Ко усваја ЛАП? ${story.repeat(34)}`
    expect(wordsOf(await milica.ask(text))).toContain('скупштина општине или града')
  })

  test('a forwarded newspaper that asks nothing is asked what is to be found out', async () => {
    const milica = await bot.person()
    const news =
      'Нови мост преко Мораве отворен је јуче после три године радова. Радове је извело домаће предузеће, а вредност посла премашила је ' +
      'две милијарде динара. Саобраћај је пуштен већ поподне. Пут до суседног града сада је краћи за двадесет минута, кажу возачи. ' +
      'На отварању је свирао градски оркестар, а киша је престала тек пред сам почетак. Следеће године обнавља се и стари пут.'
    expect(wordsOf(await milica.ask(news))).toContain('Шта Вас о томе занима?')
  })

  test('of ten questions the first five are answered, and the others named', async () => {
    const milica = await bot.person()
    const asked =
      'Ко усваја ЛАП? Колико траје јавна расправа? Ко сазива савет? Шта је показатељ? Ко финансира план? ' +
      'Шта је СВОТ анализа? Где се објављује нацрт? Колико страна има план? Шта је реадмисија? Ко је повереник?'
    const words = wordsOf(await milica.ask(asked))
    expect(words).toContain('скупштина општине или града')
    expect(words).toMatch(/Толико одједном[\s\S]*Шта је СВОТ анализа\?[\s\S]*Ко је повереник\?/)
  })

  test('markup in a question or a name stays text', async () => {
    const milica = await bot.person({ name: '<b>Мил&ица</b> [x](tg://user?id=1)' })
    const answer = await milica.ask(
      '<b>Ко усваја ЛАП?</b> <a href="https://example.org">скупштина</a> *општине* `града`',
    )
    expect(wordsOf(answer)).toContain('скупштина општине или града')
    expect(JSON.stringify([answer.text, answer.entities])).not.toContain('example')
  })

  test('right-to-left marks, zero-width characters and look-alike letters do not hide a question', async () => {
    const milica = await bot.person()
    expect(wordsOf(await milica.ask('\u202eКо\u200b ус\u200dваја\u200f ЛAП?'))).toContain('скупштина општине или града')
    expect(wordsOf(await milica.ask('Cавет зa миграције: кoлико чeсто се сaстаје'))).toContain('најмање два пута')
  })

  test('a voice message gets a kind word, and a document the offer to check it as a plan', async () => {
    const milica = await bot.person()
    const answerTo = async (kind: 'voices' | 'documents') => {
      const { messageId } = await milica.sendFile(kind, new File(['nešto'], 'fajl.txt'))
      const [answer] = await milica.fromBot(messageId)
      return answer!
    }
    expect(wordsOf(await answerTo('voices'))).toContain('Читам само текст')
    expect(buttonsOf(await answerTo('documents'))).toContain('Провери план')
  })

  test('without a model the help speaks of none, but of the conversation', async () => {
    const milica = await bot.person()
    const help = wordsOf(await milica.ask('/pomoc'))
    expect(help).not.toMatch(/модел|гласовне/)
    expect(help).toContain('/novo')
  })

  test.each(['/OBUKE', '/Obuke', '/обуке', 'ОБУКЕ'])(
    '«%s» is about the trainings, in any case and script',
    async (text) => {
      const milica = await bot.person()
      expect(wordsOf(await milica.ask(text))).toMatch(/обук|obuk/i)
      expect(wordsOf(await milica.ask(text))).not.toContain('не познајем')
    },
  )

  test('what is asked for in words is said, and done by its button', async () => {
    const milica = await bot.person()
    const offered = await milica.ask('на шта сам пријављена')
    expect(buttonsOf(offered)).toEqual(['Моје пријаве'])
    await milica.tap(offered.message_id, 'Моје пријаве')
    const [mine] = await milica.fromBot(offered.message_id)
    expect(wordsOf(mine!)).toContain('пријав')
    const forStaff = await milica.ask('направи нову обуку')
    expect(wordsOf(forStaff)).toContain('То раде тренери')
    expect(buttonsOf(forStaff)).toEqual(['Коме да се обратим'])
  })

  test('an unknown command points to /pomoc', async () => {
    const milica = await bot.person()
    expect(wordsOf(await milica.ask('/nepostojeca'))).toContain('/pomoc')
  })

  test('buttons of somebody else’s answer and forged ones do nothing but say so', async () => {
    const milica = await bot.person()
    const jovan = await bot.person({ name: 'Јован' })
    const hers = await milica.ask('Ко усваја ЛАП?')
    const his = await jovan.ask('Колико често се састаје савет?')
    const [, questionId] = buttonDataOf(hers)[0]!.split(':')
    const forged = [
      `section:${questionId}:1`,
      `more:${questionId}`,
      'section:1:1:1',
      'topic:999999999',
      'topic:-1',
      'ask:1:99',
      'locale:xx',
      'x',
      '💥',
    ]
    for (const data of forged) {
      const pressed = (await pressForged(bot, jovan, his.message_id, data)).text
      expect(pressed, data).toContain('застарела')
    }
    expect(await jovan.fromBot(his.message_id, 0)).toEqual([])
  })
})
