# Why a finding is a fault

why-e1 = The period { $of ->
    [cover] on the cover
    [decision] in the decision to start
    [budget] in the budget
   *[objectives] in the objectives
  } is { $here }, while the plan’s is { $plan }. It must be the same everywhere.
repair-e1 = Example: the decision, the cover, the objectives and the columns of the budget all say “2027–2031”; if the decision was taken for another period, the assembly changes it before the plan is adopted.
why-e2-no-general = There is no general objective. A plan has exactly one, and the specific objectives lead to it.
why-e2-generals = There are { $count } general objectives where there should be one: all specific objectives lead to the same change.
why-e2-column = No specific objective has { $part ->
    [indicator] an indicator
    [baseline] a baseline
    [baselineYear] a year of its baseline
    [target] a target
    [targetYear] a year of its target
   *[source] a source of verification
  }, so nobody can check whether they were reached.
why-e2-lacks = The objective “{ $objective }” has no { $part ->
    [indicator] indicator
    [baseline] baseline
    [baselineYear] year of its baseline
    [target] target
    [targetYear] year of its target
   *[source] source of verification
  }. Without it a specific objective cannot be measured.
repair-e2 = Example: “By the end of 2029 at least 20 IDP families have moved into a durable housing solution”; baseline 0 (2025), target 20 (2029), source: the trustee’s records.
why-e3-same = The target of “{ $name }” is the same as its baseline ({ $value }), so the plan changes nothing there.
why-e3-year = The year of the target of “{ $name }” is { $year }, while the plan runs { $plan }.
repair-e3 = Example: baseline 34 families (2025), target 14 families (2031), if the plan runs 2027–2031.
why-alike = The same holds for { $more } more of the { $of } rows of this table. If it does stand in the document, I may have misread it: see what the column is called.
why-e4-column = No activity has { $part ->
    [measure] a measure
    [holder] a holder
    [term] a time from–to
    [indicator] an indicator
    [cost] a cost
    [funds] a source of funds
   *[verification] a source of verification
  }.
why-e4-lacks = The activity “{ $activity }” has no { $part ->
    [measure] measure
    [holder] holder
    [term] time from–to
    [indicator] indicator
    [cost] cost
    [funds] source of funds
   *[verification] source of verification
  }.
repair-e4 = Example of a row: measure 1.1 · purchase of 12 village houses · Department for Social Affairs · Q2 2027 – Q4 2028 · families moved in, 0 → 12 · hand-over records · 25,200,000 · KIRS and the municipal budget · IDPs.
why-e5-price = “{ $name }”: quantity times price is { $sum }, but it says { $total }.
why-e5-years = “{ $name }”: the years come to { $sum }, but the total says { $total }.
why-e5-sources = “{ $name }”: the sources come to { $sum }, but the cost is { $total }.
why-e5-scores = “{ $name }”: the scores come to { $sum }, but it says { $total }.
why-e5-column = Row of totals, column “{ $column }”: the rows come to { $sum }, but it says { $total }.
why-e5-activity = “{ $name }”: the table of activities says { $cost }, the budget { $total }.
why-e5-sums = “{ $name }”: the sum says { $total }, but the budget’s items come to { $sum }.
why-e5-year = The year { $year } lies outside of the plan’s period ({ $plan }).
repair-e5 = Example: 12 houses × 2,100,000 = 25,200,000; the municipality 2,520,000 and KIRS 22,680,000 of it; the row of totals is the sum of the rows above.
why-e6-nowhere = The activity “{ $activity }” belongs to “{ $said }”, and there is no such specific objective.
why-e6-empty = The objective “{ $objective }” has no activity.
repair-e6 = Example: objective 2 → measure 2.1 → activities 2.1.1 and 2.1.2; where nothing is to be done for an objective, it is left out.
why-e7-need = The category “{ $category }” is present, but is not among the needs, and no reason is given.
why-e7-both = The category “{ $category }” is present, but is neither among the needs nor among the activities, and no reason is given.
why-e7-activity = The category “{ $category }” is present, but there is no activity for it, and no reason is given.
repair-e7 = Example: add a need and at least one activity, or write the reason: “covered by measures of social protection, decision no. …”.
why-e8 = Here stands { $kind ->
    [jmbg] a number of thirteen digits, as personal numbers are
    [phone] a telephone number
    [email] an e-mail address
   *[address] somebody’s address
  }. A plan may show totals only.
repair-e8 = Example: instead of names and addresses write “12 families in unfit housing”; the contact of the public debate is an office, not a person.
why-e9 = The plan is marked as adopted, but this is not recorded: { $part ->
    [decision] the assembly’s decision
    [dateAndNumber] the date and the number of the assembly’s decision
    [date] the date of the assembly’s decision
    [number] the number of the assembly’s decision
    [opinion] the opinion of the Council for Migration
   *[statement] the finance statement
  }.
lack-e9 = { $part ->
    [decision] the assembly’s decision
    [later] the day of the assembly’s decision: it is still to come
    [dateAndNumber] the date and the number of the assembly’s decision
    [date] the date of the assembly’s decision
    [number] the number of the assembly’s decision
    [opinion] the opinion of the Council for Migration
   *[statement] the finance statement
  }
repair-e9 = Example: “The assembly adopted the plan by decision no. 06-12/2026 of 15 December 2026”; the Council’s opinion and the finance department’s statement go with it.
why-w1-many = There are { $count } specific objectives. More than eight are hard to follow.
why-w1-few = Specific objectives: { $count }. Usually there are three to six, one for each priority group or area.
repair-w1 = Example: join objectives that have the same group and indicator, and make measures of the others.
why-w2-holder = The holder of “{ $activity }” is “{ $holder }”, so nobody in particular answers for it.
why-w2-term = The time of “{ $activity }” is “{ $term }”, so nobody knows when it begins and ends.
repair-w2 = Example: holder “Department for Social Affairs”, time “Q2 2027 – Q4 2028”.
why-w3-activity = The objective “{ $objective }” begins as an activity. An objective says what will change, not what will be done.
why-w3-vague = The objective “{ $objective }” has nothing that one could count.
repair-w3 = Example: instead of “organise trainings” write “by 2031, 25 people of the target groups are employed (baseline 0, 2026)”.
why-w4-percent = “{ $indicator }”: the percentage has no total, so nobody knows of how many.
why-w4-meetings = “{ $indicator }”: only meetings are counted, not what changed for people.
repair-w4 = Example: “share of families in unfit housing: from 40 % (34 of 85) to 25 % (21 of 85)”.
why-w5-year = “{ $name }”: the figure has no year.
why-w5-source = “{ $name }”: the figure has no source.
why-w5-old = “{ $name }”: the figure is of { $year }, older than three years.
why-w5-estimate = “{ $name }”: it cannot be seen whether the figure is an estimate.
why-w5-column = The table has no { $part ->
    [year] year
   *[source] source
  } for any figure.
repair-w5 = Example: “34 families, 2026, the trustee’s records”; an estimate is marked with “yes” and says how it was made.
why-w6 = { $figure } ({ $category }): so small a number can show who is meant.
repair-w6 = Example: “fewer than 5”, or merge it with a similar category.
why-w7-box = { $box ->
    [strengths] Strengths
    [weaknesses] Weaknesses
    [opportunities] Opportunities
   *[threats] Threats
  }: { $count ->
    [one] { $count } item
   *[other] { $count } items
  }. A box has four to six.
why-w7-figure = “{ $item }”: the item has no figure behind it.
why-w7-figures = Items without a figure: { $count }. Each rests on a figure of the analysis.
why-w7-conclusions = Conclusions of the SWOT: { $count }. There should be three to five, for objectives begin with them.
repair-w7 = Example: “weakness: no social housing · figure: 0 flats, 34 families waiting (2026)”.
why-w8-share = “{ $activity }”: the own share is { $percent } %. Calls have asked for at least 5 %: check the call.
why-w8-nothing = All money is planned, and none is secured in the municipal budget.
repair-w8 = Example: 10 % of the cost secured in the municipal budget, with its line; how much exactly is asked stands in the current call.
why-w9-ends = “{ $name }” runs until { $until }, the plan until { $plan }.
why-w9-decree = The decree 8/2019 is cited. In 2025 a new decree on drafting public-policy documents was published (20/2025).
repair-w9 = Example: cite the document in force, or write that the plan will be revised when the next one is adopted.
why-w10 = “{ $need }” is a solution, not a need.
repair-w10 = Example: instead of “they need a house” write “12 families live in unfit housing”.
why-w11 = There are no data by sex.
why-w11-row = The category “{ $category }” has no data by sex, while others have.
repair-w11 = Example: beside the number of persons say how many are women, for each category.
why-w12-meetings = Meetings a year: { $count }. The Council meets at least twice.
why-w12-nobody = No coordinator of the implementation is named, by function.
why-w12-several = There are { $count } coordinators. One should answer for it.
why-w12-report = There is no deadline for the yearly report.
repair-w12 = Example: “the coordinator is the head of the Department for Social Affairs; the Council meets in March and September; the report is due by 31 March”.
why-w13-short = The public debate lasts { $days ->
    [one] { $days } day
   *[other] { $days } days
  }. 15–20 days are common.
why-w13-holidays = The public debate falls into the holidays (25 December – 10 January), when few people read drafts.
why-w13-report = There is no report on the public debate.
why-w13-comment = The comment “{ $comment }” has no answer with a reason.
repair-w13 = Example: a debate from 15 February to 5 March; for each comment it says whether it was accepted, and why.
why-w14-late = The plan was adopted on { $date }, but its period begins with { $from }: part of it had passed without a plan.
why-w14-planned = The plan is to be adopted on { $date }, but its period begins with { $from }: part of it will have passed without a plan.
why-w14-gap = The previous plan ended in { $until } and the new one begins in { $from }: between them there is none.
repair-w14 = Example: a plan for 2027–2031 is adopted before the end of 2026; if a year was missed, the introduction says why.
why-w15 = This was left blank or comes from the template: “{ $left }”.
repair-w15 = Example: instead of “Municipality/City” it says “the municipality of Novi Grad”; blanks are filled, or the sentence goes.
why-w16-text = The price is more than a year old: “{ $price }”.
why-w16 = “{ $activity }”: the price is more than a year old ({ $price }).
repair-w16 = Example: “offer of March 2026”; ask for a new offer, or take the price of the latest purchase.
why-w17 = The working group has { $part ->
    [finance] nobody from finance
    [people] nobody from the target groups
    [association] nobody from an association
   *[substitutes] no substitutes
  }.
repair-w17 = Example: the head of finance, somebody from the association of displaced persons, and a substitute for each member.
why-h1 = Not a word is said of a new theme: { $theme ->
    [workers] economic migration
    [diaspora] the diaspora
    [trafficking] human trafficking
   *[demography] departure of inhabitants and demography
  }.
repair-h1 = Example: one sentence is enough: “human trafficking: no case was identified in 2026, source: the Centre for the Protection of Victims”.
why-h2-none = No objective is linked to the development plan, neither in the table of objectives nor in the annex on alignment.
why-h2 = The objective “{ $objective }” has no link to a goal of the development plan.
repair-h2 = Example: “development plan, priority goal 2.1”.
why-h3 = The analysis is { $times } times as long as the budget and the monitoring together.
repair-h3 = Example: shorten the geography, and say in budget and monitoring who, how much, when and from where.
why-h4 = The activity “{ $activity }” may lie outside of the municipality’s powers.
repair-h4 = Example: the municipality helps with the application, and a state body decides on it.

# Where

where-plan = the plan as a whole
where-table = table “{ $title }”
where-row = row { $number }
where-row-named = row { $number } (“{ $label }”)
where-column = column “{ $column }”

# What was read

checked-read = Read: objectives { $objectives }, activities { $activities }, budget items { $budget }.
checked-nothing = Nothing was found.
unread-title = Not recognised, and so not checked:
unread-table = the table “{ $heads }” ({ $where })
unread-column = the column “{ $column }” in the table “{ $title }”

# In the chat

command-proveri = Check a draft LAP
check-send = Send the draft of the plan as a document (DOCX is best). I will check it against the method and return the findings.
check-offer = I got a document. If it is the draft of a plan, I can check it against the method.
button-check = Check the plan
check-waits = The document is waiting its turn…
check-reading = Reading and checking the plan…
checked-title = Check: { $name }
checked-no-plan = I recognised no table of objectives, activities or budget. Only what was read has been checked.
checked-errors = Errors: { $count }
checked-warnings = Warnings: { $count }
checked-hints = Suggestions: { $count }
checked-more = { $count } more; all findings are in the document with comments.
checked-file = The same document, with the findings as comments in their places.
checked-not-kept = This is a check against good practice, not a rule of law. I have not kept the document.
comment-author = LAP Savetnik
