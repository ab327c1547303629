title = Материјал
find = Наслов
count = Извора: { $count }
none = Нема извора са тим насловом.
how = Документ који пошаљете боту у разговору постаје нови извор; пре тога видите шта је из њега прочитано.
text = Шта у њему пише
withdraw = Повуци из употребе
withdraw-says = Одговори више неће наводити овај извор. Може да се врати у употребу.
withdraw-yes = Да, повуци
done-before = То је већ урађено. Овако је сада.
bring-back = Врати у употребу верзију { $number }
quoted = Шта одговори наводе из овог извора
quoted-times = { $count ->
    [one] наведено { $count } пут
   *[other] наведено { $count } пута
  }
quoted-disliked = од тога није помогло: { $count }
compare = Шта се променило
compare-show = Упореди
compare-none = Између ове две верзије нема разлике.
compare-count = Измењено: { $count }. Исто: { $same }.
version = Верзија { $number }
side-before = Раније
side-after = Касније
change-gone = изостављено
change-added = додато
change-changed = измењено
no-heading = Без наслова
