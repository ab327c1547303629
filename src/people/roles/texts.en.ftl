command-pozovi = Invitation for a new trainer
command-treneri = Trainers and invitations
invite-made = The invitation is ready. Pass the next message on to the person you invite. The link works until { $until }, for one person only.
invite-forward = You are invited to run sessions with LAP Savetnik. Open this link and tap “Start”. It works until { $until }, for one person only:
invite-accepted = Welcome! You are a trainer now. Make sessions with /novaobuka and run them with /upravljanje. Send material for answers as a document: /materijal
invite-already = You already have the role of a trainer, so the invitation was not used up. Sessions: /upravljanje
invite-used = This invitation has been used. Ask a coordinator for a new one.
invite-expired = This invitation has expired. Ask a coordinator for a new one.
invite-revoked = This invitation was withdrawn. Ask a coordinator for a new one.
invite-unknown = This link is not valid. Check that it is whole, or ask a coordinator for a new one.
invite-was-used = { $name } has the role of a trainer now: your invitation was used.
staff-title = Trainers and coordinators
staff-line = { $name } – { $role ->
    [coordinator] coordinator
   *[trainer] trainer
  }
invites-title = Open invitations
invites-none = There are no open invitations. A new one: /pozovi
invite-line = until { $until }; invited by { $by }
button-take-role = Take the role away: { $name }
button-revoke-invite = Withdraw the invitation until { $until }
button-back-to-staff = Back to the list
take-ask = { $name } will no longer be able to make and run sessions. The sessions they made stay. Take away the role of a trainer?
button-take-yes = Yes, take the role away
button-take-no = No
take-done = The role of a trainer is taken from { $name }. They have been told.
take-nothing = That person is not a trainer any more.
taken-notice = You no longer have the role of a trainer. You can still attend sessions: /obuke. Ask a coordinator if you have questions.
revoked = The invitation is withdrawn. Whoever opens it will not become a trainer.
revoke-nothing = That invitation has already been used or withdrawn.
not-staff = This button is for trainers only. Your sign-ups: /moje
no-longer-staff = You no longer have the role of a trainer, so what you began cannot be finished. If you think this is a mistake, ask a coordinator.
only-trainer = This command is for trainers and coordinators only. Upcoming sessions: /obuke
only-coordinator = Only coordinators can do this. Ask a coordinator.
