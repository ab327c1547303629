import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { allText, mustRead } from '../knowledge/readers/support.ts'
import { aBot, type Bot, buttonsOf, SMALL_KNOWLEDGE } from '../support/bot.ts'
import { conversation } from '../support/conversation.ts'
import { fileOf } from '../support/files.ts'

const FORMS = `---
title: Обрасци
---

## Образац решења о образовању радне групе
<!-- obrazac: resenje-o-radnoj-grupi -->
<!-- en: Form of the decision on the working group; template -->
<!-- pitanja: пошаљи ми образац решења о радној групи | треба ми образац одлуке о радној групи | пошаљи образац за радну групу -->

Ово је предлог обрасца решења о радној групи; пре доношења треба да га провери правна служба.

Члан 1.

Образује се Радна група за израду ЛАП-а. Координатор је ________.

## Образац записника са седнице
<!-- obrazac: zapisnik -->
<!-- pitanja: пошаљи образац записника | треба ми празан записник -->

Ово је предлог обрасца записника; садржај проверава правна служба.

Записник води [допунити: име], а присутни су ________.
`

let bot: Bot
beforeAll(async () => {
  const knowledgeDir = mkdtempSync(join(tmpdir(), 'forms-'))
  cpSync(SMALL_KNOWLEDGE, knowledgeDir, { recursive: true })
  writeFileSync(join(knowledgeDir, '50-obrasci.md'), FORMS)
  bot = await aBot({ knowledgeDir })
})

test('whoever asks for a form gets it as a document, in their script', async () => {
  const asks = conversation(await bot.person({ name: 'Милица Јовић' }))
  await asks.says('пошаљи ми образац одлуке о радној групи')
  const sent = await asks.readsFile('resenje-o-radnoj-grupi.docx')
  expect(sent.caption).toContain('треба да га провери правна служба')
  expect(allText(await mustRead(await fileOf(bot, sent), 'a.docx'))).toContain('Координатор је ________.')

  await asks.says('posalji obrazac zapisnika')
  const latin = await asks.readsFile('zapisnik.docx')
  expect(allText(await mustRead(await fileOf(bot, latin), 'a.docx'))).toContain('Zapisnik vodi [dopuniti: ime]')
})

test('an answer that only cites a form has a button for it, which sends it once', async () => {
  const asks = conversation(await bot.person({ name: 'Милица Јовић' }))
  await asks.says('ко води записник')
  const answer = await asks.reads('Записник води')
  expect(buttonsOf(answer)).toContain('Пошаљи као документ')
  await asks.presses('Пошаљи као документ')
  await asks.readsFile('zapisnik.docx')
  expect(await asks.presses('Пошаљи као документ')).toBe('Тај образац сам Вам већ послао.')
})

test('/obrasci lists all forms, each behind its number', async () => {
  const asks = conversation(await bot.person({ name: 'Милица Јовић' }))
  await asks.goes(['says', '/obrasci', 'Образац записника са седнице'])
  await asks.presses('2')
  await asks.readsFile('zapisnik.docx')
})

test('a question that no form answers is answered as before, and so is what is to be done', async () => {
  const person = await bot.person({ name: 'Милица Јовић' })
  for (const text of ['ко усваја ЛАП', 'пошаљи поруку свим учесницима', 'обриши моје податке']) {
    const answer = await person.ask(text)
    expect(buttonsOf(answer), text).not.toContain('Пошаљи као документ')
    expect(answer.document, text).toBeUndefined()
  }
})
