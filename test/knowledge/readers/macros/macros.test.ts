import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasMacros } from '../../../../src/knowledge/readers/macros/project.ts'
import { readFile } from '../../../../src/knowledge/readers/read-file.ts'
import { runs } from '../../../support/runs.ts'
import { withPart } from '../docx/files.ts'
import { aSheetFile, aWordFile, sheetRows, wp } from '../package/files.ts'
import { allText, mustRead } from '../support.ts'
import { aCompound, aProject, packed } from './files.ts'

const ATTRIBUTES = [
  'Attribute VB_Name = "ThisDocument"',
  'Attribute VB_Base = "1Normal.ThisDocument"',
  'Attribute VB_GlobalNameSpace = False',
  'Attribute VB_Creatable = False',
].join('\r\n')
const DOES = 'Sub AutoOpen()\r\n    Shell "x"\r\nEnd Sub'

const REFUSED = { kind: 'refused', reason: 'macros' }

const withProject = (project: Uint8Array) => aWordFile(wp('Текст.'), { 'word/vbaProject.bin': project })

describe('a document with a project of macros', () => {
  test.each([
    ['the module of the document alone', { ThisDocument: ATTRIBUTES }],
    ['options and comments', { ThisDocument: ATTRIBUTES, Module1: "Option Explicit\r\n' ништа\r\n\r\n" }],
    ['a procedure without a line', { ThisDocument: `${ATTRIBUTES}\r\nPrivate Sub Document_Open()\r\n\r\nEnd Sub` }],
    ['a long comment', { ThisDocument: `${ATTRIBUTES}\r\n${"' зашто тако\r\n".repeat(900)}` }],
  ])('is read when it has %s', async (_, modules) => {
    expect(allText(await mustRead(withProject(aProject(modules)), 'a.docm'))).toBe('Текст.')
  })

  test.each([
    ['in the module of the document', { ThisDocument: `${ATTRIBUTES}\r\n${DOES}` }],
    ['in one of several', { ThisDocument: ATTRIBUTES, Module1: `Attribute VB_Name = "Module1"\r\n${DOES}` }],
    ['below a long comment', { ThisDocument: `${ATTRIBUTES}\r\n${"' зашто тако\r\n".repeat(900)}${DOES}` }],
    ['on the line of a procedure', { ThisDocument: `${ATTRIBUTES}\r\nSub X(): Shell "x": End Sub` }],
    ['declared from a library', { Module1: 'Private Declare Function f Lib "x" () As Long' }],
  ])('is refused when it does something %s', async (_, modules) => {
    expect(await readFile(withProject(aProject(modules)), 'a.docm')).toEqual(REFUSED)
  })

  test.each([
    ['', 'Текст.'],
    ['<f>EXEC("x")</f>', null],
  ])('of the time before Basic is refused when a sheet of them has a formula («%s»)', async (formula, text) => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1">${formula}<v>1</v></c></row></sheetData></worksheet>`
    const file = await withPart(aSheetFile({ А: sheetRows([['Текст.']]) }), 'xl/macrosheets/sheet1.xml', () => sheet)
    const read = await readFile(file, 'a.xlsm')
    expect(read.kind === 'read' ? allText(read) : read).toEqual(text ?? REFUSED)
  })

  test('is refused when nobody can tell', () => {
    const whole = aProject({ ThisDocument: ATTRIBUTES })
    expect(hasMacros(whole)).toBe(false)
    for (const project of [
      new TextEncoder().encode('x'),
      new Uint8Array(),
      aCompound([['PROJECT', packed(Buffer.from('x'))]]),
      whole.subarray(0, 700),
    ])
      expect(hasMacros(project)).toBe(true)
  })

  test('is judged whatever was changed in it', () => {
    const whole = aProject({ ThisDocument: ATTRIBUTES })
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(changes, (changed) => {
        const project = Uint8Array.from(whole)
        for (const [at, byte] of changed) project[at] = byte
        expect(hasMacros(project)).toBeTypeOf('boolean')
      }),
      runs(100),
    )
  })
})
