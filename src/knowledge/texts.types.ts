// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'sources-title': null
  'sources-none': null
  'source-line': { origin: string | number; date: string | number }
  'source-line-undated': { origin: string | number }
  'sources-count': { count: number }
  'command-izvori': null
  'command-obrasci': null
  'templates-title': null
  'templates-how': null
  'templates-none': null
  'template-caption': { title: string | number }
  'template-note': null
  'template-gone': null
  'template-already': null
  'button-send-template': null
  'command-materijal': null
  'command-resenja': null
  'solutions-title': null
  'solutions-how': null
  'solutions-for-staff': null
  'material-title': null
  'material-title-page': { page: string | number; pages: string | number }
  'button-previous': null
  'button-next': null
  'confirm-withdraw': { title: string | number }
  'button-withdraw-yes': null
  'button-withdraw-no': null
  'material-none': null
  'material-how': null
  'material-from-folder': null
  'material-version': { number: string | number }
  'material-by': { name: string | number; date: string | number }
  'material-withdrawn': null
  'material-cited': { count: number }
  'material-state-published': null
  'material-state-replaced': null
  'material-state-withdrawn': null
  'button-withdraw': null
  'button-bring-back': { number: string | number }
  withdrawn: { title: string | number }
  'brought-back': { title: string | number; number: string | number }
  'material-nothing': null
  reading: { name: string | number }
  'reading-waits': { name: string | number }
  'reading-pages': { name: string | number; page: string | number; pages: string | number }
  'upload-title': { title: string | number }
  'upload-format': { format: string | number; language: string }
  'upload-pages-page': { count: number }
  'upload-pages-slide': { count: number }
  'upload-pages-sheet': { count: number }
  'upload-headings': { count: number }
  'upload-passages': { count: number }
  'upload-unread': null
  'unread-images': { count: number }
  'unread-charts': { count: number }
  'unread-diagrams': { count: number }
  'unread-objects': { count: number }
  'unread-formulas': { count: number }
  'unread-comments': { count: number }
  'unread-pages-without-text': { count: number }
  'unread-damaged-pages': { count: number }
  'unread-hidden-slides': { count: number }
  'unread-hidden-sheets': { count: number }
  'unread-hidden-rows': { count: number }
  'unread-hidden-columns': { count: number }
  'unread-hidden-text': { count: number }
  'unread-letters': { count: number }
  'unread-running-text': { count: number }
  'unread-at-pages': { numbers: string | number }
  'unread-at-slides': { count: number; numbers: string | number }
  'unread-at-sheet': { number: string | number; name: string | number }
  'unread-at-cells': { sheet: string | number; count: number; cells: string | number }
  'unread-at-heading': { heading: string | number }
  'unread-more': { count: string | number }
  'outline-title': { count: string | number }
  'outline-tables': { count: number }
  'outline-more': { count: string | number }
  'upload-samples': null
  proposing: { name: string | number }
  'ways-found': { proposed: string | number; kept: string | number; passages: string | number }
  'ways-slow': null
  'ways-failed': null
  'ways-long': null
  'ways-title': null
  'ways-more': { count: string | number }
  'button-drop-ways': null
  'upload-ask': null
  'people-list': null
  'people-export': null
  'people-persons': { count: string | number }
  'people-phones': { count: string | number }
  'people-emails': { count: string | number }
  'people-personal-numbers': { count: string | number }
  'people-addresses': { count: string | number }
  'people-who-decides': null
  'people-ask-trainer': null
  'people-ask-coordinator': null
  'button-ask-coordinators': null
  'button-publish-anyway': null
  'people-asked': null
  'people-nobody-to-ask': null
  'people-request': { name: string | number; title: string | number; file: string | number }
  'people-ask-why': { title: string | number }
  'people-reason-length': { least: string | number; most: string | number }
  'people-sure': { title: string | number }
  'people-reason': { reason: string | number }
  'button-publish-list': null
  'button-keep-out': null
  'people-kept-out': null
  'people-found': null
  'people-found-more': { count: string | number }
  'people-found-what': null
  'people-offices': { seen: string | number }
  'button-publish': null
  'button-replace': { title: string | number }
  'button-import-people': null
  'button-discard': null
  published: { title: string | number; number: string | number; passages: number }
  discarded: null
  'already-decided': null
  'no-such-source': null
  twin: { title: string | number; number: string | number; date: string | number }
  'refused-too-large': { name: string | number; most: string | number }
  'refused-too-many-pages': { name: string | number }
  'refused-unpacks-too-large': { name: string | number }
  'refused-too-slow': { name: string | number }
  'refused-encrypted': { name: string | number }
  'refused-damaged': { name: string | number }
  'refused-scanned': { name: string | number }
  'refused-empty': { name: string | number }
  'refused-unknown-format': { name: string | number }
  'refused-old-format': { name: string | number }
  'refused-binary-workbook': { name: string | number }
  'refused-macros': { name: string | number }
  'refused-download': { name: string | number }
}
