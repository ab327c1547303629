/** Kinds of messages the bot sends on its own accord that a person chooses to get or not. */
export const NOTICE_KINDS = ['reminders', 'news', 'deadlines'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What holds for whoever has not chosen: what one signed up for comes, what advertises does not. */
export const WANTED_BY_DEFAULT: Readonly<Record<NoticeKind, boolean>> = {
  reminders: true,
  news: true,
  deadlines: false,
}
