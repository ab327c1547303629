command-novaobuka = New session
command-upravljanje = Manage sessions

title-new = A new session
title-edit = Changing a session
question-title = What is the session called?
question-module = Which module does it belong to? Write its name or tap “No module”.
question-description = Write a short description: what it is about and what to bring. You may skip it.
question-when = When is it? Write the day and the hours, for example “12 March from 10 to 16” or “12–14. 3. 2026. from 9 to 16”.
question-hours = From what hour to what hour ({ $days })? Write, for example, “from 10 to 16”.
question-hours-end = Until what hour does it last ({ $days }, from { $from })? Write, for example, “until 16”.
question-place = Where is it? Write the town, the institution and the address.
question-capacity = How many places are there?
question-quota = How many places may one municipality have at most?
question-sign-up-until = Until when can people sign up?
question-cancel-until = Until when can a participant cancel without giving a reason?
question-reserved = How many places shall I keep for municipalities that have no participant yet?
question-reserved-until = Until when shall I keep them? After that they go to the first in line, whatever the municipality.
question-approval = Do you want to approve each sign-up yourself?
question-language = In what language is the session?
progress = Question { $n } of { $of }. To stop: /otkazi
progress-words = Write it in words or tap a reason.
progress-edit = To stop: /otkazi

choice-no-module = No module
choice-no-description = No description
choice-no-quota = No limit
choice-no-reserved = Keep none
choice-no-approval = No, they get a place at once
choice-approval = Yes, I approve each one
choice-at-start = Until it starts
button-usual = The rest as usual
button-discard = Discard
button-back-to-preview = Back to the preview

language-sr = Serbian
language-en = English
language-hu = Hungarian
language-sq = Albanian
language-bs = Bosnian
language-sk = Slovak
language-ro = Romanian

field-title = Title
field-module = Module
field-description = Description
field-when = Days and hours
field-place = Place
field-capacity = Number of places
field-quota = Most from one municipality
field-sign-up-until = Sign-up until
field-cancel-until = Cancellation until
field-reserved = Places kept
field-approval = Approval
field-language = Language

value-none = –
value-no-quota = no limit
value-no-reserved = none
value-reserved = { $count } for municipalities without a participant, until { $until }
value-approval = each sign-up is approved
value-no-approval = a place is given at once

preview-title = This is how participants will see it
preview-cyrillic = In Cyrillic
preview-latin = In Latin
preview-settings = Settings
preview-latin-written = The title, place or description is written in Latin, so readers of Cyrillic will see it in Latin too. Write it in Cyrillic so that everyone reads their own script.
preview-ask = If all is well, publish it. You can change any field.
preview-ask-edit = Check it, then save the changes.
preview-told = { $count ->
    [0] Nobody has signed up yet, so nobody will be told.
    [one] { $count } person will be told of the change.
   *[other] { $count } people will be told of the change.
  }
preview-not-told = Participants are not told of this change: the day, the hours, the place and the title stay the same.
preview-nothing = You have not changed anything yet.
preview-deadlines-moved = I moved the deadlines together with the beginning. Please check them.
button-publish = Publish and open sign-up
button-keep-draft = Save as a draft
button-save = Save the changes
button-change-field = Change a field
fields-title = What do you want to change?
discarded = Stopped. Nothing was saved.
discarded-edit = The changes were discarded. The session stays as it was.
already-answered = You have already answered that.
dialogue-gone = This question is no longer open. A new session: /novaobuka, all sessions: /upravljanje

fault-title-empty = The title needs at least one letter. Write what the session is called.
fault-title-long = The title has too many characters: { $length }, and the most is { $most }. Write a shorter one; the description has room for more.
fault-module-empty = The name of the module needs at least one letter.
fault-module-long = The name of the module has too many characters: { $length }, and the most is { $most }. Write a shorter one.
fault-description-long = The description has too many characters: { $length }, and the most is { $most }. Shorten it and send it again.
fault-place-empty = Write where it is: the town, the institution and the address.
fault-place-long = The place has too many characters: { $length }, and the most is { $most }. Write a shorter one.
fault-when-unclear = I did not understand when that is. Write the day and the hours like this: “12 March from 10 to 16” or “12. 3. 2026. at 10:00”.
fault-day-missing = On which day? Write the day too, for example “12 March from 10 to 16”.
fault-days-order = The last day ({ $to }) is before the first ({ $from }). Write the day it begins, then the day it ends.
fault-hours-both = Write both when it begins and when it ends, for example “from 10 to 16”.
fault-end-before-start = The end ({ $to }) is not after the beginning ({ $from }). Write it again, for example “12 March from 10 to 16”.
fault-in-the-past = That time has already passed: { $moment }. Write a day that is still to come.
fault-one-moment = One day and one hour are needed here, for example “9 March at 18:00”.
fault-no-such-day = There is no such day: { $month } has { $daysInMonth } days, and you wrote { $day }. Check the date.
fault-no-such-month = There is no month { $month }. Dates are written day, month, year, for example “12. 3. 2026.”
fault-no-such-hour = There is no such hour: “{ $written }”. Hours go from 0 to 23, for example “at 10” or “16:30”.
fault-another-weekday = { $date } is another day of the week. Check the date and write it again.
fault-count-unclear = Write one number in digits, for example “20”.
fault-count-small = The number cannot be less than { $least }. Write a larger one.
fault-count-large = The most is { $most }. Write a smaller number.

plan-missing = The field “{ $field }” is empty. Fill it in.
plan-too-long = The field “{ $field }” has too many characters; the most is { $most }.
plan-not-a-count = The field “{ $field }” must be a number from { $least } to { $most }.
plan-below-taken = { $taken ->
    [one] { $taken } place is already taken (confirmed or offered), so there cannot be fewer. Write a larger number or remove a sign-up first.
   *[other] { $taken } places are already taken (confirmed or offered), so there cannot be fewer. Write a larger number or remove a sign-up first.
  }
plan-above-capacity = More places cannot be kept than there are ({ $capacity }). Write a smaller number.
plan-no-such-time = The field “{ $field }” has no valid date. Write it again.
plan-skipped-by-clocks = There is no such hour on that day, since the clocks go forward (the field “{ $field }”). Choose another hour.
plan-twice-by-clocks = That hour comes twice on that day, since the clocks go back (the field “{ $field }”). Choose another hour.
plan-past = That time has already passed (the field “{ $field }”). Write a time that is still to come.
plan-before-start = The end is not after the beginning. Write the days and the hours again.
plan-after-start = That deadline is after the session begins (the field “{ $field }”). Choose an earlier one.
plan-unknown-language = Choose the language with a button.

manage-title-ahead = Coming sessions
manage-title-past = Past sessions
manage-none-ahead = There are no coming sessions. A new session: /novaobuka
manage-none-past = There are no past sessions yet.
button-past = Past sessions ({ $count })
button-ahead = Coming sessions ({ $count })
button-before = ‹ Previous
button-after = Next ›
button-all = All sessions
button-certificates = Certificates
button-evaluation = Evaluation
button-quiz = Quiz
manage-how = Tap a session for changes, sign-ups and the list. A new session: /novaobuka
manage-line = { $days }, { $state }, places: { $taken } of { $capacity }
state-draft = draft
state-open = sign-up open
state-closed = sign-up closed
state-deadline-passed = the deadline for signing up has passed
state-started = under way
state-cancelled = cancelled
state-over = over

card-state = State
card-places = Places
card-places-value = { $confirmed } confirmed of { $capacity }
card-offered = Places offered
card-waitlisted = On the waitlist
card-requested = Waiting for approval
card-unknown = That session is gone. All sessions: /upravljanje
button-roll = Sign-ups ({ $count })
button-edit = Change
button-copy = Copy
button-open = Open sign-up
button-close = Close sign-up
button-cancel-session = Cancel the session
button-reminders = Reminders
button-broadcast = Message to participants
button-history = History
button-export = Export the list
button-link = Sign-up link
button-back = Back
opened = Sign-up is open. Everyone sees the session in /obuke. Send them the link too.
closed = Sign-up is closed. Whoever is signed up stays signed up.
already-open = Sign-up is already open.
already-closed = Sign-up is already closed.
not-open = This is a draft, so there is nothing to close.
session-cancelled = This session is cancelled and no longer changes. You can copy it.
session-over = This session is over and no longer changes. You can copy it.
created-draft = The draft is saved. Only you and the other trainers see it.
created-open = The session is published and sign-up is open.
changed = { $told ->
    [0] The changes are saved.
    [one] The changes are saved. { $told } person has been told.
   *[other] The changes are saved. { $told } people have been told.
  }
changed-offered = { $offered ->
    [one] { $offered } place became free and was offered to the next person in line.
   *[other] { $offered } places became free and were offered to the next in line.
  }
nothing-changed = Nothing changed: everything is as before.
link-text = You can pass this link on to anybody. Whoever opens it sees the session and can sign up:
cancel-ask = Why is the session “{ $title }” cancelled? Write the reason: everyone who signed up will get it.
cancel-confirm = { $count ->
    [0] The session “{ $title }” will be cancelled. Nobody has signed up yet.
    [one] The session “{ $title }” will be cancelled and { $count } person will be told, with this reason: “{ $reason }”
   *[other] The session “{ $title }” will be cancelled and { $count } people will be told, with this reason: “{ $reason }”
  }
cancel-final = A cancelled session cannot be opened again.
button-cancel-yes = Yes, cancel the session
button-cancel-no = No, keep it
cancel-done = { $told ->
    [0] The session is cancelled.
    [one] The session is cancelled. { $told } person has been told.
   *[other] The session is cancelled. { $told } people have been told.
  }

roll-title = Sign-ups: { $title }
roll-none = No sign-ups yet.
roll-counts = { $confirmed } of { $capacity } confirmed, { $offered } offered, { $waiting } waiting, { $requested } to approve.
roll-confirmed = With a place, by municipality
roll-requested = Waiting for approval
roll-line = Waitlist
roll-line-rule = The order: municipalities without a place first, then the time of the request.
roll-out = No longer signed up
roll-municipality = { $name } ({ $count })
roll-choose = Tap a person to move, remove or approve them, or to write to them.
button-more-people = Others ({ $from }–{ $to })
button-add = Add a person
status-requested = waiting for approval
status-waitlisted = on the waitlist
status-offered = offered a place until { $until }
status-offered-open = offered to others too, the first to confirm has the place, until { $until }
status-confirmed = confirmed
status-declined = declined the offer
status-expired = the offer expired
status-cancelled = cancelled
status-removed = removed
status-substituted = handed over the place
moved-first = put first
moved-last = put last
erased-person = data erased

person-session = Session
person-municipality = Municipality
person-council-role = Role in the council
person-experience = Experience
person-email = E-mail
person-status = Status
person-position = Place in line
person-requested-at = Signed up
button-approve = Approve
button-decline = Decline
button-move-first = To the front
button-move-last = To the end
button-move-rule = Back by the rule
button-remove = Remove
button-message = Send a message
button-to-roll = All sign-ups
ask-reason-remove = Why do you remove the sign-up of { $name }? Write the reason; that person will get it.
ask-reason-decline = Why do you decline the sign-up of { $name }? Write the reason; that person will get it.
ask-reason-move = Why do you change the place in line of { $name }? Write the reason; that person will see it, and it stays in the history.
ask-reason-add = Why do you add { $name }? Write the reason; it stays in the history.
ask-message = Write the message for { $name }. It will come from the bot, with the title of the session.
ask-name = Whom do you want to add? Write the name (or a part of it) of somebody who has written to the bot and left their data. Anybody else can sign up by the link:
reason-own-wish = at their own wish
reason-double = signed up twice
reason-agreed = agreed with the municipality
reason-not-invited = the session is not meant for this group
reason-empty = Write the reason in words, at least a few.
reason-long = The reason has too many characters: { $length }, and the most is { $most }. Shorten it.
message-empty = Write the message in words.
message-long = The message has too many characters: { $length }, and the most is { $most }. Shorten it.
found-none = I found nobody called “{ $text }”. Check the spelling or send the sign-up link; you can also write another name.
found-title = Which of them do you want to add?
found-many = I found more; these are the first. Write the family name too to narrow it down.
done-approved-confirmed = Approved: { $name } has a place.
done-approved-waitlisted = Approved: { $name } is on the waitlist, number { $position } in line.
done-declined = The sign-up of { $name } is declined.
done-removed = The sign-up of { $name } is removed.
done-moved = The place in line is changed: { $name }, now number { $position } in line.
done-moved-offered = { $name } was offered a place at once.
done-added-confirmed = Added: { $name } has a place.
done-added-waitlisted = Added: { $name } is on the waitlist, number { $position } in line.
done-told = They have been told.
told-in-the-morning = So as not to wake anybody, it arrives in the morning, from 8 o’clock.
done-untold = They had not been told of it yet, so they are told nothing.
done-to-call = No Telegram: please call ({ $contact }).
call-unknown = no number noted
person-call = No Telegram, call
without-telegram = no Telegram
done-message = The message to { $name } is sent.
no-person = That person erased their data or blocked the bot, so I cannot write to them.
not-requested = This sign-up no longer waits for approval. Now: { $status }.
not-signed-up = That person is no longer signed up. Now: { $status }.
not-in-line = That person is not on the waitlist. Now: { $status }.
already-signed-up = There is a sign-up already: { $name }. Status: { $status }.
profile-incomplete = No municipality is known yet: { $name }. Send the sign-up link, and the bot will ask.
sign-up-unknown = That sign-up is gone.
started = The session has begun, so sign-ups no longer change.

history-title = History: { $title }
history-none = Nothing has happened yet.
history-line = { $at } – { $what } ({ $actor })
history-own = { $at } – { $what }
history-reason = Reason: “{ $reason }”
history-nobody = by the rule
history-erased = a person without data
history-more = These are the last { $count }. The export has everything.
event-created = session made
event-changed = changed: { $fields }
event-opened = sign-up opened
event-closed = sign-up closed
event-cancelled = session cancelled
event-message = message sent: { $subject }
noted-tapped = attendance on { $day }: noted for { $people ->
    [one] { $people } person
   *[other] { $people } people
}
noted-code = attendance on { $day }: { $people } by the code
noted-walk-in = attendance on { $day }: let in { $subject }
noted-corrected = attendance on { $day }: corrected for { $people ->
    [one] { $people } person
   *[other] { $people } people
}
noted-undone = then undone
event-programme = programme changed
change-signed-up = signed up: { $subject }, { $status }
change-added = added: { $subject }, { $status }
change-approved = approved: { $subject }, { $status }
change-offered = offered a place: { $subject }, until { $until }
change-accepted = place confirmed: { $subject }
change-declined = offer declined: { $subject }
change-expired = offer expired: { $subject }
change-withdrawn = offer withdrawn: { $subject }
change-cancelled = sign-up cancelled: { $subject }
change-removed = removed: { $subject }
change-moved-first = put first: { $subject }
change-moved-last = put last: { $subject }
change-moved-rule = back by the rule: { $subject }
change-joined = joined with their Telegram: { $subject }
change-substituted = handed over the place: { $subject }
change-took-over = took over a place: { $subject }

export-sheet = Sign-ups
export-history-sheet = History
export-file = sign-ups-{ $id }
export-caption = The list of the session “{ $title }”: { $count ->
    [one] { $count } sign-up.
   *[other] { $count } sign-ups.
  } It holds personal data: keep it safe and do not pass it on.
export-caption-csv = The same list as CSV.
column-n = No.
column-name = Name
column-municipality = Municipality
column-status = Status
column-position = Place in line
column-council-role = Role in the council
column-experience = Experience
column-phone = Phone
column-email = E-mail
column-requested-at = Signed up
column-when = When
column-who = Who
column-what = What
column-reason = Reason
status-short-requested = waiting for approval
status-short-waitlisted = on the waitlist
status-short-offered = offered
status-short-confirmed = confirmed
status-short-declined = declined the offer
status-short-expired = offer expired
status-short-cancelled = cancelled
status-short-removed = removed
status-short-substituted = handed over the place
answer-sent-morning = I have your answer; it arrives in the morning, from 8 o’clock, so that nobody is woken.
answer-sent = The answer is sent.
decide-title = { $count ->
    [one] { $count } sign-up waits for your decision.
   *[other] { $count } sign-ups wait for your decision.
  }
button-decide = Decide ({ $count }): { $title }
nobody-moved = The line is so already: { $name } is number { $position }. Nothing was changed, and nobody was told.
button-write-confirmed = Message to the confirmed
button-programme = Programme
button-questions = Questions, and the list for the kitchen
button-dashboard = Open the dashboard
change-undone = last change undone: { $subject }, now { $status }
button-undo = Undo: { $what } (until { $until })
done-undone = Undone. { $name }: { $status }.
done-undone-passed-on = Undone, but the place was offered to somebody else meanwhile and stays theirs. { $name } is first in line.
undo-reason = The place was offered to somebody else meanwhile, so you are first in line.
not-undoable = That can no longer be undone: ten minutes are over, or something changed meanwhile.
act-approved = the approval
act-added = adding
act-removed = removing
act-moved = the move in line
has-blocked = has blocked the bot
has-twin = same name and municipality as somebody else here
person-blocked = This person has blocked the bot: messages do not arrive.
person-twins = { $count ->
    [one] { $count } other person has the same name and municipality. Check that it is not one person with two accounts.
   *[other] { $count } other people have the same name and municipality. Check that it is not one person with several accounts.
  }
