command-poruka = Message to participants
why-choose = Choose what you get: /obavestenja
why-everyone = Sent by the training team because you use LAP Savetnik.
why-municipalities = Sent by the training team because you are from a municipality it concerns.
why-never-attended = Sent by the training team because you have not attended a session yet.
why-unanswered = Sent by the training team because you asked about this and got no answer.
why-concerned = You switched news off, but this message is about the session “{ $title }” in which you have a place, so I send it all the same.
why-session-confirmed = Sent by the training team because you have a place in “{ $title }”.
why-session-line = Sent by the training team because you are waiting for a place in “{ $title }”.
why-session-all = Sent by the training team because you signed up for “{ $title }”.
button-session = Session: { $title }
pick-audience = Whom is the message for? You may pick several groups; whoever is in more than one gets it once.
audience-session-button = People of one session
audience-municipalities-button = People of chosen municipalities
audience-everyone-button = Everyone
audience-never-attended-button = Those who have not attended yet
audience-unanswered-button = Those who asked and got no answer
audience-session-confirmed = confirmed: { $title }
audience-session-line = in line: { $title }
audience-session-all = everyone signed up: { $title }
audience-municipalities = people from: { $names }
audience-everyone = everyone
audience-never-attended = those who have not attended yet
audience-unanswered = those whose question about “{ $topic }” had no answer
audience-missed = those who did not get the earlier message
audience-gone = a session that is gone
chosen-audiences = Chosen:
button-next = Next
button-cancel = Cancel
button-back = Back
pick-session = Which session?
no-sessions = There is no session whose people you could write to.
pick-who = Who of “{ $title }” shall get it?
who-confirmed = The confirmed
who-line = Those in line
who-all = Everyone signed up
ask-municipalities = Type a municipality or town, one name a message. When you are done, tap “Next”.
municipalities-so-far = Chosen: { $names }
municipality-unknown = I cannot find “{ $text }” among the towns and municipalities. Check the spelling, or type only its beginning.
municipality-which = Which one?
ask-topic = What did they ask about? Type the topic, for example “start-up subsidies”.
topic-empty = Type at least one word that says what the question is about.
ask-content = Write the message as it should arrive: formatted text and, if you like, one picture or document. Write in Serbian Cyrillic: readers of Latin get it in Latin.
content-empty = The message has no text. Write it, or send a picture or document with a caption.
content-too-long = The message has too many characters: { $length }, and the most is { $most }. Shorten it and send it again; the earlier steps are kept.
content-album = I cannot pass on several pictures or documents at once. Send one picture or one document, with its caption.
content-not-understood = I cannot pass on this kind of message. Send text, one picture or one document.
ask-button = Should there be a button under the message?
button-none = No button
button-to-session = A button to a session
button-to-question = A button with a question
ask-question = Type the question that the button asks, for example “Who adopts the LAP?” 60 characters at most.
question-too-long = A question on a button may have 60 characters at most, and this one has { $length }. Shorten it and send it again.
preview-cyrillic = Readers of Cyrillic will see it like this:
preview-latin = And readers of Latin like this:
preview-for = For:
preview-title = Preview
preview-reach = { $people ->
    [one] { $people } person will get it.
   *[other] { $people } people will get it.
  }
preview-blocked = Cannot be written to (they blocked the bot, or their account is gone): { $count }
preview-to-call = Have no Telegram; you will get their numbers to call: { $count }
to-call = The message that you sent does not reach everybody.
preview-opted-out = Switched such messages off: { $count }
preview-nobody = There is nobody in the chosen groups whom I could write to. Change whom it is for.
button-send-now = Send now
button-send-later = Send later
button-send-me = Send only to me
button-edit-text = Change the message
button-edit-audience = Change whom it is for
sent-to-you = Sent only to you, like this:
ask-time = When shall I send it? Type the day and time, for example “tomorrow 10:00” or “12 March 2026 9:30”.
time-not-understood = I do not understand “{ $text }” as a day and time. Type for example “tomorrow 10:00” or “12 March 2026 9:30”.
time-past = { $time } has already passed. Type a time that is still to come.
time-no-such-day = There is no such day in the calendar. Check the date.
quiet-hours = Between 21:00 and 8:00 I do not disturb people. Shall I send it in the morning ({ $time }), or right now anyway?
quiet-hours-later = The time you chose ({ $time }) is between 21:00 and 8:00, when I do not disturb people. Shall I send it in the morning ({ $morning }), or at that time anyway?
button-morning = In the morning at 8
button-insist = At that time anyway
button-now = Right now anyway
session-cancelled = The session “{ $title }” is cancelled. Shall I send the message anyway?
button-anyway = Send it anyway
button-in-preview = This is only a preview. The button will work once the message is sent.
answered-already = The answer has already been sent; look at the latest messages.
confirm-many = { $people ->
    [one] The message goes to { $people } person. Are you sure?
   *[other] The message goes to { $people } people. Are you sure?
  }
button-confirm = Yes, send it
ordered-now = Sending begins. You will see how far it is in the message below.
ordered-later = The message is scheduled: { $time }. To see or cancel it: /poruka
progress-title = { $state ->
    [paused] Sending is paused
    [finished] Sending is over
    [cancelled] Sending is cancelled
   *[running] Sending the message
  }
progress-quiet = I do not send at night. It goes on: { $time }.
progress-sent = Sent: { $count }
progress-waiting = Waiting: { $count }
progress-unknown = May not have got it (the connection broke; it is not repeated): { $count }
progress-failed-blocked = Blocked the bot, or their account is gone: { $count }
progress-failed-refused = Telegram did not accept it: { $count }
progress-failed-dropped = Switched messages off or erased their data meanwhile: { $count }
progress-failed-not-sent = Not sent, since sending was cancelled: { $count }
progress-left = { $minutes ->
    [0] Less than a minute left.
    [one] About { $minutes } minute left.
   *[other] About { $minutes } minutes left.
  }
button-pause = Pause
button-resume = Go on
button-stop = Cancel sending
button-state = How far it is
button-text = See the message
state-line = Sent: { $sent }. Waiting: { $waiting }.
state-paused = Sent: { $sent }. Waiting: { $waiting }. Telegram asks to wait until { $time }; then I go on.
telegram-pause = Telegram asks to wait until { $time }.
reason-session-cancelled = Sending stopped because a session that the message is about has been cancelled.
reason-author-gone = Sending ended because the author of the message is no longer a trainer.
result-below = The result is in the message below.
result-nobody = There was nobody left in the chosen groups whom I could write to.
scheduled-how = Until then you can cancel it.
result-title = { $state ->
    [cancelled] Sending was cancelled
   *[finished] The message was sent
  }
button-again = Send to those who did not get it
control-done = { $control ->
    [pause] Sending is paused. What is already on its way will still arrive.
    [resume] Sending goes on.
   *[cancel] Sending is cancelled.
  }
control-over = Sending is already over or cancelled.
control-unknown = That message is gone.
staff-only = Only trainers and coordinators send messages to participants.
nothing-missed = Everybody who could get the message has got it.
list-title = Latest messages
list-line-scheduled = scheduled: { $time }
list-line-running = being sent
list-line-paused = paused
list-line-finished = sent: { $sent }
list-line-cancelled = cancelled; sent: { $sent }
button-new = New message
button-go-on = Go on with the one begun
dialogue-left = Stopped. The message was not sent.
stale = This message is out of date. Begin again: /poruka
untitled = (picture or document only)
ask-correction = Write the message as it should read. Its text will stand wherever the message has arrived.
correction-keeps-file = The picture or document stays as it was sent.
correction-no-file = I cannot put a picture or a document into messages that have arrived. Send text alone, or take the message back and send a new one.
correction-sure = { $people ->
    [0] Shall the message read like this?
    [one] Shall the message read like this, also for the { $people } person who has it?
   *[other] Shall the message read like this, also for the { $people } people who have it?
  }
button-correct = Correct the message
button-correct-yes = Yes, correct it
button-withdraw = Take the message back
withdraw-sure = { $people ->
    [0] Shall I take the message back?
    [one] Shall I take the message back from { $people } person?
   *[other] Shall I take the message back from { $people } people?
  }
withdraw-how = Where Telegram still lets it be deleted, it goes; one older than 48 hours gives way to a word that it was taken back. This cannot be undone.
button-withdraw-yes = Yes, take it back
button-withdraw-no = No, let it stay
kept-as-it-is = The message stays as it is.
change-ordered = { $kind ->
    [withdrawn] I am taking the message back from { $people } people. When that is done, I will tell you for how many it is gone.
   *[corrected] I am correcting the message for { $people } people. When that is done, I will tell you for how many. Whoever does not have it yet gets the corrected one.
  }
corrected-before-sending = The message is corrected and will go out like this when its time comes.
withdrawn-already = That message has been taken back already.
change-nobody = Nobody got that message.
changed-title = { $kind ->
    [withdrawn] The message was taken back
   *[corrected] The message was corrected
  }
change-under-way = { $kind ->
    [withdrawn] It is being taken back.
   *[corrected] It is being corrected.
  }
changed-done = { $kind ->
    [withdrawn] Deleted: { $count }
   *[corrected] Corrected: { $count }
  }
changed-replaced = Older than 48 hours, so that it says now that it was taken back: { $count }
changed-refused = They had it in the chat no more, or Telegram did not accept it: { $count }
changed-unknown = Nobody knows whether they got it: { $count }
withdrawn-copy = This message was taken back.
button-more = Correct, take back, look
