sources-title = What I have read
sources-none = I have not read any documents yet. Trainers and coordinators add the material; please look again later.
source-line = { $origin } Checked: { $date }.
source-line-undated = { $origin }
sources-count = { $count ->
    [one] { $count } document
   *[other] { $count } documents
  }
command-izvori = What I have read
command-obrasci = Forms to fill in
templates-title = Forms to fill in
templates-how = Tap a number and I will send the form as a document for Word or LibreOffice, in Serbian. Each is a proposal: the legal service has to check it before it is adopted.
templates-none = There are no forms yet. Please look again later.
template-caption = { $title }. What has to be filled in is yellow. This is a proposal: the legal service has to check it before it is adopted.
template-note = Proposed form: the legal service of the municipality or city has to check it before use.
template-gone = That form is no longer available. Look at /obrasci.
template-already = I have sent you that form already.
button-send-template = Send as a document
command-materijal = Material: versions, withdraw, bring back
command-resenja = Solutions of the exercises
solutions-title = Solutions of the exercises
solutions-how = Everybody who asks gets an exercise, for example: “an exercise on objectives”. Solutions are seen by trainers and coordinators alone. Choose an exercise:
solutions-for-staff = For trainers and coordinators only
material-title = Material
material-title-page = Material ({ $page }/{ $pages })
button-previous = ‹ Previous
button-next = Next ›
confirm-withdraw = Withdraw “{ $title }”? I will no longer answer from it. You can bring it back later.
button-withdraw-yes = Yes, withdraw
button-withdraw-no = No, keep it
material-none = The knowledge base is empty. Send a document (docx, pptx, pdf, odt, odp, xlsx, ods, html, mht, md, txt or csv) and I will look at it.
material-how = To add material, send a document to this chat. Tap a document to see its versions.
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
button-withdraw = Withdraw
button-bring-back = Bring back version { $number }
withdrawn = “{ $title }” is withdrawn: I no longer answer from it. Passages cited before can still be opened.
brought-back = “{ $title }” is in use again (version { $number }).
material-nothing = The state of that version has changed in the meantime. Look at /materijal again.
reading = Reading “{ $name }”…
reading-waits = “{ $name }” is waiting for its turn: I am reading another document. There is no need to send it again.
reading-pages = Reading “{ $name }”: { $page }/{ $pages } pages…
upload-title = Read: { $title }
upload-format = { $format }, { $language ->
    [sr] in Serbian
   *[en] in English
  }
upload-pages-page = { $count ->
    [one] { $count } page
   *[other] { $count } pages
  }
upload-pages-slide = { $count ->
    [one] { $count } slide
   *[other] { $count } slides
  }
upload-pages-sheet = { $count ->
    [one] { $count } sheet
   *[other] { $count } sheets
  }
upload-headings = { $count ->
    [one] { $count } heading
   *[other] { $count } headings
  }
upload-passages = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
  }
upload-unread = Not read:
unread-images = { $count ->
    [1] image
   *[other] images ({ $count })
  }
unread-charts = { $count ->
    [1] chart
   *[other] charts ({ $count })
  }
unread-diagrams = { $count ->
    [1] diagram
   *[other] diagrams ({ $count })
  }
unread-objects = { $count ->
    [1] embedded object
   *[other] embedded objects ({ $count })
  }
unread-formulas = { $count ->
    [1] formula
   *[other] formulas ({ $count })
  }
unread-comments = { $count ->
    [1] comment
   *[other] comments ({ $count })
  }
unread-pages-without-text = { $count ->
    [1] page without text
   *[other] pages without text ({ $count })
  }
unread-damaged-pages = { $count ->
    [1] damaged page
   *[other] damaged pages ({ $count })
  }
unread-hidden-slides = { $count ->
    [1] hidden slide
   *[other] hidden slides ({ $count })
  }
unread-hidden-sheets = { $count ->
    [1] hidden sheet
   *[other] hidden sheets ({ $count })
  }
unread-hidden-rows = { $count ->
    [1] hidden row
   *[other] hidden rows ({ $count })
  }
unread-hidden-columns = { $count ->
    [1] hidden column
   *[other] hidden columns ({ $count })
  }
unread-hidden-text = { $count ->
    [1] hidden text
   *[other] hidden texts ({ $count })
  }
unread-letters = { $count ->
    [1] a letter that its font does not name
   *[other] letters that their font does not name ({ $count })
  }
unread-running-text = { $count ->
    [1] a header or footer of pages
   *[other] headers and footers of pages ({ $count })
  }
unread-at-pages = p. { $numbers }
unread-at-slides = { $count ->
    [1] slide { $numbers }
   *[other] slides { $numbers }
  }
unread-at-sheet = sheet { $number } (“{ $name }”)
unread-at-cells = { $sheet }, { $count ->
    [1] cell { $cells }
   *[other] cells { $cells }
  }
unread-at-heading = below “{ $heading }”
unread-more = and more: { $count }
outline-title = Headings: { $count }
outline-tables = { $count ->
    [one] { $count } table
   *[other] { $count } tables
  }
outline-more = and more headings: { $count }
upload-samples = What the passages look like
proposing = “{ $name }” is read. Thinking how people will ask about it…
ways-found = Questions proposed by which passages will be found: { $proposed }, kept: { $kept } (passages looked at: { $passages }). Only those are kept by which I found that very passage.
ways-slow = There was no time for the others; they can be published without.
ways-failed = I could get no more proposals; the document can be published without them.
ways-long = The document is long, so there are proposals for its beginning only.
ways-title = How people will ask (a model’s proposal)
ways-more = and more: { $count }
button-drop-ways = Without the proposed questions
upload-ask = Publish it? Until you do, nobody sees this document and no answer comes from it.
people-list = This looks like a list of people:
people-export = This is a list of participants that I made myself:
people-persons = names: { $count }
people-phones = telephones: { $count }
people-emails = e-mails: { $count }
people-personal-numbers = personal numbers (JMBG): { $count }
people-addresses = addresses: { $count }
people-who-decides = Whatever is published can be read by everybody who writes to me. So only a coordinator publishes a list of people, and writes why.
people-ask-trainer = If these people are invited to a session, import them as sign-ups. If it was sent by mistake, discard it. If everybody is to have it all the same, a coordinator has to confirm.
people-ask-coordinator = If these people are invited to a session, import them as sign-ups. If it was sent by mistake, discard it. If everybody is to have it all the same, I will ask you why.
button-ask-coordinators = Ask the coordinators
button-publish-anyway = Publish it anyway…
people-asked = I have asked the coordinators. Until they decide, the document is not published.
people-nobody-to-ask = There is no coordinator to ask, so the document is not published.
people-request = { $name } proposes to publish “{ $title }” (file: { $file }).
people-ask-why = Write in one sentence why everybody may read the list “{ $title }”. The reason stays in the record of what staff do.
people-reason-length = The reason should have { $least } to { $most } characters. Write it again, or send /otkazi.
people-sure = Are you sure that everybody should have “{ $title }”?
people-reason = Reason: { $reason }
button-publish-list = Yes, publish the list
button-keep-out = Do not publish
people-kept-out = Very well, nothing is published.
people-found = I have found lists of people in the published material:
people-found-more = and more: { $count }
people-found-what = Whatever is published can be read by everybody who writes to me. Open the document and withdraw it if it was not meant for everybody.
people-offices = It has contact details ({ $seen }), but no list of people was recognised. Contacts of institutions may be published.
button-publish = Publish
button-replace = Replace: { $title }
button-import-people = Import as sign-ups for a session
button-discard = Discard
published = “{ $title }” is published (version { $number }), { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
  }. You can already ask about it.
discarded = The document is discarded. The material is unchanged.
already-decided = This document has already been decided on. See /materijal.
no-such-source = The document to be replaced is no longer available. Publish this one as new, or see /materijal.
twin = This document is already published: “{ $title }”, version { $number } ({ $date }). Nothing was changed.
refused-too-large = “{ $name }” is larger than { $most } MB, the most I can download. Split it into smaller parts and send each one.
refused-too-many-pages = “{ $name }” has too many pages. Split it into smaller parts and send each one.
refused-unpacks-too-large = The content of “{ $name }” is too large once unpacked, so I do not read it. Save it again or send the text only.
refused-too-slow = Reading “{ $name }” takes too long. Split it into smaller parts and send each one.
refused-encrypted = “{ $name }” is protected by a password. Save it without one and send it again.
refused-damaged = “{ $name }” is damaged and cannot be read. Open it on a computer, save it again and send it.
refused-scanned = “{ $name }” has only pictures of pages, no text. Send a version with text, or run text recognition (OCR) first.
refused-empty = “{ $name }” has no text. Check that it is the right document and send it again.
refused-unknown-format = I do not know the format of “{ $name }”. I read docx, pptx, pdf, odt, odp, xlsx, ods, html, mht, md, txt and csv: save it in one of these and send it again.
refused-old-format = “{ $name }” is in an old format. Open it in Word, Excel or PowerPoint, choose “Save as” and the type docx, xlsx or pptx, and send it again.
refused-binary-workbook = “{ $name }” is a binary workbook (xlsb), which I do not read. In Excel choose “Save as” and the type “Excel workbook (*.xlsx)”, and send it again.
refused-macros = “{ $name }” contains macros, so I do not open it. Save it without macros (docx, pptx or xlsx) and send it again.
refused-download = I could not download “{ $name }”. Please send it again in a few minutes.
