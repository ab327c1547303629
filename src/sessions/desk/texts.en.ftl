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
