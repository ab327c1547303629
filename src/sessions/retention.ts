import type { DataClass } from '../platform/database/retention.ts'
import {
  blankPeople,
  blankWords,
  countNamed,
  countStaffActions,
  countSubstituteLinks,
  countWorded,
  deleteStaffActions,
  deleteSubstituteLinks,
} from './retention-store.ts'

/** Counted from the end of a session. What is left after the last of them is how many people of which municipality were in it. */
export const SESSION_DATA: readonly DataClass[] = [
  {
    name: 'links that hand a place on',
    tables: ['substitute_link'],
    keepDays: 30,
    delete: deleteSubstituteLinks,
    count: countSubstituteLinks,
  },
  {
    name: 'reasons and messages of sessions',
    tables: ['sign_up_event', 'session_event'],
    keepDays: 180,
    delete: blankWords,
    count: countWorded,
  },
  {
    name: 'people of sessions',
    tables: ['sign_up', 'sign_up_event'],
    keepDays: 730,
    delete: blankPeople,
    count: countNamed,
  },
  {
    name: 'what staff did to sessions',
    tables: ['session', 'session_event'],
    keepDays: 730,
    delete: deleteStaffActions,
    count: countStaffActions,
  },
]
