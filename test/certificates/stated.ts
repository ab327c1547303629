import type { Statement } from '../../src/certificates/statement.ts'

/** What a certificate of three days states. */
export function aStatement(changes: Partial<Statement> = {}): Statement {
  return {
    name: 'Љубица Његовановић-Ђорђевић',
    title: 'Израда локалног акционог плана',
    module: null,
    place: 'Врњачка Бања, Хероја Маричића 17',
    attended: ['2026-03-12', '2026-03-13', '2026-03-14'],
    of: 3,
    minutes: 1_050,
    issuedOn: '2026-03-14',
    issuer: 'Комесаријат за избеглице и миграције',
    ...changes,
  }
}
