attendance-title = Attendance: { $title }
attendance-none = Nobody has a place in this session. If somebody came who is not on the list, add them.
attendance-counts = Here: { $there }. Not here: { $absent }. Not noted: { $unknown }.
attendance-how = Choose what you note, then tap names. A wrong tap can be taken back.
attendance-early = Attendance of this day is noted from { $from } on.
attendance-cancelled = The session was cancelled, so there is no attendance.
attendance-no-day = The session is not held on that day any more. These are its days.
attendance-all-noted = Everybody is noted already.
attendance-same = It is noted like this already.
attendance-all-done = { $count ->
    [one] { $count } person was noted.
   *[other] { $count } people were noted.
  }
attendance-undone = { $count ->
    [0] That was taken back already.
    [one] Taken back for { $count } person.
   *[other] Taken back for { $count } people.
  }
attendance-not-in-it = They have no place in this session. Add them as somebody who is not on the list.
mode-present = Here
mode-late = Late
mode-left = Leaves early
mode-absent = Not here
mode-chosen = ● { $mode }
person-present = ✓ { $name }
person-late = ✓ { $name } (late)
person-late-from = ✓ { $name } (from { $from })
person-left = ✓ { $name } (left early)
person-left-to = ✓ { $name } (until { $to })
person-left-between = ✓ { $name } ({ $from }–{ $to })
person-absent = ✗ { $name }
person-unknown = – { $name }
button-all-rest = All not noted: { $mode }
button-undo = Undo the last one
button-walk-in = Somebody not on the list
button-before = ‹ Previous
button-after = Next ›
button-attendance = Attendance
ask-correction = { $name }, { $day }: you note “{ $mode }” for a day that is past. Write why you correct it; the reason stays on record.
reason-signed = signed the sheet of that day
reason-mistake = noted by mistake
ask-walk-in = Who came without being on the list? Write the name (or a part) of somebody who has written to the bot and left their data. Whoever has not scans the code for checking in and says who they are.
found-title = Which of them came?
found-many = I found more; these are the first. Write the surname too to narrow it down.
found-none = I found nobody called “{ $text }”. Check the spelling, write another name, or enter somebody without Telegram by the button.
ask-walk-in-reason = Why do you add somebody who is not on the list: { $name }? Write the reason; it stays on record.
reason-instead = came instead of a colleague
reason-invited = invited later
walk-in-done = { $name } has a place, and their attendance is noted.
walk-in-there = { $name } is on the list already, and their attendance is noted.
walk-in-incomplete = { $name } has not said yet which municipality they are from. They can complete their data under /mojipodaci.
reason-empty = Write the reason in words, a few letters at least.
reason-long = The reason is too long: { $length } characters, and { $most } fit. Shorten it.
own-line = Attendance: { $days } of { $of ->
    [one] { $of } day
   *[other] { $of } days
  }, { $hours }.
own-away = You were not at the session.
own-missing = Not noted: { $days }.
hours = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h{ $minutes ->
        [0] {""}
       *[other] {" "}{ $minutes } min
      }
  }
erased-person = erased data
button-show-code = Code for checking in
button-show-again = Show it again
button-stop-code = Stop
code-title = Checking in: { $title }
code-how = Scan the square with a phone, or send the six digits to the bot. The code changes every half minute, and the picture follows it for five minutes.
code-early = Checking in begins: { $from }. Until then the code is not valid.
code-ended = This code does not change any more and soon runs out.
code-hint = Or send the digits: { $bot }
code-too-early = It is early: checking in for this day begins { $from }, and the code can be shown an hour before that.
code-over = That day of the session is over, so the code is not shown any more. You can note attendance on the list.
check-in-noted = Noted: you are at the session “{ $title }”, { $day }. Your attendance is in /moje
check-in-late = Noted: you came to the session “{ $title }”, { $day }, after it began. Your attendance is in /moje
check-in-already = You have checked in at the session “{ $title }”, { $day }. If something is wrong, tell the trainer.
check-in-over = That code is of the session “{ $title }”, { $day }, and that day is over. If you were there, tell the trainer, who can add it.
check-in-expired = That code of the session “{ $title }”, { $day }, has run out: each is valid for a minute at most. Enter the one that is on the screen now.
check-in-not-in-it = That code is of the session “{ $title }”, { $day }, and you have no place there. If you are in the room, tell the trainer, who can let you in.
check-in-early = It is early: checking in at the session “{ $title }” begins: { $from }. Then enter the code that is on the screen.
check-in-cancelled = The session “{ $title }” was cancelled.
check-in-unknown = That code is not valid. Copy the six digits from the screen in the room; they change every half minute.
sheet-title = Signature sheet
sheet-facts = { $day }, { $hours } · { $place }
sheet-number = No.
sheet-name = Name
sheet-municipality = Local self-government
sheet-signature = Signature
sheet-trainer = Trainer: ______________________________
sheet-page = page { $page } of { $pages }
badges-title = Badges: { $title }
signs-title = Table signs: { $title }
button-sheet = Signature sheet
button-badges = Badges
button-signs = Table signs
papers-none = Nobody has a place yet, so there are no names to print.
papers-file-sheet = signatures-{ $id }
papers-file-badges = badges-{ $id }
papers-file-signs = signs-{ $id }
papers-sheet = Signature sheet, { $day }: { $count ->
    [one] { $count } name
   *[other] { $count } names
  }, with empty rows. Print it on A4, landscape.
papers-badges = Badges (90 × 54 mm), ten on a page of A4.
papers-signs = Table signs: a page of A4 a person, landscape, folded in the middle.
