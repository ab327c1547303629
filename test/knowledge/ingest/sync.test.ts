import { describe, expect, test } from 'vitest'
import { type FolderSource, isSettled, planSync } from '../../../src/knowledge/ingest/sync.ts'

const aSource = (path: string, chunks: number, more: Partial<FolderSource> = {}): [string, FolderSource] => [
  path,
  { id: 1, path, fileHash: 'a', state: 'in use', chunks, ...more },
]
const plan = (more: Partial<Parameters<typeof planSync>[0]>) =>
  planSync({ sources: new Map(), changed: [], gone: [], emptied: [], chunksInUse: 100, force: false, ...more })

describe('a run', () => {
  test('takes over what changed and withdraws what is gone, as far as a fifth of the passages', () => {
    const sources = new Map([aSource('a.md', 12), aSource('b.md', 20)])
    const found = { sources, gone: ['a.md'], chunksInUse: 100 }
    expect(plan({ ...found, changed: [{ path: 'b.md', chunks: 12 }] })).toEqual({
      publish: ['b.md'],
      withdraw: ['a.md'],
      heldBack: [],
    })
    expect(plan({ ...found, changed: [{ path: 'b.md', chunks: 11 }] })).toEqual({
      publish: [],
      withdraw: [],
      heldBack: ['a.md', 'b.md'],
    })
  })

  test('still adds and renews files when it holds others back', () => {
    const sources = new Map([aSource('a.md', 60), aSource('b.md', 5)])
    const changed = [
      { path: 'b.md', chunks: 5 },
      { path: 'new.md', chunks: 2 },
    ]
    expect(plan({ sources, changed, gone: ['a.md'] })).toEqual({
      publish: ['b.md', 'new.md'],
      withdraw: [],
      heldBack: ['a.md'],
    })
  })

  test('holds an empty file back however small it was; forced, it does everything', () => {
    const sources = new Map([aSource('a.md', 1), aSource('b.md', 90)])
    const found = { sources, emptied: ['a.md'], gone: ['b.md'] }
    expect(plan({ ...found, gone: [] })).toEqual({ publish: [], withdraw: [], heldBack: ['a.md'] })
    expect(plan({ ...found, force: true })).toEqual({ publish: [], withdraw: ['b.md', 'a.md'], heldBack: [] })
  })
})

test('a file is read again when it changed, or when it was gone; not when trainers withdrew it', () => {
  const source = (state: FolderSource['state']) => aSource('a.md', 1, { state })[1]
  expect(isSettled(source('in use'), 'a')).toBe(true)
  expect(isSettled(source('in use'), 'b')).toBe(false)
  expect(isSettled(source('withdrawn by the folder'), 'a')).toBe(false)
  expect(isSettled(source('withdrawn by trainers'), 'a')).toBe(true)
  expect(isSettled(source('withdrawn by trainers'), 'b')).toBe(false)
})
