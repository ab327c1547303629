list-ahead = Sessions ahead
list-past = Past sessions
list-none = There is no session here yet.
to-past = Past sessions: { $count }
to-ahead = Sessions ahead: { $count }
tile-places = { $taken } of { $capacity } places
tile-waiting = waiting: { $count }
tile-requested = want approval: { $count }

# One session

to-session = Session
about-session = About the session
to-add = Add a person
to-overview = Rooms and meals
to-programme = Programme
programme-seen = This is how people get it
programme-document = Participants get a document, too.
programme-picture = Participants get a picture, too.
programme-send = Send it to me in the chat
programme-sent = The programme was sent to your chat with the bot.
programme-text = The programme in words
programme-hint = Each line is a new paragraph.
programme-empty = Write the programme, or add a document below.
programme-file = The programme as a document or picture
programme-file-hint = One document (PDF, Word) or one picture, at most { $most } MB. It takes the place of the document before; the words of the programme stay.
programme-file-send = Save the document
programme-file-none = Choose a document or a picture.
programme-file-large = The document is too large: { $most } MB at most. Save it as PDF, or make its pictures smaller.
programme-file-failed = Telegram did not take the document, so the programme was not changed. Try again in a minute or two, or send it in the chat: the card of the session, then “Programme”.
programme-file-yours = The programme of the session, as participants get it
to-certificates = Certificates
certificates-given = Certificates given: { $count }
certificates-rule = Who gets a certificate
to-papers = Documents
papers-how = All of it comes to your chat with the bot, where it can be opened, printed and passed on.
papers-print = To print
papers-day = Day, for the sheet to sign
papers-list = List of those signed up
certificate-send-again = Send it to the participant again
papers-to-me = Send it to me in the chat
papers-sent = It was sent to the chat with the bot.
to-history = History
history-of = History of the session
overview-of = Rooms, meals and answers
state-open = Open sign-ups
state-close = Close sign-ups
cancel-session = Cancel the session
cancel-says = Cancelling is for good. Everybody signed up gets a message with the reason: { $count }.
cancel-reason = The reason, which everybody will read
cancel-yes = Cancel the session for all
nothing-done = Nothing was changed.
undo-several = Undo for { $count } people (ten minutes)
done-before = That was done already. This is how it is now.

# People

roll-counts = Confirmed { $confirmed } of { $capacity }, offered { $offered }, waiting { $waiting }, want approval { $requested }
roll-requested = Want approval: { $count }
roll-place = Have a place: { $count }
roll-line = On the waiting list: { $count }
roll-out = Not signed up any more: { $count }
roll-line-rule = First municipalities without a place, in the order of requests, then all others.
roll-nobody = There is nobody here.
choose-all = Choose all
chosen = Chosen
open-person = { $name }: details and why they stand there
moved-first = put first
moved-last = put last
filter-words = Name or municipality
filter-standing = Show
filter-all = everybody
filter-requested = want approval
filter-place = have a place
filter-line = the waiting list
filter-out = who left
acts = What to do with those chosen
act-approve = Approve
act-decline = Decline
act-first = Move to the front
act-last = Move to the end
act-rule = Back to the rule
act-message = Send a message
act-remove = Remove
words = Reason or message
words-hint = The person concerned will read it. Usual reasons: { $reasons }
fault-nobody = Choose at least one person.
fault-no-reason = Write the reason in words; the person will read it.
fault-no-message = Write a message.
fault-too-long = The text has { $length } characters; at most { $most } fit.
told-more = And { $count } more.

why-read = What the person reads under “Why?”

# Adding

add-name = Name of the person
add-how = Type the beginning of a first or last name. People who introduced themselves to the bot are shown.
add-none = Nobody has that name. If they have Telegram, send them the link for sign-up from the chat; if not, enter them below.
add-choose = Whom you add
add-reason = The reason, which the person will read
add-yes = Add to the session

# Attendance

attendance-of = Attendance
attendance-reason = Reason, only to change a day that is past
attendance-needs-reason = That day is past. Write above why it changes, then tap again.
days = Days
to-code = Code for participants
code-square = Square code to scan

# The form

form-new = New session
form-edit = Change the session
to-new = New session
to-edit = Change
to-copy = Copy
form-draft = You began this earlier. Go on, or start anew with the button below.
form-faulty = The session is not saved. To be corrected: { $count }.
form-open = Save and open sign-ups
form-keep = Save as a draft
form-save = Save the changes
form-drop = Start anew
created-open = The session is saved and sign-ups are open.
created-draft = The session is saved as a draft. Only trainers see it until you open sign-ups.
field-title = Title
field-module = Module, if there is one
field-description = Description
field-place = Place
field-days = Days and hours
field-capacity = Places
field-quota = Most places of one municipality
field-reserved = Kept for municipalities that have no place yet
field-reserved-until = Kept until
field-sign-up-until = Sign-up until
field-cancel-until = Cancelling without a reason until
field-approval = A trainer approves each sign-up
field-language = Language of the session
hint-quota = Empty: no limit.
hint-reserved = Empty: none.
hint-usual = Empty: the usual deadline, some days before the beginning.
hint-days = A day without a date does not count. Days may have hours of their own and gaps between them.
day-number = day { $number }
day-from = from
day-until = goes on until
day-to = to
day-more = One more day
preview-title = This is how people will see it: { $title }
preview-missing = Still missing
enter-title = Somebody without Telegram
enter-how = They get a place in the same line as everybody. In place of messages you get their number to call.
enter-name = First and last name
enter-municipality = Municipality or city
enter-phone = Telephone
enter-email = E-mail
enter-another = This is another person of the same name and municipality
enter-yes = Write down
enter-how-now = The day of the session is open: they get a place at once, and are noted as present today. Instead of messages to them you get their number to call.
enter-known = Somebody called { $name }, { $municipality }, is known already. If it is the same person, choose them above; if not, mark that it is another one and write them down again.
enter-answer = A place is offered, and the person has no Telegram. What did they say?
enter-coming = Coming
enter-not-coming = Not coming
walk-in = Somebody came who is not on the list
walk-in-yes = Let in and note that they are here
to-asks = Questions and reminders
asks-saved = Saved.
asks-questions = What the session asks of people
asks-own = A question of your own
asks-own-all = Your own questions
asks-own-apart = Leave an empty line between questions.
asks-add = Add the question
asks-drop = Remove
asks-reminders = When the session reminds
asks-note = What to bring (goes with the reminders)
asks-save = Save
asks-material = Material that goes with the thanks is sent in the chat, in /podsetnici.
drop-first = Drop here: to the front of the line
drop-last = Drop here: to the end of the line
dropped = Choose or write a reason, then confirm by “{ $act }”.

# Messages

words-waiting = Wait for an answer: { $count }
words-exchanged = Messages
words-of-staff = Trainer
words-of-person = Participant
