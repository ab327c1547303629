// Written by `npm run texts` from texts.sr.ftl and texts.en.ftl beside it. Change those.

/** The sentences of this room and what each is given; null for nothing. */
export interface Texts {
  title: null
  find: null
  count: { count: string | number }
  none: null
  text: null
  withdraw: null
  'withdraw-says': null
  'withdraw-yes': null
  'done-before': null
  'bring-back': { number: string | number }
  quoted: null
  'quoted-times': { count: number }
  'quoted-disliked': { count: string | number }
  compare: null
  'compare-show': null
  'compare-none': null
  'compare-count': { count: string | number; same: string | number }
  version: { number: string | number }
  'side-before': null
  'side-after': null
  'change-gone': null
  'change-added': null
  'change-changed': null
  'no-heading': null
  upload: null
  'upload-file': null
  'upload-hint': { most: string | number }
  'upload-send': null
  'upload-reading': null
  'upload-none': null
  'upload-busy': null
  draft: null
  'draft-gone': null
  'draft-publish': null
  'draft-replaces': null
  'draft-as-new': null
  'draft-drop-ways': null
  'draft-discard': null
  'list-ask': null
  'list-reason': null
  'list-publish': null
  'list-reason-hint': { least: string | number; most: string | number }
}
