matter-approval = A sign-up waits for your decision: { $name } ({ $municipality }), session “{ $title }”.
matter-approval-more = Others that wait are in the daily digest and in /upravljanje
matter-late-cancel = Cancelled after the deadline: { $name } ({ $municipality }), session “{ $title }”.
matter-reason = Reason: { $reason }
matter-empty-seat = { $free ->
    [one] The session “{ $title }” has { $free } free place, and nobody waits for it.
   *[other] The session “{ $title }” has { $free } free places, and nobody waits for them.
  }
matter-starts = Begins: { $when }
matter-word = { $name } ({ $municipality }) writes about the session “{ $title }”:
matter-word-how = Reply to this message or press the button.
matter-somebody = Somebody whose data are erased
button-reply = Reply
button-person = Open the sign-up
call-offer = A free place at the session “{ $title }” is offered to somebody without Telegram. I wait for the answer until { $until }
call-offer-expired = Somebody without Telegram did not answer in time, so the place offered at the session “{ $title }” goes to the next in line.
call-offer-gone = The place at the session “{ $title }” is taken. The person without Telegram stays on the waiting list.
call-changed = The session “{ $title }” has changed, and some people I could not tell.
call-cancelled = The session “{ $title }” is cancelled, and some people I could not tell.
call-them = No Telegram: please call.
call-unknown = no number noted
call-more = { $count ->
    [one] And { $count } more person: see the list of sign-ups.
   *[other] And { $count } more people: see the list of sign-ups.
  }
matter-same-person = { $name } ({ $municipality }) has Telegram now. A person of the same name and municipality is written down for the session “{ $title }” without Telegram. Is it the same person?
matter-same-how = If it is, their places move into the bot, and messages will reach them.
matter-claimed = { $name } ({ $municipality }) has Telegram: the place at the session “{ $title }” was taken over by the personal link. Messages now reach this person.
button-same = Yes, the same
button-not-same = Not the same
call-reminder = Time for the reminder: session “{ $title }”, { $when }. Some people I cannot send it to.
