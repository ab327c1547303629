list-ahead = Sessions ahead
list-past = Past sessions
list-none = There is no session here yet.
to-past = Past sessions: { $count }
to-ahead = Sessions ahead: { $count }
tile-places = { $taken } of { $capacity } places
tile-waiting = waiting: { $count }
tile-requested = want approval: { $count }
