# On paper
paper-title = Certificate
paper-subtitle = of attendance
paper-name = Name
paper-training = Training
paper-module = Module
paper-attended = Attended
paper-attended-value = { $dates } ({ $days } of { $of ->
    [one] { $of } day
   *[other] { $of } days
  })
paper-hours = In total
paper-place = Place
paper-issued = Issued on
paper-issuer = Issued by
paper-number = Certificate number
paper-check-page = Whether it is valid can be checked with the code beside this text, or by its number on { $page }. The page shows everything that is written here.
paper-check-bot = Whether it is valid can be checked with the code beside this text, or in Telegram with @{ $bot }, by the message “verify { $number }”. The answer shows everything that is written here.
paper-electronic = Issued electronically, and valid without stamp and signature.
hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
  }
minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }
hours-and-minutes = { $hours } and { $minutes }

# A session's certificates
overview-title = Certificates: { $title }
rule-all = Whoever was there on all days ({ $of }) gets one.
rule-some = Whoever was there on at least { $least ->
    [one] { $least } day
   *[other] { $least } days
  } of { $of } gets one.
rule-one-day = Whoever was there gets one.
overview-too-early = They can be given from the beginning of the last day on: { $when }.
overview-cancelled = The session is cancelled, so there are none.
overview-not-taken = Attendance is not noted yet for: { $days }.
overview-earned = Get one: { $count }
overview-not-earned = Get none: { $count }
overview-nobody = By this rule nobody gets one so far.
overview-given = Given: { $valid }. Replaced: { $replaced }. Revoked: { $revoked }.
overview-changes = To agree with attendance and rule they need: { $give } new, { $replace } replaced, { $revoke } revoked.
overview-in-order = Everybody who should have one has one.
why-too-few-days = attended { $days ->
    [one] { $days } day
   *[other] { $days } days
  }
why-not-noted = attendance is missing for a day
why-no-name = has no name
why-revoked = was revoked
and-others = and { $count } more
erased-person = (data erased)
button-give = Give certificates ({ $count })
button-bring-in-order = Bring in order ({ $count })
button-rule = Rule
button-people = One by one ({ $count })
button-back = Back
button-to-session = Back to the session
rule-question = On how many days must one have been there? Days of the session: { $of }.
button-rule-all = All days
button-rule-days = At least { $days }
rule-quiz = The quiz “{ $quiz }” must be passed too (two thirds of the answers right, in the best try). Whoever has no Telegram need not.
rule-quiz-question = Must a quiz be passed too? The best try counts, with at least two thirds of the answers right.
button-rule-quiz = Quiz: { $quiz }
button-rule-no-quiz = No quiz
why-quiz = quiz not passed
rule-saved = The rule is saved.
given-done = Done. Given: { $given }, replaced: { $replaced }, revoked: { $revoked }. Participants get them in the chat, one after another.
given-at-night = Done. Given: { $given }, replaced: { $replaced }, revoked: { $revoked }. Participants get them in the morning, from 8 o’clock.
given-nothing = There is nothing to change.
session-gone = That session is gone.

# One certificate, for trainers
people-title = Certificates, one by one: { $title }
people-none = None were given yet.
people-line = { $name } · { $number }
people-line-ended = { $name } · { $state }
state-valid = valid
state-replaced = replaced
state-revoked = revoked
one-state = State
one-reason = Reason
button-correct-name = Correct the name
button-revoke = Revoke
button-restore = Restore
button-show-paper = Show
button-send-again = Send again
sent-again = It is on its way to the participant again.
unreachable = The participant cannot be written to: they erased their data or blocked the bot.
ask-name = What should the name be? Now it is: { $name }
name-unclear = Write a first and a last name in letters, at most 80 characters.
name-same = That name stands there already.
name-corrected = The name is corrected. The new certificate replaces the old one, which is not valid any more.
ask-revoke-reason = Why is the certificate of { $name } revoked? The participant will read it.
reason-unclear = Write a reason of at most { $most } characters.
revoked-done = It is revoked. The page for checking says so already.
restored-done = Done. If the rule gives one, a new one was issued.
certificate-gone = That certificate is not valid any more.

# To a participant
certificate-handed = { $name } has no Telegram: print the certificate for the session “{ $title }”, or send it by e-mail.
certificate-handed-revoked = { $name } has no Telegram: tell them that the certificate is no longer valid.
certificate-arrived = Your certificate for “{ $title }” is attached. Number: { $number }
certificate-replaced-arrived = Your new certificate for “{ $title }” is attached. It replaces the earlier one, which is not valid any more. Number: { $number }
certificate-how = It can be checked by the code on it. All your certificates: /moje
certificate-revoked-told = Your certificate for “{ $title }” was revoked and is not valid any more.
certificate-revoked-attendance = Reason: the attendance was corrected. If you think that this is a mistake, tell the trainer.
certificate-revoked-reason = Reason: { $reason }
file-name = certificate-{ $number }
mine-title = Your certificates
mine-none = You have none yet. It comes here when the trainer gives it after a session.
mine-line-revoked = { $title } – revoked
mine-pick = Tap one to get it as PDF.
mine-wrong-name = If the name is not right, tell the trainer, who gives a corrected one.
button-in-cyrillic = In Cyrillic
button-in-latin = In Latin
button-in-english = In English
not-yours = That is not your certificate.

# Checking
check-valid = This certificate is valid.
check-replaced = This certificate is not valid: it was replaced by another one on { $on }.
check-revoked = This certificate is not valid: it was revoked on { $on }.
check-altered = This certificate cannot be confirmed: what is kept is not what was issued. Ask whoever issued it.
check-unknown = There is no certificate with the number { $number }. Check whether the number is copied well. If it is, the document was not issued here.
check-mistyped = The number of a certificate has 16 digits, and something in this one does not fit. Check it and write it again, for example: verify LS-1234-5678-9012-3456
check-too-many = Too many numbers in a short time. Try again in a few minutes.
check-compare = Compare everything with the document: a PDF can be altered, this answer cannot.
check-erased = The name is not kept, at the person’s request or since its time has passed. To check whether it was issued for a name, write that name after the number.
check-name-right = It was issued for that name.
check-name-wrong = It was not issued for that name.
check-how = Write the number of a certificate, for example: verify LS-1234-5678-9012-3456

# The page for checking
page-title = Check a certificate of attendance
page-languages = Language and script
page-how = Enter the number on the certificate. The page shows whether it is valid and everything that it states.
page-number = Number of the certificate
page-another = Check another certificate: its number
page-example = LS-1234-5678-9012-3456
page-check = Check
page-mistyped = The number of a certificate has 16 digits, and something in this one does not fit. Check whether it is copied well.
page-compare = Compare everything with the document that you have: a PDF can be altered, this page cannot.
page-erased = The name is not kept, at the person’s request or since its time has passed. You can check whether the certificate was issued for the name on the document.
page-name = Name on the document
page-check-name = Check the name
page-address = This page is at { $host }. If your browser shows another address, do not trust it.
