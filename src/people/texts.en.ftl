language-question = How would you like me to write to you? Until you choose, I write the way you write to me.
language-chosen = From now on I will write to you in { $script ->
   *[latin] English
  }. You can change this at any time: /jezik
command-jezik = Script and language
register-why = First I need to know a few things about you. It takes less than a minute.
register-step = Step { $n } of { $of }
ask-name = What is your name?
ask-name-known = Is this your name and surname?
ask-name-how = Write your name and surname as they should stand in the list of participants.
ask-name-known-how = If not, write your name and surname as they should stand in the list of participants.
name-too-long = The name is too long for the list of participants. Please write just your name and surname.
name-digits = A name has no digits. Please write your name and surname in letters.
name-signs = A name may have letters, spaces, hyphens and apostrophes only. Please write it without other signs.
name-one-word = The list of participants needs both a name and a surname, for example “Milica Jović”.
button-this-is-me = Yes, that is me: { $name }
ask-municipality = Which municipality or city are you from?
ask-municipality-how = Write a few letters, in Latin or Cyrillic, then pick it from the list. For example: krag, nis, “n. sad”.
municipality-none = No municipality, city or city municipality in Serbia has such a name. Check the spelling, or write only how the name begins.
municipality-choose = Pick your municipality or city:
municipality-many = More than one name fits ({ $count }). Use the buttons to see more, or write more of the name.
municipality-in-full = { $kind ->
    [capital] City of { $name }
    [city] City of { $name } ({ $district } district)
    [city-municipality] { $name } (city municipality, Belgrade)
   *[municipality] { $name } ({ $district } district)
  }
municipality-label = { $kind ->
    [city] City of { $name }
    [city-municipality] City municipality of { $name }
   *[municipality] Municipality of { $name }
  }
button-before = ‹ Previous
button-after = Next ›
ask-role = What is your role in the local council for migration?
role-member = Council member
role-trustee = Trustee
role-coordinator = Coordinator
role-employee = Municipal or city employee
role-other = Other
ask-email = At which e-mail address may I write to you?
ask-email-how = This is optional: you get everything important here in the chat, too.
email-wrong = This is not a valid e-mail address. Write it like name@example.rs, or tap “Skip”.
email-none = not given
button-skip = Skip
button-keep = Keep { $value }
ask-experience = Have you worked on a local action plan (LAP) before?
experience-new = I am new to it
experience-experienced = I have experience
experience-of-new = at the beginning
experience-of-experienced = experienced
consent-title = Check your data and give your consent
consent-what = What I keep:
consent-what-text = these data, your user number in Telegram (through which I write to you; it is not a phone number), your sign-ups for trainings and your attendance.
consent-why = Why:
consent-why-text = to keep sign-ups and the line for places, tell you of changes and remind you. Only trainers and coordinators of the trainings see your data. If you work on a plan, colleagues of your municipality see your name beside entries, and beside a step you take so does the group in which the coordinator shows the plan.
consent-how-long = How long:
consent-how-long-text = until you erase them with /obrisi, and at most { $years ->
    [one] { $years } year
   *[other] { $years } years
  } after your last message. Everything I keep about you is sent by /mojipodaci.
button-consent = I consent
button-no-consent = I do not consent
no-consent = All right: I have kept nothing of what you entered. Without consent you can neither sign up for trainings nor make a plan, but do go on asking about LAPs. If you change your mind: /obuke for trainings, /plan for a plan
registered = Thank you, your data are saved. See and change them at any time with /mojipodaci.
button-back = ‹ Back
button-cancel = Cancel
cancelled = All right, we stop here. Nothing you entered has been kept. Everything I can do: /pomoc
nothing-to-cancel = There is nothing to cancel right now. Everything I can do: /pomoc
step-is-past = You have already answered that question. Look at the last message.
ask-discard = Shall I discard what you entered?
button-discard-entered = Yes, discard it
button-go-on-entering = No, I go on
nothing-discarded = All right, nothing was discarded. Answer the question above.
registration-is-over = That entry is no longer open. To sign up, pick a training: /obuke. You change your data with /mojipodaci.
field-name = Name and surname
field-municipality = Municipality or city
field-role = Role
field-email = E-mail
field-experience = Experience with LAP
my-data-title = What I keep about you
my-data-unregistered = This is the name you use in Telegram. You have not given me other data yet; I ask for them only with your first sign-up: /obuke
my-data-more = Sign-ups and trainings: /moje. The whole record about you is in the file that follows.
my-data-changed = The change is saved.
my-data-changed-municipality = The change is saved. Sign-ups you already have stay with the municipality they were made for.
my-data-file = Everything I keep about you, in a form that programs can read, too (JSON).
field-telegram = Name in Telegram
button-change = Change: { $field }
button-erase = Erase everything about me
erase-question = Shall I erase everything I keep about you?
erase-goes = Your name and all data, the questions you asked, in groups too, and the messages are erased.
erase-sign-ups = Your sign-ups for upcoming trainings are cancelled and the places go to the next in line.
erase-stays = Numbers without names, for example how many people attended a training, and issued certificates, without the name: keep the PDF if you need it.
erase-others = Your name goes from what others wrote of you too, wherever I recognise it. What trainers and others were sent already stays in their chats. If a trainer wrote you down as somebody without Telegram, only a trainer can erase that: please ask.
erase-what-stays = What stays:
erase-material = Published material, and what stands in it.
erase-last = You are the only coordinator: after erasing nobody can invite trainers until the administrator names another one.
erase-audit = What was done with sessions and material stays noted, but without your name.
erase-barred = A mark that does not say who you are, so that the settings of the server do not give the role of a coordinator back to you.
erase-listed = You also lose the powers of a coordinator. But your number stands in the settings of the server: if you write again, you get them again. To get them no more, ask the administrator to remove it.
file-outdated = The file you asked for went out of date meanwhile: somebody on it erased their data. Ask for it again.
unknown-presser = This message is out of date. If you want to begin anew, write /start
erase-role = You also lose the powers of a trainer or coordinator, and the invitations you made end. The other coordinators learn that one of them is no longer one.
erase-final = What is erased cannot be brought back.
button-erase-yes = Yes, erase everything
button-erase-no = No, keep it
erase-not = All right, nothing has been erased.
erase-stale = This message is out of date. Send /obrisi again.
erased = Everything I kept about you has been erased, but for what was named before as staying. This chat in Telegram is yours to delete. If you write again, we start from the beginning.
command-mojipodaci = My data
command-obrisi = Erase everything about me
command-otkazi = Stop what is in progress
perhaps-lost = The connection broke while I was sending you a message, so I do not know whether it arrived. If you do not see it above, I can show it again.
perhaps-lost-in-group = The connection broke while I was sending an answer, so I do not know whether it arrived. If you do not see it, please ask me again.
perhaps-lost-not-kept = The connection broke while I was sending you a message, so I do not know whether it arrived. If you do not see it above, ask for it once more in the same way.
button-show-again = Show it again
shown-again = Here is that message again:
not-kept = I do not have that message any more. Please ask again, and I will answer anew.
incomplete = Telegram did not accept one part of the message above, so it is not complete. You will find the whole text with /izvori.
without-file = The file that belongs to my last message could not get through, so you got the words alone. Try again tomorrow, and if it does not come then either, tell a trainer.
command-prikaz = How messages look
button-not-well = I cannot see it well
button-rich = Try with tables
form-is-rich = I send you tables and the longest answers as specially formatted messages, which older versions of Telegram do not show. If you do not see them well, press the button and I will send them as ordinary text.
form-is-plain = I send you everything as ordinary text, which every version of Telegram shows; tables are written row by row.
form-chosen-plain = From now on I send you everything as ordinary text. If you change your mind: /prikaz
