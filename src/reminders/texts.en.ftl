command-podsetnici = Reminders of a session
command-obavestenja = Which messages you want
before-title = { $when ->
    [days] { $days ->
        [one] Reminder: the session is in { $days } day
       *[other] Reminder: the session is in { $days } days
      }
    [tomorrow] Reminder: the session is tomorrow
    [today] Reminder: the session is today
   *[soon] Reminder: the session begins soon
  }
when-line = When:
place-line = Where: { $place }
note-line = Please bring: { $note }
why-confirmed = You get this because you have a confirmed place. Choose what you get: /obavestenja
coming-question = Are you coming?
button-coming = I am coming
button-not-coming = I am not coming
coming-thanks = Thank you! It is noted that you are coming.
coming-known = It is noted already that you are coming.
coming-gone = You no longer have a confirmed place in that session. See your sign-ups in /moje
line-title = You are still on the waitlist
line-text = You are number { $position } in line. As soon as a place that you may have becomes free, I will tell you. To leave the line: /moje
line-text-offered = A place has been offered to you. Confirm or decline it in the message with the offer, or here: /moje
why-line = You get this because you are waiting for a place. Choose what you get: /obavestenja
deadline-title = Sign-up closes soon
deadline-text = You can sign up for “{ $title }” until { $until }.
why-deadline = You get this because you chose to be reminded of sign-up deadlines: /obavestenja
button-see-session = See the session
thanks-title = Thank you for taking part
thanks-text = Thank you for taking part in “{ $title }”.
thanks-ask = The material is always at hand: just ask. What I have read: /izvori
why-thanks = You get this because you were on the list of participants. Choose what you get: /obavestenja
choices-title = What shall I tell you about?
choices-text = Tap to switch on or off. I always tell you when a session you signed up for changes or is cancelled.
choice-reminders = Reminders of sessions I signed up for
choice-news = News and messages of the training team
choice-deadlines = Deadlines for signing up to new sessions
plan-pick = Which session?
plan-none = There are no upcoming sessions.
plan-title = Reminders: { $title }
plan-line = { $on ->
    [yes] ✓
   *[no] ✗
  } { $what } ({ $when })
moment = { $day }.{ $month }. at { $time }
plan-line-sent = Sent ({ $people }): { $what }
plan-line-late = Not sent, its time has passed: { $what }
lead = { $anchor ->
    [start] { $lead } before the start
    [end] { $lead } after the end
   *[sign-up-deadline] { $lead } before the sign-up deadline
  }
lead-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
lead-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
  }
plan-note = To bring: { $note }
plan-no-note = What to bring: nothing written
plan-material = { $has ->
    [no] With the thanks afterwards: only that people may ask
    [file] With the thanks afterwards: your message with a document or picture
   *[text] With the thanks afterwards: your message
  }
plan-coming = Said that they are coming: { $coming } of { $confirmed }
plan-text = Tap a reminder to switch it on or off.
button-material = Material afterwards
button-back = Back
button-session = Back to the session
button-add = Add a reminder
button-note = Write what to bring
add-pick = When else shall I remind?
add-none = Every reminder I could add is there already, or it is too late for it.
ask-material = Send what people get after the session: a text (with a link if you like), one picture or one document. Write in Serbian Cyrillic. To remove it, type a dash (-).
material-like-this = After the session people will get this:
material-album = I cannot pass on several pictures or documents at once. Send one picture or one document.
material-empty = The message has no text. Write it, or send a picture or document.
material-not-understood = I cannot pass on this kind of message. Send text, one picture or one document.
material-too-long = The text has too many characters: { $length }, and the most is { $most }. Shorten it and send it again.
ask-note = Write what people should bring, for example “ID card, the draft plan on a laptop”. 300 characters at most. To remove it, type a dash (-).
note-too-long = The text has too many characters: { $length }, and the most is 300. Shorten it and send it again.
session-gone = That session is gone. Choose another: /podsetnici
plan-coming-names = Coming:
plan-silent-names = Did not answer:
