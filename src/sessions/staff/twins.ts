import { nameKey } from '../../people/entered/rules.ts'
import { isActive, type SignUp } from '../line/sign-up.ts'

/** Those who stand in a session twice by name and municipality, whatever the script: perhaps one person with two accounts. */
export function twinsIn(entries: readonly { signUp: SignUp; name: string | null }[]): ReadonlySet<number> {
  const named = entries.filter(({ signUp, name }) => isActive(signUp) && name !== null)
  const alike = Map.groupBy(named, ({ signUp, name }) => `${signUp.municipality} ${nameKey(name!)}`)
  return new Set([...alike.values()].flatMap((same) => (same.length > 1 ? same.map(({ signUp }) => signUp.id) : [])))
}
