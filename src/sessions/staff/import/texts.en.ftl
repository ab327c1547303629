button-import = Import a list
import-ask = Send the list of people invited to the session “{ $title }” as Excel or CSV, or paste it as text (a line a person). First and last name and municipality are needed; telephone and e-mail if known. The order and the names of the columns do not matter. I first show what I read; nobody is written down before you confirm.
import-which = For which session?
import-no-session = There is no session ahead. Make one first: /novaobuka
import-waits = I am still reading the document before…
import-reading = I am reading the list…
import-none = I see no list of people. A table is needed in which each row has a first and last name and a municipality.
import-too-many = The list has too many rows; at most { $most } can be read. Please divide it.
import-unknown = That session does not exist any more.
import-over = The session is cancelled or has begun, so sign-ups do not change any more.
import-gone = I do not keep this list any more. Please send it again.
import-done-before = This list is imported already.
preview-title = A list for the session “{ $title }”
preview-nobody = There is nobody to write down.
preview-known = { $count ->
    [one] { $count } person is known and has Telegram; they will be told
   *[other] { $count } people are known and have Telegram; they will be told
  }
preview-without = { $count ->
    [one] { $count } person is without Telegram: call them or send them their link
   *[other] { $count } people are without Telegram: call them or send them their links
  }
preview-there = { $count ->
    [one] { $count } person is in this session already and is not written down again
   *[other] { $count } people are in this session already and are not written down again
  }
preview-doubles = { $count ->
    [one] { $count } person is twice in the list and is written down once
   *[other] { $count } people are twice in the list and are written down once
  }
preview-faults = { $count ->
    [one] { $count } row cannot be taken
   *[other] { $count } rows cannot be taken
  }
preview-double-line = { $name } (rows { $first } and { $row })
preview-no-contact = { $count ->
    [one] Of { $count } person without Telegram there is neither a number nor an e-mail.
   *[other] Of { $count } people without Telegram there is neither a number nor an e-mail.
  }
fault-line = Row { $row }: { $why } ({ $text })
fault-no-name = no first and last name
fault-no-municipality = municipality not recognised
preview-places = { $free ->
    [0] No place is free, so that all will be on the waitlist, in order.
    [one] { $free } place is free; whoever gets none will be on the waitlist, in order.
   *[other] { $free } places are free; whoever gets none will be on the waitlist, in order.
  }
preview-more = and { $count } more
button-import-go = Write down ({ $count })
button-import-drop = Do not
import-dropped = Nobody was written down, and the list is deleted.
import-reason = from the list of invited people
import-done = { $confirmed ->
    [one] Imported: { $confirmed } person has a place, on the waitlist: { $waiting }.
   *[other] Imported: { $confirmed } people have a place, on the waitlist: { $waiting }.
  }
import-undo-how = The import can be undone within the next ten minutes.
button-import-roll = Sign-ups and the line
button-import-undo = Undo the import
import-undone = { $count ->
    [one] The import is undone: { $count } person is taken out of the session.
   *[other] The import is undone: { $count } people are taken out of the session.
  }
import-undone-before = The import is undone already.
import-undo-late = More than ten minutes have passed, so the import cannot be undone at once. People can be removed in the list of sign-ups.
undo-reason = the import of the list was undone
invites-caption = { $count ->
    [one] { $count } person has no Telegram. The table has an invitation with their own link, to be copied into a message or e-mail: whoever opens it takes over their place in the bot.
   *[other] { $count } people have no Telegram. The table has invitations with links of their own, to be copied into a message or e-mail: whoever opens theirs takes over their place in the bot.
  }
invites-file = invitations-{ $id }
invites-sheet = Invitations
invites-name = Name
invites-phone = Phone
invites-email = E-mail
invites-text = Invitation
invites-link = Personal link
invite-text = Good day, { $name }! You are invited to the session “{ $title }” ({ $when }, { $place }). { $standing ->
    [confirmed] A place is kept for you: open the link in Telegram and confirm your data.
   *[other] All places are taken now, and you are in the waiting line: open the link in Telegram, confirm your data, and I will tell you as soon as a place is free.
} { $link }
