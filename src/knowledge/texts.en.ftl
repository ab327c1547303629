sources-title = What I have read
sources-none = The knowledge base is empty. Load the material and look again.
source-line = { $origin } Checked: { $date }.
source-line-undated = { $origin }
sources-count = { $count ->
    [one] { $count } document
   *[other] { $count } documents
  }
command-izvori = What I have read
command-materijal = Material: versions, withdraw, bring back
material-title = Material
material-none = The knowledge base is empty. Send a document (docx, pptx, pdf, odt, odp, xlsx, ods, html, md, txt or csv) and I will look at it.
material-how = For new material, send a document to this chat. Tap a document for its versions.
material-from-folder = from the folder
material-version = version { $number }
material-by = { $name }, { $date }
material-withdrawn = withdrawn
material-cited = { $count ->
    [0] not cited
    [one] cited once
   *[other] cited { $count } times
  }
material-state-published = in use
material-state-replaced = replaced
material-state-withdrawn = withdrawn
material-state-draft = draft
material-state-discarded = discarded
button-withdraw = Withdraw
button-bring-back = Bring back version { $number }
withdrawn = “{ $title }” is withdrawn: it answers no questions any more. Passages cited before still open.
brought-back = “{ $title }” is in use again (version { $number }).
material-nothing = That version is no longer as it was. Look at /materijal again.
reading = Reading “{ $name }”…
draft-title = Read: { $title }
draft-format = { $format }, { $language ->
    [sr] in Serbian
   *[en] in English
  }
draft-pages-page = { $count ->
    [one] { $count } page
   *[other] { $count } pages
  }
draft-pages-slide = { $count ->
    [one] { $count } slide
   *[other] { $count } slides
  }
draft-pages-sheet = { $count ->
    [one] { $count } sheet
   *[other] { $count } sheets
  }
draft-headings = { $count ->
    [one] { $count } heading
   *[other] { $count } headings
  }
draft-passages = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
  }
draft-unread = Not read:
unread-images = images: { $count }
unread-charts = charts: { $count }
unread-objects = embedded objects: { $count }
unread-formulas = formulas: { $count }
unread-pages-without-text = pages without text: { $count }
unread-damaged-pages = damaged pages: { $count }
unread-hidden-slides = hidden slides: { $count }
unread-hidden-sheets = hidden sheets: { $count }
draft-samples = What the passages look like
draft-ask = Publish it? Until you do, nobody sees this document and no answer comes from it.
button-publish = Publish
button-replace = Replace: { $title }
button-discard = Discard
published = “{ $title }” is published (version { $number }), { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
  }. You can ask already.
discarded = The document is discarded. The material is unchanged.
not-a-draft = This document has been decided on already. See /materijal.
no-such-source = The document to replace is not available any more. Publish this one as new, or see /materijal.
twin = This document is published already: “{ $title }”, version { $number } of { $date }. Nothing was changed.
refused-too-large = “{ $name }” is larger than { $most } MB, the most I can download. Split it into smaller parts.
refused-too-many-pages = “{ $name }” has too many pages. Split it into smaller parts.
refused-unpacks-too-large = “{ $name }” unpacks to too much, so I do not read it. Save it again or send the text only.
refused-too-slow = Reading “{ $name }” takes too long. Split it into smaller parts.
refused-encrypted = “{ $name }” is protected by a password. Save it without one and send it again.
refused-damaged = “{ $name }” is damaged and cannot be read. Open it on a computer, save it again and send it.
refused-scanned = “{ $name }” has only pictures of pages, no text. Send a version with text, or run text recognition (OCR) first.
refused-empty = “{ $name }” has no text.
refused-unknown-format = I do not know the format of “{ $name }”. I read docx, pptx, pdf, odt, odp, xlsx, ods, html, md, txt and csv.
refused-old-format = “{ $name }” is in an old format. Save it as docx, pptx or xlsx and send it again.
refused-macros = “{ $name }” contains macros, so I do not open it. Save it without macros (docx, pptx or xlsx) and send it again.
refused-download = I could not download “{ $name }”. Please send it again in a few minutes.
