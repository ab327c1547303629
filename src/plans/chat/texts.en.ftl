command-plan = Make a local action plan, step by step

# The twenty steps

step-1 = Preparation
step-1-asks = Until when is the old plan valid, and is there a final report? Is this a new plan or a revision? Who told the mayor, and was KIRS asked for its model?
step-2 = Decision to start
step-2-asks = Which body decides? For which period, who leads the work, by when, under which number and in which gazette?
step-3 = Working group
step-3-asks = What are the functions of members and substitutes? Who holds coordination, data and finance? Who comes from the target groups and from an association?
step-4 = Data
step-4-asks = For each category: is it present, how many people, of which year, and whose figure is it? If it is an estimate, how was it made?
step-5 = Needs
step-5-asks = What do people lack (not “a house”, but how they live now), how many are they, and who was asked: women, older people, Roma, persons with disabilities?
step-6 = Stakeholders
step-6-asks = Who decides, who implements, who benefits, and who may oppose?
step-7 = SWOT analysis
step-7-asks = Which strength, and which figure stands behind it? Is it inside or outside of your control? What do you conclude?
step-8 = Problem tree
step-8-asks = Why is it so, and again why, until you reach what you can change? What follows from it?
step-9 = Priorities
step-9-asks = Score each problem from 1 to 5, one criterion at a time. Which small, high-risk group remains?
step-10 = Objectives
step-10-asks = What changes, for whom, from how much to how much, and by when?
step-11 = Activities
step-11-asks = Who exactly does it, with whom, in which quarters, and is it within the municipality’s powers?
step-12 = Indicators
step-12-asks = Who measures, how often, and where can it be verified?
step-13 = Arrangements
step-13-asks = Who is the one coordinator? When do you meet? Who decides when something is late? What can go wrong?
step-14 = Budget
step-14-asks = What is the price, where is it from and of when? What is secured and what only planned? How large is the own share?
step-15 = Alignment
step-15-asks = Which goal of the development plan does each objective serve? Which national document does it lean on, and until when is that valid?
step-16 = Public debate
step-16-asks = From when to when, where, who takes comments and who is invited? What was answered to each comment?
step-17 = Adoption
step-17-asks = The Council’s opinion, the finance statement, the assembly’s decision, the gazette, a copy to KIRS: which dates and numbers?
step-18 = Implementation
step-18-asks = Are the amounts of the first year in the budget? On which line? Who is in the commission, and where is evidence kept?
step-19 = Monitoring
step-19-asks = Who measures each indicator, when, and who is told? Who evaluates without having implemented the plan?
step-20 = Report and revision
step-20-asks = By when is the yearly report handed in, where is it discussed, and what triggers a revision?

# Overview

plan-title = Local action plan: { $place }, { $period }
plan-adopted = The plan is adopted and changes no more. A revision begins the next one.
plan-progress = Steps done: { $done } of 20. Entries: { $entries }.
plan-next = Next: step { $number }, { $step }.
plan-all-done = All twenty steps have what they need. Check the plan and export it.
plan-deadline = Until adoption on { $wished }: { $deadline } by { $day } ({ $days ->
    [one] { $days } day left
   *[other] { $days } days left
  }).
plan-no-wish = Enter when you would like the assembly to adopt the plan, and I will count the deadlines back from it.
plan-late = The wished day of adoption ({ $wished }) is over. Enter a new one.
plan-reader = You can read this plan. Its coordinator opens writing, and can invite you.
plan-for-trainer = The municipality shared this plan with trainers. You can read it.
plan-none-shared = No municipality has shared its plan with trainers.
plan-shared-list = Plans that municipalities shared:
plan-gone = There is no such plan, or it is not yours to see.
plan-closed = You cannot change this plan now: it is adopted, or its coordinator has not invited you yet.
plan-intro = Your municipality ({ $place }) has no plan here yet. We make it together in twenty steps: I ask, keep, check and write the document. I invent nothing: what you do not enter stays marked to be filled in. You can stop and go on any day.
plan-period-ask = For which period do you make the plan? Write, for example: 2027–2031
plan-period-unclear = I do not understand the period. Write two years, for example: 2027–2031 (ten years at most).
plan-begun = The plan for { $period } is open. You are its coordinator and can invite colleagues.
plan-already = There is a plan for that period already.
plan-wish-ask = When would you like the assembly to adopt the plan? Write a day, for example: 20. 11. 2026. A dash (-) removes it.
plan-wish-unclear = I do not understand the day. Write it, for example: 20. 11. 2026.
plan-path = The path to adoption, counted back from { $wished }:
deadline-start = the decision to start and the working group
deadline-analysis = the analysis with its data
deadline-objectives = objectives and indicators
deadline-draft = the draft with its budget
deadline-debateBegins = the public debate begins
deadline-debateEnds = the public debate ends
deadline-opinion = the opinion of the Council for migration
deadline-statement = the finance statement
deadline-proposal = the municipal council’s proposal to the assembly
deadline-committee = the assembly’s committee
deadline-adoption = adoption by the assembly
deadline-notice = A reminder for the local action plan ({ $place }): { $deadline }, { $day }.

# Buttons

button-begin = Begin the plan
button-plan = The plan
button-continue = Go on: step { $number }
button-steps = All 20 steps
button-review = Check the plan
button-review-step = Check the step
button-export = Export
button-docx-cyrl = Document, Cyrillic
button-docx-latn = Document, Latin
button-xlsx = Budget (XLSX)
button-report = Report of the check
button-people = Who writes
button-wish = Day of adoption
button-period = Period of the plan
button-versions = Versions
button-adopt = The plan is adopted
button-revise = Begin a revision
button-share = Share with trainers
button-unshare = Share with trainers no more
button-add = Add: { $part }
button-fill = Fill in: { $part }
button-part = { $part } ({ $count })
button-example = Example: Ravni Bor
button-previous = ◀ Step { $number }
button-next = Step { $number } ▶
button-change = Change
button-remove = Remove
button-remove-sure = Yes, remove
button-finish = Done with entries
button-skip = Skip: { $column }
button-overwrite = Write mine
button-leave = Leave it as it is
button-undo = Undo this entry
button-accept = Leave { $code } with a reason
button-invite = Invite: { $name }
button-take = Take over coordination
button-keep = Keep a version
button-compare = Compare with version { $number }
button-restore = Bring back version { $number }
button-adopt-sure = Yes, it is adopted
button-more = More rows

# A step and an entry

step-title = Step { $number }: { $step }
step-state-empty = No entries yet.
step-state-begun = Begun; something is missing.
step-state-done = It has all that the step needs.
step-part = { $part }: { $count ->
    [0] no entries
    [one] { $count } entry
   *[other] { $count } entries
  }{ $missing ->
    [0] {""}
   *[other] , incomplete: { $missing }
  }
part-empty = No entries yet.
row-ask = Write a row for “{ $part }” in one message. The columns are: { $columns }. Part them by commas or semicolons, or write “{ $example }: …”. Several rows take a line each; a table (CSV, XLSX or DOCX) does as well.
row-ask-form = Write the answer for “{ $part }”: { $columns }.
row-ask-text = Write the text for “{ $part }” in one message.
row-ask-lines = Write the items of “{ $part }”: a line each, or one at a time.
row-change-ask = This is what it says now. Write what changes, for example “{ $example }: …”, or the whole row again.
row-saved = Saved. This is how I understood it:
row-left = I could not place this, so it is not saved: { $left }
row-missing = Missing: { $columns }.
row-asking = { $column }?
row-asking-kind = { $column }? Write { $holds }.
row-asking-again = This cannot be “{ $column }”. Write it again, or skip it.
row-asking-again-kind = This cannot be “{ $column }”: write { $holds }. Try again, or skip it.
row-holds = { $kind ->
    [count] a whole number, such as 12
    [score] a score from 1 to 5
    [amount] an amount in dinars, such as 1.200.000
    [value] a number, such as 34 or 11,2 %
    [year] a year, such as 2026
    [yes] да or не
    [day] a day or a month, such as март 2026
    [term] when it begins and ends, such as К2 2027 – К4 2028
    [box] one of: снаге, слабости, прилике, претње
    [level] општи or посебни
    [mark] the mark of an objective, such as ПЦ1
    [period] the first and the last year, such as 2027–2031
    [act] the number of the act, such as 06-12/2026
   *[category] a group of people, such as избеглице or ИРЛ
  }
row-complete = The row is complete. The next row, or “Done with entries”.
row-unclear = I found nothing for this table. Write a row with what its columns ask.
row-too-many = The plan would have { $count } rows, and it takes { $most } at most.
row-personal = I stopped the entry: it holds { $kind ->
    [jmbg] a number of thirteen digits, as personal numbers are
    [phone] a telephone number
    [email] an e-mail address
   *[address] somebody’s address
  }. The public reads the plan, so it may hold totals and functions alone. Write the row without it.
row-conflict = { $who } changed this row meanwhile. Now it says:
row-conflict-nobody = This row was changed meanwhile. Now it says:
row-conflict-yours = And you wrote:
row-gone = That row is no more.
row-removed = The row is removed.
row-kept = The row stays as it is.
row-remove-ask = Remove this row?
row-by = Changed by { $who }, { $day }.
row-by-nobody = Changed on { $day }.
table-read = Entries saved: { $count } ({ $parts }).
table-incomplete = ◐ marks those that lack something.
table-others = … and { $count } more.
table-none = I recognised no table of a plan in the file.
table-personal = Rows left out because of personal data: { $count }. The plan shows totals alone.
table-undone = Rows taken back: { $count }.

# Checks

review-title = Check: { $what }
review-blanks = Still to be filled in: { $count }.
review-clean = Nothing was found.
review-accepted = Left as it is on purpose: { $count }.
accept-ask = Why does it stay so? Write the reason for { $code }; it is kept with the plan.
accept-done = Noted. { $code } is not said of that place any more.
accept-gone = That finding is no more.
report-file = The report of the check, as a document of its own.
report-title = Report of the check: { $place }, { $period }
report-path = What is left until adoption
export-file = The plan’s document: { $name }. Blanks are marked in yellow.
button-yearly = Yearly report
yearly-file = The yearly report for { $year } (annex Е), filled from the plan. What was done and spent is left for you: blanks are marked in yellow.
export-sheet = The budget with formulas; its sums compute themselves.
export-pick = What shall I prepare?

# People, versions, adoption

people-title = These write in the plan:
people-coordinator = { $name } (coordinator)
people-nobody = Nobody writes in this plan. Take over coordination to go on.
people-invite = Members of the same municipality whom you can invite:
people-all = Everybody registered of your municipality writes in the plan already. Who registers later appears here.
people-none = Nobody else of your municipality is registered. Colleagues appear here once they are.
people-invited = { $name } can write now.
people-invitation = { $name } invites you to make the local action plan together ({ $place }). Open /plan.
people-taken = You are the plan’s coordinator now.
versions-title = Kept versions
versions-none = No versions are kept yet.
version-line = version { $number }, { $day }
version-kept = Version { $number } is kept.
version-same = Nothing has changed since that version.
version-difference = What changed since version { $number }:
version-part = { $part }: added { $added }, removed { $gone }
version-restored = Version { $number } is back. What it said before is kept as version { $kept }.
adopt-ask = Once the plan is marked as adopted it changes no more; it goes on as a revision. Has the assembly adopted it?
adopt-lacks = The plan cannot be marked as adopted yet. Missing:
adopt-done = The plan is marked as adopted.
revise-begun = A revision of the adopted plan is begun. Entries were carried over, except those on the decision, the public debate, the opinion, the statement and the adoption: a revision gets them anew.
share-on = The plan is shared with trainers.
share-off = The plan is shared with trainers no more.
only-coordinator-of-plan = Only the plan’s coordinator can do that.

# A proposed wording

button-word = Propose the wording
button-take-wording = Take it
button-leave-wording = Leave it
wording-title = A proposal: { $part }
wording-ask = Take this text, or write your own: it is kept instead.
wording-by-model = A model wrote it from what you entered; it was checked that no figure, name or law is in it that the entries do not have. Whether it means the same is for you to judge.
wording-by-rule = Put together by rule, only from what you entered.
wording-refused = Put together by rule, only from what you entered. The model’s proposal was rejected: it says “{ $refused }”, which the entries do not have.
wording-late = This proposal no longer holds. Open the entry and ask for a new one.

# Steps and groups

button-care = Who does this step
button-nobody = Nobody
care-ask = { $title }. Who will do this step? If you choose somebody else, I tell them.
care-now = This step is done by: { $name }
care-done = Noted.
care-given = In the plan ({ $place }) this step was given to you. { $title }
group-progress = Steps done: { $done } of 20.
group-step-taken = Step { $number }, { $step }: { $name }
group-private-entries = Here one sees only steps, deadlines and who does what. Write entries to me in private, by the button below.
group-no-plan = This group follows no plan yet. If the coordinator of a plan writes /plan here, I show how far it is. Entries stay private.
group-hidden = The plan is shown here no more. Its coordinator brings it back by /plan.
group-not-writing = Steps are taken by those who write in the plan. Write to me in private: /plan
group-step-yours = The step is yours.
group-step-gone = Somebody has already taken that step.
group-only-coordinator = Only the coordinator of the plan can do that.
button-take-step = I take step { $number }: { $step }
button-again = Refresh
button-hide = Do not show it here
button-write-privately = Write to me in private
