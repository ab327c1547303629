sources-title = What I have read
sources-none = The knowledge base is empty. Load the material and look again.
source-line = { $origin } Checked: { $date }.
source-line-undated = { $origin }
sources-count = { $count ->
    [one] { $count } document
   *[other] { $count } documents
  }
command-izvori = What I have read
