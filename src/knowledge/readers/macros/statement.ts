/**
 * Whether a line of Basic does anything: not an empty one, a comment, an option, what names a module, or the frame of a procedure.
 */
export function isStatement(line: string): boolean {
  return !NO_STATEMENT.test(line)
}

const NO_STATEMENT =
  /^\s*(?:$|'|rem\b|attribute\s+vb_|(?:(?:public|private|global|friend|static) )*(?:sub|function)\b[^:']*$|end (?:sub|function)\b|option\b)/i
