import { onTestFinished } from 'vitest'
import { openWire, type Target, type Wire } from '../../../bench/chaos/wire.ts'

/** A wire to a server that a test can cut, silence and mend; gone with the test. */
export async function aWire(to: Target): Promise<Wire> {
  const wire = await openWire(to)
  onTestFinished(wire.close)
  return wire
}

/** The address of a database by way of a wire. */
export function byWire(url: string, wire: { port: number }, parameters: Record<string, string> = {}): string {
  const address = new URL(url)
  address.hostname = '127.0.0.1'
  address.port = String(wire.port)
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value)
  return address.href
}
