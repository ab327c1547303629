import { mine } from './mine/mine.ts'
import type { Page } from './page.ts'
import { sessionList } from './sessions/list.ts'

/** Where somebody begins: staff with the sessions, everybody else with what is theirs. */
const home: Page = {
  method: 'GET',
  path: '/',
  who: 'everyone',
  show: (visit) => (visit.person.role === 'member' ? mine : sessionList).show(visit, []),
}

/** All pages, and what their forms do. */
export function allPages(): Page[] {
  return [home, sessionList, mine]
}
