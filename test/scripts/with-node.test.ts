import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { aFolder } from '../support/processes/program.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const WITH_NODE = join(ROOT, 'scripts/with-node.sh')

/** What a command says where `node` is this program of the shell. */
function runWith(node: string, command = ['echo', 'it', 'runs']) {
  const folder = aFolder()
  writeFileSync(join(folder, 'node'), `#!/bin/sh\n${node}\n`)
  chmodSync(join(folder, 'node'), 0o755)
  const { status, stdout, stderr } = spawnSync('/bin/sh', [WITH_NODE, ...command], {
    env: { PATH: `${folder}:/usr/bin:/bin` },
    encoding: 'utf8',
  })
  return { status, out: stdout, said: stderr }
}

/** How the loader of the system fails. */
const fails = (message: string) => `echo '${message}' >&2; exit 127`

describe('a command of npm', () => {
  test.each(['v26.10.0', 'v27.0.1', 'v30.2.0'])('runs on Node %s, and nothing else is said', (version) => {
    expect(runWith(`echo ${version}`)).toEqual({ status: 0, out: 'it runs\n', said: '' })
  })

  test('ends as it ends itself, with its words as they were given', () => {
    expect(runWith('echo v26.0.0', ['sh', '-c', 'echo "$1"; exit 3', '-', 'a  "b" $c'])).toEqual({
      status: 3,
      out: 'a  "b" $c\n',
      said: '',
    })
  })

  test('does not run where a library is missing; it is named, with what installs it', () => {
    const missing = 'node: error while loading shared libraries: libatomic.so.1: cannot open shared object file'
    const { status, out, said } = runWith(fails(missing))
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(said).toContain('apt-get install libatomic1')
    expect(said).toContain('dnf install libatomic')
    expect(said).not.toContain('shared object')
  })

  test.each(['v20.20.2', 'v9.0.0', 'v25.9.9'])('does not run on Node %s of the machine', (version) => {
    const { status, out, said } = runWith(`echo ${version}`)
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(said).toContain(`found ${version}`)
    expect(said).toContain('npm ci')
  })

  test('does not run where Node fails otherwise, and the system is quoted', () => {
    const { status, out, said } = runWith(fails('/lib/libc.so.6: version GLIBC_2.28 not found'))
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(said).toContain('  /lib/libc.so.6: version GLIBC_2.28 not found\n')
  })
})

test('every command of package.json is run so, and asks for the Node that package.json asks for', () => {
  const { scripts, engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
    engines: { node: string }
  }
  for (const [name, command] of Object.entries(scripts))
    expect(command, name).toMatch(/^sh scripts\/with-node\.sh [^&|;]+$/)
  const wanted = Number(engines.node.replace('>=', ''))
  expect(runWith(`echo v${wanted}.0.0`).status).toBe(0)
  expect(runWith(`echo v${wanted - 1}.0.0`).status).toBe(1)
})
