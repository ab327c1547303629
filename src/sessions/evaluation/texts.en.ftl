# Questions
usual-useful = How useful is the session for your work?
usual-clear = How clear was what was explained?
usual-trainer = How satisfied are you with the trainers?
usual-place = How satisfied are you with organisation and place?
question-text = What would you change, and what must stay? Write it in your own words, or skip.
question-head = { $n } of { $of }
scale-how = 1 is the worst, 5 the best.
button-skip = Skip
button-back = Back

# Invitation
invite-title = How was the session?
invite-text = “{ $title }”: { $count } questions, one minute. Answers are anonymous: nobody can see who answered what, and results are shown only once five have answered.
invite-again = It is not too late to evaluate “{ $title }”. Anonymous, { $count } questions, one minute. I will not remind you again.
button-evaluate = Evaluate the session
evaluated = Thank you! Your answers are kept without your name, so I can neither correct nor erase them.
evaluated-already = You have evaluated this session already. Thank you!
evaluation-closed = The evaluation of this session is over.
evaluation-not-yours = Only those who were there evaluate.
text-too-long = Write less: at most { $most } characters.

# For trainers
card-title = Evaluation: { $title }
card-asks = Asked, from 1 to 5:
card-text-too = and words of their own at the end.
card-off = The evaluation is switched off.
card-when = Participants get the questions three hours after the end, and one reminder two days later.
card-asked = Asked: { $invited }. Answered: { $answered }.
card-open = It is still open.
card-too-few = Results are shown once five have answered, so that nobody knows who answered what.
result-average = average { $average }
result-none = nobody answered
result-texts = In their own words:
report-title = The evaluation of “{ $title }” is over.
button-turn-on = Switch it on
button-turn-off = Switch it off
button-own-questions = Other questions
button-usual-questions = Usual questions
button-picture = Picture
button-file = Get as XLSX
button-to-session = Back to the session
ask-questions = Write the questions, a line each, at most four. They are rated from 1 to 5; words of their own are always asked for at the end.
questions-unclear = I did not understand. Write one to four questions, a line each, at most 120 characters.
too-late = Participants were asked already, so the questions do not change any more.
session-gone = That session is gone.
file-name = evaluation-{ $id }
file-caption = Evaluation: { $title }
sheet-marks = Marks
sheet-words = In words
column-question = Question
column-average = Average
column-answered = Answered
column-words = Answer
