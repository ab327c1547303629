command-podsetnici = Подсетници обуке
command-obavestenja = Која обавештења желите
before-title = { $when ->
    [days] { $days ->
        [one] Подсећање: обука је за { $days } дан
       *[other] Подсећање: обука је за { $days } дана
      }
    [tomorrow] Подсећање: обука је сутра
    [today] Подсећање: обука је данас
   *[soon] Подсећање: обука ускоро почиње
  }
when-line = Када: 
place-line = Где: { $place }
note-line = Понесите: { $note }
why-confirmed = Подсећам Вас јер имате потврђено место.
coming-question = Долазите ли?
button-coming = Долазим
button-not-coming = Не долазим
coming-thanks = Хвала! Забележено је да долазите.
coming-gone = За ту обуку више немате потврђено место.
line-title = И даље сте на листи чекања
line-text = Обука „{ $title }“ почиње { $when }. У реду сте { $position }. Чим се ослободи место на које имате право, јавићу Вам. Ако више не желите да чекате, одјавите се: /moje
line-text-offered = Обука „{ $title }“ почиње { $when }, а Вама је понуђено место. Потврдите га или одбијте у поруци са понудом, или овде: /moje
why-line = Јављам Вам јер чекате на место.
deadline-title = Пријаве се ускоро затварају
deadline-text = За обуку „{ $title }“ можете се пријавити до { $until }.
why-deadline = Јављам Вам јер сте изабрали да Вас подсећам на рокове за пријаву: /obavestenja
button-see-session = Погледајте обуку
thanks-title = Хвала што сте учествовали
thanks-text = Хвала Вам на учешћу у обуци „{ $title }“. Материјал о којем је било речи увек Вам је при руци: само поставите питање. Шта сам све прочитао: /izvori
why-thanks = Јављам Вам јер сте били на списку учесника.
choices-title = Шта желите да Вам јављам?
choices-text = Притисните да укључите или искључите. Измену или отказивање обуке на коју сте пријављени јављам увек.
choice-reminders = Подсећања на обуке на које сам пријављен/а
choice-news = Вести и поруке тима за обуке
choice-deadlines = Рокови за пријаву на нове обуке
plan-pick = За коју обуку?
plan-none = Нема обука које тек долазе.
plan-title = Подсетници: { $title }
plan-line = { $on ->
    [yes] ✓
   *[no] ✗
  } { $what } – { $when }
plan-line-sent = Послато ({ $people }): { $what }
plan-line-late = Није послато, време је прошло: { $what }
lead = { $anchor ->
    [start] { $lead } пре почетка
    [end] { $lead } после завршетка
   *[sign-up-deadline] { $lead } пре рока за пријаву
  }
lead-days = { $days ->
    [one] { $days } дан
   *[other] { $days } дана
  }
lead-hours = { $hours ->
    [one] { $hours } сат
    [few] { $hours } сата
   *[other] { $hours } сати
  }
plan-note = Понети: { $note }
plan-no-note = Шта понети: није уписано
plan-coming = Потврдили су да долазе: { $coming } од { $confirmed }
plan-text = Притисните подсетник да га укључите или искључите.
button-add = Додај подсетник
button-note = Упиши шта понети
add-pick = Кад још да подсетим?
ask-note = Упишите шта учесници треба да понесу, на пример: „личну карту, нацрт плана на рачунару“. Највише 300 знакова. Да обришете, упишите цртицу (-).
note-too-long = Текст има { $length } знакова, а може највише 300. Скратите га.
session-gone = Те обуке више нема.
