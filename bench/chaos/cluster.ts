import { execFile, spawn } from 'node:child_process'
import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { CannotStart } from '../../src/platform/errors.ts'
import { aDisk, type Disk } from './disk.ts'
import { openWire, type Wire } from './wire.ts'

const run = promisify(execFile)

/**
 * Two PostgreSQL of this machine behind one address: one is used, the other follows it synchronously and is promoted when the
 * first fails. `root` is the folder of a system that has their programs, «/» as a rule; `bin` the folder of these in it.
 */
export type Cluster = {
  wire: Wire
  disk: Disk | null
  /** The server that is used dies without a word; the other is promoted and takes its place, then a new one follows. */
  failOver(): Promise<void>
  /** As after a crash: killed and started again. */
  restart(): Promise<void>
  /** Starts the server that is used when it has ended, for want of room say. */
  revive(): Promise<void>
  stop(): Promise<void>
}

type Node = { port: number; folder: string; disk: Disk | null }

const CONFIGURATION = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 150
shared_buffers = 64MB
wal_level = replica
hot_standby = on
max_wal_senders = 5
wal_keep_size = 64MB
max_wal_size = 128MB
min_wal_size = 32MB
`

export async function startCluster(root: string, bin: string): Promise<Cluster> {
  const place = `/srv/lap-chaos-${process.pid}`
  const outside = (path: string) => join(root, path)
  if (!existsSync(outside(`${bin}/initdb`)))
    throw new CannotStart(`There is no ${bin}/initdb in ${root}. Set POSTGRES_BIN (and POSTGRES_ROOT) to where it is.`)

  /** Runs a line of shell as the user of PostgreSQL, where its programs are. */
  const asPostgres = (line: string) =>
    root === '/'
      ? run('su', ['postgres', '-s', '/bin/sh', '-c', line])
      : run('chroot', [root, 'su', 'postgres', '-s', '/bin/sh', '-c', line])
  const tool = (line: string) => asPostgres(`${bin}/${line}`)
  const control = (node: Node, how: string) => tool(`pg_ctl -D ${node.folder}/data -w -t 60 ${how}`)
  const begin = (node: Node) =>
    control(node, `-o '-p ${node.port}' -l ${node.folder}/log start`).catch(() => ({ stdout: '' }))
  const isUp = (node: Node) =>
    control(node, 'status').then(
      () => true,
      () => false,
    )

  const newNode = async (name: string): Promise<Node> => {
    const folder = `${place}/${name}`
    const disk = aDisk(outside(folder), 700)
    const { uid, gid } = await postgresOf(root)
    chownSync(outside(folder), uid, gid)
    chmodSync(outside(folder), 0o700)
    return { port: await freePort(), folder, disk }
  }

  const ask = async (node: Node, statement: string) => {
    const client = new pg.Client({ host: '127.0.0.1', port: node.port, user: 'postgres', database: 'postgres' })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  const waitsForOther = async (node: Node, waits: boolean) => {
    await ask(node, `alter system set synchronous_standby_names = '${waits ? '*' : ''}'`)
    await ask(node, 'select pg_reload_conf()')
  }

  mkdirSync(outside(place), { recursive: true })
  let used = await newNode('a')
  let other = await newNode('b')
  await tool(`initdb -D ${used.folder}/data -A trust -U postgres --locale=C.UTF-8`)
  appendFileSync(outside(`${used.folder}/data/postgresql.conf`), CONFIGURATION)
  await begin(used)

  const follow = async () => {
    await waitsForOther(used, false)
    await control(other, '-m immediate stop').catch(() => {})
    rmSync(outside(`${other.folder}/data`), { recursive: true, force: true })
    await tool(`pg_basebackup -h 127.0.0.1 -p ${used.port} -U postgres -D ${other.folder}/data -R -X stream -c fast`)
    await begin(other)
    await waitsForOther(used, true)
  }
  await follow()
  const wire = await openWire({ host: '127.0.0.1', port: used.port })

  const revive = async () => {
    for (const node of [used, other]) node.disk?.free()
    for (const node of [used, other]) if (!(await isUp(node))) await begin(node)
  }

  return {
    wire,
    get disk() {
      return used.disk
    },
    failOver: async () => {
      wire.cut()
      await control(used, '-m immediate stop').catch(() => {})
      ;[used, other] = [other, used]
      await control(used, 'promote')
      await waitsForOther(used, false)
      wire.lead({ host: '127.0.0.1', port: used.port })
      wire.mend()
      await follow()
    },
    restart: async () => {
      await control(used, '-m immediate stop').catch(() => {})
      await begin(used)
    },
    revive,
    stop: async () => {
      wire.close()
      for (const node of [used, other]) await control(node, '-m immediate stop').catch(() => {})
      for (const node of [used, other]) node.disk?.remove()
      rmSync(outside(place), { recursive: true, force: true })
    },
  }

  async function postgresOf(where: string) {
    const { stdout } = await (where === '/' ? run('id', ['postgres']) : run('chroot', [where, 'id', 'postgres']))
    const [, uid, gid] = /uid=(\d+).*?gid=(\d+)/.exec(stdout)!
    return { uid: Number(uid), gid: Number(gid) }
  }
}

/** Sessions of connections kept by PgBouncer, in front of a wire. `null` where it is not installed. */
export async function startBouncer(root: string, wire: Wire): Promise<{ port: number; stop(): void } | null> {
  const program = '/usr/sbin/pgbouncer'
  if (!existsSync(join(root, program)) || !statSync(join(root, program)).isFile()) return null
  const port = await freePort()
  const file = `/tmp/lap-chaos-${process.pid}.ini`
  const settings = [
    '[databases]',
    `* = host=127.0.0.1 port=${wire.port} user=postgres`,
    '[pgbouncer]',
    `listen_addr = 127.0.0.1\nlisten_port = ${port}\nunix_socket_dir =\nauth_type = any`,
    'pool_mode = session\nmax_client_conn = 200\ndefault_pool_size = 80\nserver_login_retry = 1',
    'ignore_startup_parameters = extra_float_digits',
  ]
  writeFileSync(join(root, file), `${settings.join('\n')}\n`, { mode: 0o644 })
  const line = `exec ${program} ${file}`
  const [name, args] =
    root === '/'
      ? ['su', ['postgres', '-s', '/bin/sh', '-c', line]]
      : ['chroot', [root, 'su', 'postgres', '-s', '/bin/sh', '-c', line]]
  // What it says is not kept: execFile ends a program that has said a megabyte, and every connection is a line.
  const child = spawn(name as string, args as string[], { stdio: 'ignore' })
  let stopping = false
  child.once('exit', (code, signal) => {
    if (!stopping)
      throw new Error(`PgBouncer ended by itself (${code ?? signal}): nothing that follows would be measured.`)
  })
  const stop = () => {
    stopping = true
    child.kill('SIGTERM')
    rmSync(join(root, file), { force: true })
  }
  process.once('exit', stop)
  return { port, stop }
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
