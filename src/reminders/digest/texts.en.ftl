digest-title = Sessions today
digest-when = { $when ->
    [today] Today
    [tomorrow] Tomorrow
   *[day] { $day }
  }
digest-held = When
digest-requested = Wait for your decision
digest-cancelled = Cancelled since yesterday
digest-unreachable = I cannot write to them (they blocked the bot)
digest-to-call = No Telegram, call
digest-silent = Did not say whether they come
digest-idle = { $count ->
    [one] { $count } free place that nobody waits for.
   *[other] { $count } free places that nobody waits for.
  }
digest-how = Press a name to open the sign-up.
digest-somebody = Somebody whose data are erased
count-coming = { $count ->
    [one] { $count } is coming
   *[other] { $count } are coming
  }
count-silent = { $count } did not answer
count-cancelled = { $count } cancelled
count-waiting = { $count ->
    [one] { $count } waits for a place
   *[other] { $count } wait for a place
  }
count-requested = { $count ->
    [one] { $count } waits for a decision
   *[other] { $count } wait for a decision
  }
button-digest-hours = When the digest comes
hours-title = When shall the daily digest of sessions come?
hours-at = Now it comes at { $hour }:00 when there is something to say. What is urgent I say at once.
hours-never = Now it does not come. What is urgent I say at once.
button-never = No digest
