list-ahead = Предстојеће обуке
list-past = Одржане обуке
list-none = Овде још нема ниједне обуке.
to-past = Одржане обуке: { $count }
to-ahead = Предстојеће обуке: { $count }
tile-places = { $taken } од { $capacity } места
tile-waiting = чека: { $count }
tile-requested = тражи одобрење: { $count }
