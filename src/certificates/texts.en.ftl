# On paper
paper-title = Certificate
paper-subtitle = of attendance
paper-name = Name
paper-training = Training
paper-module = Module
paper-attended = Attended
paper-attended-value = { $dates } ({ $days } of { $of ->
    [one] { $of } day
   *[other] { $of } days
  })
paper-hours = In total
paper-place = Place
paper-issued = Issued on
paper-issuer = Issued by
paper-number = Certificate number
paper-check-page = Whether it is valid can be checked with the code beside this text, or by its number on { $page }. The page shows everything that is written here.
paper-check-bot = Whether it is valid can be checked with the code beside this text, or in Telegram with @{ $bot }, by the message “verify { $number }”. The answer shows everything that is written here.
paper-electronic = Issued electronically, and valid without stamp and signature.
hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
  }
minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }
hours-and-minutes = { $hours } and { $minutes }
