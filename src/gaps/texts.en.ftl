send-title = Shall I send this question to the trainers?
send-who-sees = Trainers and coordinators read it{ $municipality ->
    [yes] , with the name of your municipality
   *[no] {""}
  }. They see your name only if you want that. I keep it for a year at most.
send-then = When a trainer answers, I will tell you here.
button-send-unsigned = Send without my name
button-send-signed = Send with my name
button-send-not = Do not send
send-not = All right, the question was not sent.
sent-unsigned = The question was sent to the trainers, without your name.
sent-signed = The question was sent to the trainers, with your name.
sent-tells = When there is an answer, I will tell you here.
sent-silent = I will not tell you of the answer.
button-tell-off = Do not tell me
button-tell-on = Tell me after all
button-take-back = Take the question back
taken-back = The question was taken back; trainers do not see it any more.
too-late = This question has been dealt with already.
refused-already-sent = You have sent this question to the trainers already. When there is an answer, I will tell you.
refused-many-today = Today you have sent { $most ->
    [one] { $most } question
   *[other] { $most } questions
  } to the trainers, which is as many as I take in a day. Please send this one tomorrow.
refused-many-waiting = Several questions of yours are waiting for a trainer already. Please send this one when some of them are answered.
send-gone = I do not keep this question any more. Please ask it again.
