/** A text of so many characters at most, its end left out where it is longer: «Обука о планирању у општ…». */
export function shortenedTo(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}

/** A text with a large first letter. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
