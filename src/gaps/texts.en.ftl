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
command-pitanja = Questions without an answer
queue-title = Questions I could not answer ({ $count })
queue-empty = No questions are waiting for an answer.
queue-line = { $people ->
    [one] { $people } person
   *[other] { $people } people
  }{ $municipalities ->
    [0] {""}
    [one] , { $municipalities } municipality
   *[other] , { $municipalities } municipalities
  }{ $trend ->
    [new] ; new
    [growing] ; growing
    [shrinking] ; shrinking
   *[steady] {""}
  }
queue-reviews = Waiting for your look before they are published:
button-previous = ‹ Previous
button-next = Next ›
button-back-to-queue = All questions
eyes-on = Somebody else must look at every answer before it is published.
eyes-off = Whoever writes an answer publishes it.
button-eyes-on = Require a second look
button-eyes-off = Do not require a second look
group-title = Asked by { $people ->
    [one] { $people } person
   *[other] { $people } people
  }
group-municipalities = Municipalities: { $names }
group-phase = Part of the work: { $phase }
group-signed = { $text } ({ $name })
group-more = and { $count } more
group-nearest = Nearest to it in the material:
group-like = Perhaps the same question:
group-gone = This group of questions is closed.
button-answer = Answer
button-look = It is in the material
button-off-topic = Off topic
button-join = Join: { $text }
joined = The questions were joined.
look-title = Which passage answers this question?
look-none = Nothing in the material is near. Please write an answer.
off-question = Is this question off topic? Those who asked will be told, and it will wait no longer.
button-off-yes = Yes, it is off topic
off-done = The question was closed as off topic.
ask-text = Write the answer in one message: everybody who asks the same will read it. No personal data. Lines that begin with a dash become a list.
ask-origin = What does the answer rest on? Name the law, the document or the body that confirmed it.
ask-question = How should the question above the answer read?
ask-until = Until when does the answer hold? Choose or write a date, for example 31.12.2026.
until-past = That day has passed, or I did not understand it. Write a date, for example 31.12.2026.
too-short = That is too short for an answer.
too-long-part = That has { $length } characters; at most { $most } are possible.
answer-preview = People will read the answer like this:
answer-review = This answer is waiting for a second look.
answer-origin = Source: { $origin }
answer-no-origin = No source was named yet.
answer-until = Holds until: { $day }.
answer-points = The answer is the passage: { $place }
beside-title = Compare with the material before you publish:
beside-figure = Another number: the answer says “{ $said }”, the material “{ $material }” ({ $place })
beside-denial = One affirms, the other denies: the answer says “{ $said }”, the material “{ $material }” ({ $place })
button-publish = Publish
button-publish-all-the-same = Publish all the same
button-agree = I agree, publish
button-change-question = Change the question
button-change-text = Change the text
button-change-origin = Change the source
button-change-until = Change the last day
button-discard = Discard
button-months = { $months ->
    [6] Half a year
    [12] A year
   *[24] Two years
  }
published-answer = Published: “{ $question }”. { $questions ->
    [one] The program now asks { $questions } question again
   *[other] The program now asks { $questions } questions again
  } and tells those who asked. I will tell you what came of it.
to-review = The answer was sent for a second look. It is published when somebody else agrees.
review-asked = A colleague's answer is waiting for a second look: “{ $question }”
button-show-answer = Look at the answer
own-review = Somebody else must confirm this answer.
answer-incomplete = The answer lacks its text or its source.
answer-decided = This answer has been decided on already.
answer-discarded = The answer was discarded. The questions keep waiting.
passage-gone = That passage is no longer in use. Choose another or write an answer.
phase-basics = what a LAP is and who adopts it
phase-preparation = preparation and working group
phase-analysis = analysis and needs
phase-goals = priorities and goals
phase-measures = measures, activities and budget
phase-adoption = public debate and adoption
phase-carrying-out = carrying out and monitoring
phase-people = groups of migrants
phase-money = calls, programmes and money
phase-training = trainings
phase-none = no particular part
news-answered = A trainer has answered your question:
news-found = A trainer has found the answer to your question in the material:
news-ask-on = Now I know that answer too. Please ask on.
news-off-topic = A trainer has read this question. It is not about local action plans, so I cannot answer it. Whom you can turn to: /kontakt
answer-outcome = The answer “{ $question }” now reaches { $answered ->
    [one] { $answered } question
   *[other] { $answered } questions
  }.{ $left ->
    [0] {""}
    [one] {" "}{ $left } question is still not answered by it and stays in the queue.
   *[other] {" "}{ $left } questions are still not answered by it and stay in the queue.
  }
button-left = The questions that stay
answer-ending = The answer “{ $title }” holds until { $day }. Does it hold any longer? If nobody renews it, I will not tell it after that day.
answer-ended = The answer “{ $title }” held until { $day }, and I do not tell it any more. If it still holds, renew it.
answer-renewed = The answer “{ $title }” holds until { $day }; you confirmed it today.
answer-withdrawn = The answer was withdrawn. It is in /materijal, from where it can be brought back.
button-renew = Holds for { $months ->
    [6] half a year more
   *[12] a year more
  }
button-end = It does not, withdraw it
digest-title = What people could not find out: { $days }
digest-counts = Questions: answered { $answered }, only near { $near }, without an answer { $none }; did not help { $disliked }.
digest-unanswered = Without an answer, by part of the work
digest-municipalities = Sent to trainers, by municipality
digest-disliked = What was not good
digest-disliked-where = Where it was not good
digest-answered = Answered
digest-first = Answer these first
digest-programme = Proposed for the programme of the next session
digest-no-person = Nowhere is it shown who asked. All questions that wait: /pitanja
digest-line = { $name }: { $count }
digest-group = { $lead } ({ $people ->
    [one] { $people } person
   *[other] { $people } people
  })
digest-propose = { $name } ({ $count ->
    [one] { $count } question without an answer
   *[other] { $count } questions without an answer
  })
digest-wrong = wrong
digest-incomplete = incomplete
digest-source = wrong source
digest-unclear = unclear
digest-no-reason = no reason given
digest-off = I will not send you the digest any more.
digest-on = I will send you the digest on Mondays.
button-digest-off = Do not send me the digest
button-digest-on = Send me the digest after all
