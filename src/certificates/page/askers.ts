import { isIP, isIPv6 } from 'node:net'

/**
 * Who asks, for counting guesses: the address that the proxy beside us names last, or the caller's own when it is no proxy of ours.
 * An IPv6 network counts as one, since whoever has one has all of its addresses.
 */
export function askerOf(caller: string | undefined, forwardedFor: string | undefined): string {
  const named = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  const address = (caller === undefined || isNear(caller)) && isIP(named) !== 0 ? named : (caller ?? 'unknown')
  return isIPv6(address) && !address.startsWith('::ffff:') ? networkOf(address) : address
}

/** On this machine, or in its own network: where a proxy is. */
function isNear(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '')
  return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(plain) || /^(?:::1$|f[cd])/i.test(plain)
}

/** The first half of an IPv6 address, whatever is left out in how it is written. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const between = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0')
  return [...first, ...between, ...last].slice(0, 4).join(':')
}
