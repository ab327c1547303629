attendance-title = Присуство: { $title }
attendance-none = На овој обуци нико нема место. Ако је неко дошао ван списка, додајте га.
attendance-counts = Ту су: { $there }. Нису ту: { $absent }. Није означено: { $unknown }.
attendance-how = Изаберите шта бележите, па додирујте имена. Погрешан додир можете да поништите.
attendance-early = Присуство за овај дан бележи се од { $from }.
attendance-cancelled = Обука је отказана, па присуства нема.
attendance-no-day = Обука се тог дана више не одржава. Ево дана који важе.
attendance-all-noted = Сви су већ означени.
attendance-same = Већ је тако означено.
attendance-all-done = { $count ->
    [one] Означена је { $count } особа.
    [few] Означене су { $count } особе.
   *[other] Означено је { $count } особа.
  }
attendance-undone = { $count ->
    [0] То је већ поништено.
    [one] Поништено за { $count } особу.
   *[other] Поништено за { $count } особе.
  }
attendance-not-in-it = Та особа нема место на обуци. Додајте је као некога ван списка.
mode-present = Ту је
mode-late = Касни
mode-left = Иде раније
mode-absent = Није ту
mode-chosen = ● { $mode }
person-present = ✓ { $name }
person-late = ✓ { $name } (касни)
person-late-from = ✓ { $name } (од { $from })
person-left = ✓ { $name } (иде раније)
person-left-to = ✓ { $name } (до { $to })
person-left-between = ✓ { $name } ({ $from }–{ $to })
person-absent = ✗ { $name }
person-unknown = – { $name }
button-all-rest = Сви неозначени: { $mode }
button-undo = Поништи последње
button-walk-in = Неко ван списка
button-before = ‹ Претходни
button-after = Следећи ›
button-attendance = Присуство
ask-correction = { $name }, { $day }: бележите „{ $mode }“ за дан који је прошао. Напишите зашто исправљате; разлог остаје у евиденцији.
reason-signed = потписан лист за тај дан
reason-mistake = погрешно означено
ask-walk-in = Ко је дошао ван списка? Напишите име и презиме (или део) особе која је већ писала боту и оставила податке. Ко још није, нека скенира код за пријаву присуства и каже ко је.
found-title = Ко је од њих дошао?
found-many = Нашао сам их више; ово су први. Напишите и презиме да бих сузио избор.
found-none = Нисам нашао никога ко се зове „{ $text }“. Проверите како се пише, напишите друго име, или упишите особу без Телеграма дугметом.
ask-walk-in-reason = Зашто уписујете особу ван списка: { $name }? Напишите разлог; остаје у евиденцији.
reason-instead = замена за колегу или колегиницу
reason-invited = накнадни позив
walk-in-done = { $name }: место и присуство су уписани.
walk-in-there = { $name }: присуство је већ уписано.
walk-in-incomplete = Још није наведено из које је општине { $name }. То може да се допуни у /mojipodaci.
reason-empty = Напишите разлог речима, бар неколико слова.
reason-long = Разлог има превише знакова: { $length }, а може највише { $most }. Скратите га.
own-line = Присуство: { $days } од { $of ->
    [one] { $of } дана
   *[other] { $of } дана
  }, { $hours }.
own-away = Нисте били на обуци.
own-missing = Није забележено: { $days }.
hours = { $hours ->
    [0] { $minutes } мин
    [one] { $hours } сат{ $minutes ->
        [0] {""}
       *[other] {" "}{ $minutes } мин
      }
    [few] { $hours } сата{ $minutes ->
        [0] {""}
       *[other] {" "}{ $minutes } мин
      }
   *[other] { $hours } сати{ $minutes ->
        [0] {""}
       *[other] {" "}{ $minutes } мин
      }
  }
erased-person = обрисани подаци
button-show-code = Код за пријаву присуства
button-show-again = Прикажи поново
button-stop-code = Заустави
code-title = Пријава присуства: { $title }
code-how = Скенирајте квадрат телефоном или пошаљите боту шест цифара. Код се мења сваких пола минута, а слика се сама освежава пет минута.
code-early = Пријава почиње: { $from }. Дотле код још не важи.
code-ended = Овај код се више не мења и ускоро престаје да важи.
code-hint = Или пошаљите цифре: { $bot }
code-too-early = Још је рано: пријава присуства за овај дан почиње { $from }, а код може да се прикаже сат раније.
code-over = Тај дан обуке је завршен, па се код више не приказује. Присуство можете да означите на списку.
check-in-noted = Забележено: присутни сте на обуци „{ $title }“, { $day }. Своје присуство видите у /moje
check-in-late = Забележено: стигли сте на обуку „{ $title }“, { $day }, после почетка. Своје присуство видите у /moje
check-in-already = Већ сте пријавили присуство на обуци „{ $title }“, { $day }. Ако нешто није у реду, јавите се тренеру.
check-in-over = Тај код је за обуку „{ $title }“, { $day }, а тај дан је завршен. Ако сте били, јавите се тренеру: може да допише присуство.
check-in-expired = Тај код за обуку „{ $title }“, { $day }, више не важи: сваки важи највише минут. Унесите онај који је сада на екрану у сали.
check-in-not-in-it = Тај код је за обуку „{ $title }“, { $day }, а Ви на њој немате место. Ако сте у сали, јавите се тренеру: може да Вас упише.
check-in-early = Још је рано: присуство на обуци „{ $title }“ пријављује се од: { $from }. Тада унесите код који буде на екрану.
check-in-cancelled = Обука „{ $title }“ је отказана.
check-in-unknown = Тај код не важи. Препишите шест цифара са екрана у сали; мењају се сваких пола минута.
sheet-title = Лист за потпис
sheet-facts = { $day }, { $hours } · { $place }
sheet-number = Бр.
sheet-name = Име и презиме
sheet-municipality = Јединица локалне самоуправе
sheet-signature = Потпис
sheet-trainer = Тренер: ______________________________
sheet-page = страна { $page } од { $pages }
badges-title = Беџеви: { $title }
signs-title = Таблице за сто: { $title }
button-sheet = Лист за потпис
button-badges = Беџеви
button-signs = Таблице за сто
papers-none = Још нико нема место, па нема ни имена за штампу.
papers-file-sheet = potpisi-{ $id }
papers-file-badges = bedzevi-{ $id }
papers-file-signs = tablice-{ $id }
papers-sheet = Лист за потпис, { $day }: { $count ->
    [one] { $count } име
    [few] { $count } имена
   *[other] { $count } имена
  }, с празним редовима. Штампа се на А4, положено.
papers-badges = Беџеви (90 × 54 мм), по десет на страни А4.
papers-signs = Таблице за сто: страна А4 по особи, положено, савија се по средини.
