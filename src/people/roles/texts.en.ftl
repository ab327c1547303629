command-pozovi = Invitation for a new trainer
command-treneri = Trainers and invitations
invite-made = The invitation is ready. Pass the next message on to the person you invite. The link works until { $until }, for one person only.
invite-forward = You are invited to run sessions with LAP Savetnik (invited by { $by }). Open this link and tap “Start”. It works until { $until }, for one person only:
invite-accepted = Welcome! You are a trainer now. Make sessions with /novaobuka and run them with /upravljanje. Send material for answers as a document: /materijal
invite-accepted-by = { $by } invited you, and has been told.
invite-already = You already have the role of a trainer, so the invitation was not used up. Sessions: /upravljanje
invite-used = This invitation has been used. Ask a coordinator for a new one.
invite-expired = This invitation has expired: it worked until { $when }. Ask a coordinator for a new one.
invite-revoked = This invitation was withdrawn. Ask a coordinator for a new one.
invite-unknown = This link is not valid. Check that it is whole, or ask a coordinator for a new one.
invite-was-used = { $name } has the role of a trainer now: your invitation was used.
staff-title = Trainers and coordinators
staff-line = { $name } – { $role ->
    [coordinator] coordinator
   *[trainer] trainer
  }
staff-from-configuration = by the settings of the server
staff-from-invitation = invited by { $by }
invites-title = Open invitations
invites-none = There are no open invitations. A new one: /pozovi
invite-line = until { $until }; invited by { $by }
button-take-role = Take the role away: { $name }
button-revoke-invite = Withdraw the invitation until { $until }
button-back-to-staff = Back to the list
take-ask = { $name } will no longer be able to make and run sessions. The sessions they made stay. Take away the role of a trainer?
take-ask-coordinator = { $name } will no longer be able to invite trainers, take roles away, or make and run sessions. The sessions they made stay, and their invitations that nobody used end. They and the other coordinators will be told. Take away the role of a coordinator?
take-last = This is the only coordinator, so the role has to stay. There must be another coordinator first.
button-leave = I give up the role of a coordinator
leave-ask = You will no longer be able to invite trainers, take roles away, or make and run sessions. The sessions you made stay, and your invitations that nobody used end. The other coordinators will be told. Give up the role of a coordinator?
button-leave-yes = Yes, give it up
leave-done = You are no longer a coordinator. The other coordinators have been told. You can still attend sessions: /obuke
button-take-yes = Yes, take the role away
button-take-no = No
take-done = The role of a trainer is taken from { $name }. They have been told.
take-done-coordinator = The role of a coordinator is taken from { $name }. They and the other coordinators have been told.{ $listed ->
    [listed] {" "}Their number still stands in the settings of the server (COORDINATOR_IDS). That does not give the role back, but ask for the number to be removed.
   *[unlisted] {""}
  }
take-nothing = That person does not have that role any more.
taken-notice = You no longer have the role of a trainer. You can still attend sessions: /obuke. Ask a coordinator if you have questions.
taken-coordinator-notice = You are no longer a coordinator; { $by } confirmed this. You can still attend sessions: /obuke. Ask a coordinator if you have questions.
left-list-notice = { $left ->
    [trainer] You are no longer a coordinator, since your number no longer stands in the settings of the server. You keep the role of a trainer. Ask a coordinator if you have questions.
   *[member] You are no longer a coordinator, since your number no longer stands in the settings of the server. You can still attend sessions: /obuke. Ask a coordinator if you have questions.
  }
coordinator-taken = { $name } is no longer a coordinator. { $by } confirmed this.
coordinator-resigned = { $name } is no longer a coordinator, by their own decision.
coordinator-left-list = { $name } is no longer a coordinator: that number no longer stands in the settings of the server.
coordinator-erased = One of the coordinators erased all their data and no longer has that role. Who is a coordinator now: /treneri
revoked = The invitation is withdrawn. Whoever opens it will not become a trainer.
revoke-nothing = That invitation has already been used or withdrawn.
not-staff = This button is for trainers only. Your sign-ups: /moje
no-longer-staff = You no longer have the role of a trainer, so what you began cannot be finished. If you think this is a mistake, ask a coordinator.
only-trainer = This command is for trainers and coordinators only. Upcoming sessions: /obuke
only-coordinator = Only coordinators can do this. Ask a coordinator.
