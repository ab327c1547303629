import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Pool } from 'pg'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { botGauges } from '../../src/bot/gauges.ts'
import { gapGauges } from '../../src/gaps/gauges.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { addGauges, createMetrics } from '../../src/platform/metrics.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const start = (JSON.parse(read('package.json')) as { scripts: { start: string } }).scripts.start
const settings = [...read('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name!)

describe('the dashboard', () => {
  type Panel = { type: string; title: string; description?: string; targets?: { expr: string; legendFormat: string }[] }
  const { panels } = JSON.parse(read('deploy/grafana-dashboard.json')) as { panels: Panel[] }
  const graphs = panels.filter((panel) => panel.type !== 'row')

  /** The names under which Prometheus stores what a process shows. */
  async function namesShown(): Promise<Set<string>> {
    const pool = new Pool({ host: '127.0.0.1', port: 1 })
    const metrics = createMetrics()
    addGauges(metrics, () => ({ busy: 0, idle: 0, waiting: 0 }), [
      ...botGauges(pool, systemClock),
      ...gapGauges(pool, systemClock),
    ])
    const shown = await metrics.registry.getMetricsAsJSON()
    await pool.end()
    return new Set(
      shown.flatMap(({ name, type }) =>
        String(type) === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
      ),
    )
  }

  test('asks only for what there is, and shows all of ours', async () => {
    const names = await namesShown()
    const asked = graphs.flatMap(({ targets }) =>
      targets!.flatMap(({ expr }) => expr.match(/\b(lap|process|nodejs)_\w+/g)!),
    )
    expect(asked.filter((name) => !names.has(name))).toEqual([])
    const base = (name: string) => name.replace(/_(bucket|sum|count)$/, '')
    const ours = new Set([...names].filter((name) => name.startsWith('lap_')).map(base))
    expect([...ours].filter((name) => !asked.some((one) => base(one) === name))).toEqual([])
  })

  test('says of every graph what to make of it', () => {
    expect(graphs.length).toBeGreaterThan(10)
    for (const { title, description } of graphs) expect(description, title).toMatch(/\w{3}/)
  })
})

describe('compose.yaml', () => {
  type Service = { environment: Record<string, string>; ports?: string[]; [option: string]: unknown }
  const { services } = parse(read('compose.yaml')) as { services: Record<string, Service> }

  test('passes on every setting in .env, and sets only such as there are', () => {
    expect(services.app!.env_file).toEqual([{ path: '.env', required: false }])
    expect(Object.keys(services.app!.environment).filter((name) => !settings.includes(name))).toEqual([])
  })

  test('publishes nothing but the proxy, and gives the app no more than it needs', () => {
    expect(
      Object.entries(services)
        .filter(([, { ports }]) => ports)
        .map(([name]) => name),
    ).toEqual(['proxy'])
    expect(services.app).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] })
  })

  test('every variable is explained in .env.example', () => {
    const variables = [...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name!)
    expect(variables.filter((name) => !settings.includes(name))).toEqual([])
  })
})

test('the container and the unit start what npm start starts, without the flags for a small heap', () => {
  const [, variable, commandLine] = /scripts\/with-node\.sh env (\S+) (.*)$/.exec(start)!
  expect(read('Dockerfile')).toMatch(new RegExp(`^ENV .*\\b${variable}\\b`, 'm'))
  expect(read('deploy/lap-savetnik.service')).toContain(`\nEnvironment=${variable}\n`)
  const words = commandLine!.split(' ').filter((word) => !/^--(max-semi-space-size|heap-growing-percent)=/.test(word))
  expect(read('Dockerfile')).toContain(`CMD ${JSON.stringify(words).replaceAll(',', ', ')}`)
  expect(read('deploy/lap-savetnik.service')).toContain(`/node_modules/.bin/${words.join(' ')}\n`)
})

test('no secret and no data can get into an image', () => {
  expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.env.*', 'data', '.git']))
})

test('the container runs Node of the version we need, not as root, and knows whether it is healthy', () => {
  const lines = read('Dockerfile').split('\n')
  const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } }
  const major = /\d+/.exec(engines.node)![0]
  for (const line of lines.filter((one) => one.startsWith('FROM'))) expect(line).toMatch(`FROM node:${major}-slim`)
  expect(lines.indexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('COPY')))
  expect(lines.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true)
})
