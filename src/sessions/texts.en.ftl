command-obuke = Upcoming trainings and sign-up
command-moje = My sign-ups and trainings

coming-title = Upcoming trainings
coming-none = No trainings are announced at the moment. Please look again in a few days: /obuke. Announcements of the Commissariat: rtcm.kirs.gov.rs and kirs.gov.rs.
coming-count = Trainings { $from }–{ $to } of { $count }
button-before = ‹ Previous
button-after = Next ›
button-all = All trainings
when = When:
where = Where:
in-language = Language:
language-name = { $language ->
    [en] English
    [hu] Hungarian
    [sq] Albanian
    [bs] Bosnian
    [sk] Slovak
    [ro] Romanian
   *[sr] Serbian
  }
module = Module:
places = Places:
places-free = { $free } of { $capacity } free
places-full = all taken ({ $capacity })
places-waiting = , { $waiting } waiting
places-quota = At most { $quota ->
    [one] { $quota } person
   *[other] { $quota } people
  } may come from one municipality.
places-reserved = { $reserved ->
    [one] The last place is
   *[other] The last { $reserved } places are
  } kept until { $until } for municipalities that have no place yet.
places-approval = A trainer approves sign-ups.
sign-up-by = Sign up by { $until }. Cancel without giving a reason by { $cancelUntil }.
closed-unknown = This training is not published.
closed-cancelled = The training is cancelled.
closed-started = The training has started, so signing up is no longer possible.
closed-closed = Sign-up is closed.
closed-deadline-passed = The deadline for signing up has passed.
own-requested = Your sign-up awaits a trainer's approval.
own-waitlisted = You are on the waitlist, number { $position } in line.
own-offered = A place is offered to you. Confirm by { $until }.
own-confirmed = Your place is confirmed.
own-declined = You declined the place offered.
own-expired = The place offered was not confirmed in time.
own-cancelled = You cancelled.
own-removed = A trainer withdrew your sign-up.
own-substituted = You sent a substitute.
past-requested = A trainer did not approve your sign-up before the training began.
past-waitlisted = No place became free.
past-offered = The place offered was not confirmed in time.
past-confirmed = Your place was confirmed.
button-sign-up = Sign me up
button-cancel-place = Cancel my place
button-leave-line = Leave the line
button-withdraw = Withdraw
button-send-colleague = Send a substitute
button-calendar = Calendar
button-why = Why?
button-programme = Programme
button-share = Share
button-accept = I confirm
button-decline = I cannot come

confirmed-title = The place is yours.
confirmed-text = Your sign-up for “{ $title }” is confirmed.
confirmed-next = Open the file to put the training into your calendar. If you cannot come, cancel by { $until } or send a substitute: /moje
confirmed-next-late = Open the file to put the training into your calendar. The deadline for cancelling has passed: if you cannot come after all, cancel with a reason or send a substitute: /moje
waitlisted-title = You are on the waitlist: number { $position } in line.
waitlisted-full = All places at “{ $title }” are taken.
waitlisted-quota = At “{ $title }” your municipality already has the most places one may have ({ $quota }).
waitlisted-reserved = The places left at “{ $title }” are kept until { $until } for municipalities that have none yet.
waitlisted-line = Free places at “{ $title }” are offered first to those already waiting.
rule = Places go in this order: first one person from each municipality that has no place yet, then everybody else by the time of their sign-up.
rule-offer = When a place is free, I offer it to the first person in line and tell them by when to answer.
requested-title = Your sign-up has been received.
requested-text = Sign-ups for “{ $title }” are approved by a trainer. I will tell you the decision as soon as it is made.
already-signed-up = You are already signed up for this training. See /moje
refused-else = Open for sign-up:
refused-others = Other trainings: /obuke
refused-nothing-else = No other trainings are open at the moment. Please look again in a few days: /obuke

leave-confirmed = Cancel your place at “{ $title }”?
leave-confirmed-how = The place is offered to the next person in line (at night, in the morning). To keep it for your municipality, send a substitute.
leave-line = Leave the line for “{ $title }”?
leave-line-how = If you sign up again later, the time of the new sign-up counts.
leave-requested = Withdraw your sign-up for “{ $title }”?
button-leave-yes = Yes, cancel
button-leave-no = No, I stay
left = Cancelled: “{ $title }”. Thank you for letting me know; the place is now free for others.
left-line = You are no longer waiting for a place at “{ $title }”.
stayed = All right, nothing has changed.
late-reason = The deadline for cancelling your place at “{ $title }” has passed. Write in one sentence why you cannot come: the trainer will see it, and your place is then cancelled. If you are coming after all, stop here: /otkazi
late-reason-short = Please write at least a few words, for example: “Illness in the family”.
late-reason-long = The reason is longer than { $most } characters. Please shorten it.
not-signed-up = That sign-up is no longer active. See /moje
not-yours = This button belongs to somebody else. See your own sign-ups in /moje
session-is-cancelled = The training “{ $title }” is cancelled. Other trainings: /obuke
session-is-started = The training “{ $title }” has already started, so sign-ups no longer change.
session-unknown = I cannot find that training; it may have been removed. Upcoming trainings: /obuke

offer-accepted = The offer for “{ $title }” has been accepted.
offer-declined = You declined the place at “{ $title }”; I offer it to the next person in line. If you change your mind, sign up again: /obuke
offer-too-late = The time to confirm has passed, so the place at “{ $title }” was offered to the next person. You may sign up again.
offer-none = The offer for “{ $title }” no longer stands. See your sign-ups in /moje
offer-none-confirmed = Your place is already confirmed.
offer-none-waitlisted = Somebody confirmed before you. You are still waiting for a place at “{ $title }”: number { $position } in line.

share-text = Training “{ $title }”. Forward this link to whomever you like; it opens the training and its sign-up:
button-forward = Forward
colleague-text = Forward this link to one colleague from the same unit of local self-government ({ $municipality }). The place at “{ $title }” stays yours until it is taken over. The link works once; a new one cancels the previous one.
place-gone-own = You have no confirmed place at “{ $title }” to hand over. See /moje
take-question = You are offered a colleague’s place at “{ $title }”. Will you take it?
take-for = The place belongs to this unit of local self-government: { $municipality }.
button-take = I take the place
button-take-no = No, thank you
take-not = All right. The place stays with whoever sent you the link.
take-own = You made this link yourself. Forward it to a colleague from your municipality.
take-gone = This place at “{ $title }” can no longer be taken over. See whether there are free places.
take-already = You already have a place at “{ $title }”. Somebody else from your municipality may use the link.
take-other-municipality = The place at “{ $title }” can be taken over only by somebody from the same unit of local self-government: { $municipality }. If yours is entered wrongly, correct it: /mojipodaci
link-used = This link has already been used. Ask whoever sent it for a new one, or see all trainings: /obuke
link-invalid = This link is not valid, or no longer is. Ask whoever sent it for a new one, or see all trainings: /obuke

mine-title = My sign-ups
mine-none = You are not signed up for any upcoming training. See what is open: /obuke
mine-history = Earlier
button-my-certificates = My certificates
mine-data = Your data: /mojipodaci
calendar-text = “{ $title }” for your calendar. If the time changes, a new file will come and replace this one.

why-title = Your place in line
why-position = “{ $title }”: you are now number { $position } in line.
why-not-in-line = “{ $title }”: you are not in line for a place now.
why-ahead = Ahead of you:
why-by-staff = { $count ->
    [one] { $count } person by a trainer's decision, with a reason
   *[other] { $count } people by a trainer's decision, with a reason
  }
why-first-of-municipality = { $count ->
    [one] { $count } person from a municipality that has no place yet
   *[other] { $count } people from municipalities that have no place yet
  }
why-earlier = { $count ->
    [one] { $count } person who signed up earlier
   *[other] { $count } people who signed up earlier
  }
why-nobody = There is nobody ahead of you.
why-full = All places are taken or offered at the moment.
why-quota = Your municipality has the most places one may have ({ $quota }).
why-reserved = The places left are kept until { $until } for municipalities that have none yet.
why-moved = A trainer changed your place in line. Reason: { $reason }
why-moves = What happened
why-entered = you joined the line as number { $to }
why-left = you left the line
why-offered-to-you = a place was offered to you
why-moved-on = from number { $from } to { $to }
why-because = { $because ->
    [signed-up] somebody signed up who goes before by the rule
    [added] a trainer added somebody
    [approved] a sign-up was approved
    [offered] a place was offered
    [accepted] a place was confirmed
    [declined] a place offered was declined
    [expired] an offer was not confirmed in time
    [withdrawn] somebody else confirmed first
    [cancelled] a sign-up was cancelled
    [removed] a trainer withdrew a sign-up
    [moved] a trainer changed the order
    [joined] the same person was written down twice
    [substituted] somebody sent a substitute
   *[took-over] somebody sent a substitute
  }
why-cause = { $cause ->
    [cancelled] , since somebody cancelled
    [late-cancelled] , since somebody cancelled after the deadline
    [removed] , since a trainer withdrew a sign-up
    [declined] , since somebody declined an offer
    [expired] , since somebody did not answer in time
    [places-added] , since places were added
    [reservation-ended] , since the time for which places were kept ended
    [moved] , since a trainer changed the order
   *[other] {""}
  }

notice-offer = There is a place for you: “{ $title }”.
notice-offer-held = The place is kept for you. Confirm by { $until }; after that it goes to the next person in line.
notice-offer-race = It is offered to others in line too, and goes to the first to confirm. The offer stands until { $until }.
notice-offer-expired = The place offered to you at “{ $title }” was not confirmed in time and went to the next person. If you still want to come, sign up again.
notice-offer-gone = Somebody confirmed the place at “{ $title }” before you. { $position ->
    [0] {""}
   *[other] You stay number { $position } in line.
  }
notice-approved = Your sign-up for “{ $title }” is approved.
notice-added = A trainer signed you up for “{ $title }”.
notice-placed = Your place is confirmed.
notice-in-line = You are on the waitlist, number { $position } in line.
notice-reason = Reason: { $reason }
notice-removed = A trainer withdrew your sign-up for “{ $title }”.
notice-moved = A trainer changed your place in line for “{ $title }”.
notice-moved-position = You are now number { $position } in line.
notice-moved-offered = You are offered a place, in a message of its own.
notice-undone = The trainer undid their last change of your sign-up for “{ $title }”.
notice-undone-requested = Your sign-up waits for approval again.
notice-undone-out = You are no longer signed up.
notice-substituted = Somebody from your municipality took over your place at “{ $title }”. Thank you for passing it on.
notice-session-changed = The training “{ $title }” has changed.
notice-now = Now:
notice-before = Before: { $before }
notice-changed-file = The new calendar file replaces the previous one.
notice-changed-answers = What you answered about beds, meals and arrival holds for the new days too. Please check it, and change what no longer fits.
notice-session-cancelled = The training “{ $title }” is cancelled.
notice-cancelled-file = If the session is in your calendar, open the file: most calendars then take it out. If yours does not, delete it yourself.
notice-message = A message about “{ $title }”:

word-passed-on = I passed your message on to the trainer ({ $to }), with your name and the session “{ $title }”.
word-answer-comes = The answer will come here.
word-in-the-morning = It arrives in the morning, from 8 o’clock, so that nobody is woken. The answer will come here.
word-not-coming = If you are not coming after all, cancel, so that somebody else gets the place.
word-nobody = There is nobody to whom I could pass your message about the session “{ $title }” on now. See whom you can call: /kontakt
word-forgotten = The session that this message was about ended long ago, so I cannot pass your answer on any more. If you have a question, write it as a message of its own. Whom you can call: /kontakt
word-gone = That message is no longer kept. Please write the question again.
word-in-danger = If anybody is in danger: police 192, ambulance 194, emergency number 112.
button-ask-instead = This is a question about LAP
notice-message-how = If you reply to this message, the trainer gets your answer.
left-file = If the session is in your calendar, open this file: most calendars then take it out. If yours does not, delete it yourself.
button-join-line = Join the line
would-stand = All places are taken. In line you would be number { $position } at most, and when a place is free it is offered to you as soon as it is your turn.
same-time = At the same time you are in the session “{ $title }” ({ $when }). If you cannot be in both, cancel one: /moje
button-questions = Beds, food, arrival
button-page = Open as a page
claim-ask = This link is for { $name }, { $municipality }. Is that you?
button-claim = Yes, it is me
button-not-me = No
claim-not = All right. The link stays good for whom it is meant.
claim-used = This link was used already, or is no longer valid. Your sessions are in /moje
claim-done = The place is yours, and messages about the session come here now.
claim-place = Session “{ $title }”: { $when }
claim-reason = came by the personal link
