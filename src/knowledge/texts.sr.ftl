sources-title = Шта сам прочитао
sources-none = База знања је празна. Покрените учитавање материјала и проверите поново.
source-line = { $origin } Проверено: { $date }.
source-line-undated = { $origin }
sources-count = { $count ->
    [one] { $count } документ
    [few] { $count } документа
   *[other] { $count } докумената
  }
command-izvori = Шта сам прочитао
