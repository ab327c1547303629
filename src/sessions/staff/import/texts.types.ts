// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  'button-import': null
  'import-ask': { title: string | number }
  'import-which': null
  'import-no-session': null
  'import-waits': null
  'import-reading': null
  'import-none': null
  'import-too-many': { most: string | number }
  'import-unknown': null
  'import-over': null
  'import-gone': null
  'import-done-before': null
  'preview-title': { title: string | number }
  'preview-nobody': null
  'preview-known': { count: number }
  'preview-without': { count: number }
  'preview-there': { count: number }
  'preview-doubles': { count: number }
  'preview-faults': { count: number }
  'preview-double-line': { name: string | number; first: string | number; row: string | number }
  'preview-no-contact': { count: number }
  'fault-line': { row: string | number; why: string | number; text: string | number }
  'fault-no-name': null
  'fault-no-municipality': null
  'preview-places': { free: number }
  'preview-more': { count: string | number }
  'button-import-go': { count: string | number }
  'button-import-drop': null
  'import-dropped': null
  'import-reason': null
  'import-done': { confirmed: number; waiting: string | number }
  'import-undo-how': null
  'button-import-roll': null
  'button-import-undo': null
  'import-undone': { count: number }
  'import-undone-before': null
  'import-undo-late': null
  'undo-reason': null
  'invites-caption': { count: number }
  'invites-file': { id: string | number }
  'invites-sheet': null
  'invites-name': null
  'invites-phone': null
  'invites-email': null
  'invites-text': null
  'invites-link': null
  'invite-text': {
    name: string | number
    title: string | number
    when: string | number
    place: string | number
    standing: string
    link: string | number
  }
}
