# The frame of the page

shell-title = LAP Savetnik
shell-opening = Opening the page…
shell-late = If the page does not appear, close it and open it again from the chat with the bot. Everything here can be done in the chat too.
shell-offline = The connection is lost. Check the internet and try again.
outside-title = This page opens in Telegram
outside-text = Open it from the chat with the bot, with the button beside the message field.
old-title = This page was opened more than an hour ago
old-text = To be safe it holds for an hour. Close it and open it again; whatever was saved is still there.
unknown-title = We have not met yet
unknown-text = Write /start to the bot first, then open this page again.
not-staff-title = This is for trainers
not-staff-text = This page is for trainers and coordinators. If you had that role until recently, ask a coordinator.
not-coordinator-title = This is for coordinators
not-coordinator-text = Only coordinators can do this.
no-page-title = There is no such page
no-page-text = What you are looking for may have been removed meanwhile.
failed-title = Something went wrong
failed-text = The page cannot be shown. Nothing was changed; try again in a minute.
to-mine = My sessions
close-page = Close the page
menu-dashboard = Dashboard
rooms = Parts
room-sessions = Sessions
room-mine = Mine
room-gaps = Questions
room-material = Material
