import fc from 'fast-check'

/** As fast-check's own «binary» unit, whose tables take 2.5 s of processor time to make: any character, half of one apart. */
const character = fc.nat(0x10f7ff).map((n) => String.fromCodePoint(n < 0xd800 ? n : n + 0x800))

/** Any text at all, of characters mostly that nobody writes. */
export const anyText = fc.string({ unit: character })
