import { join } from 'node:path'
import {
  type Expression,
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isParenthesizedExpression,
  isPropertyAssignment,
  isStringLiteral,
  type Node,
} from 'typescript/unstable/ast'
import { API, type Checker, type Project, type Type } from 'typescript/unstable/sync'
import type { Room } from './room.ts'

/** The ids of a room that its code names, by the room's folder. */
export type Mentions = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Where sentences are named in the program of `root` (its tsconfig.json, `src/` alone): every text in quotes that the
 * compiler takes for a sentence of a room, because only one of that room's sentences may stand there. The same word as
 * the kind of a result, or as data, is none; nor is an id that a template makes, since nobody could search for it.
 */
export function findMentions(root: string, rooms: readonly Room[]): Mentions {
  const api = new API({ cwd: root })
  try {
    const project = api.updateSnapshot({ openProjects: [join(root, 'tsconfig.json')] }).getProjects()[0]!
    return mentionsIn(project, join(root, 'src/'), rooms)
  } finally {
    api.close()
  }
}

function mentionsIn({ program, checker }: Project, folder: string, rooms: readonly Room[]): Mentions {
  const found = new Map(rooms.map((room) => [room.folder, new Set<string>()]))
  const ids = new Set(rooms.flatMap(({ sentences }) => [...sentences.keys()]))
  const roomOf = roomFinder(rooms)
  const visit = (node: Node): void => {
    if (isStringLiteral(node) && ids.has(node.text) && !isKey(node)) {
      const room = roomOf(expectedAt(checker, node))
      if (room) found.get(room)?.add(node.text)
    }
    node.forEachChild(visit)
  }
  for (const name of program.getSourceFileNames()) {
    if (name.startsWith(folder)) program.getSourceFile(name)?.forEachChild(visit)
  }
  return found
}

/** What the compiler expects where `node` stands. A call of `say` is asked by its declaration: any sentence may stand there. */
function expectedAt(checker: Checker, node: Expression): Type | undefined {
  const whole = wholeOf(node)
  const call = whole.parent
  if (!isCallExpression(call) || !call.arguments.includes(whole)) return checker.getContextualType(node)
  const called = checker.getResolvedSignature(call)
  const declared = called?.getTarget() ?? called
  if (!declared) return undefined
  const parameter = checker.getParameterType(declared, call.arguments.indexOf(whole))
  return parameter?.isTypeParameter() ? checker.getConstraintOfTypeParameter(parameter) : parameter
}

const isKey = (node: Node) => isPropertyAssignment(node.parent) && node.parent.name === node

/** The expression of which `node` is one of the possible values. */
function wholeOf(node: Expression): Expression {
  const { parent } = node
  const isChoice =
    (isConditionalExpression(parent) && parent.condition !== node) ||
    isParenthesizedExpression(parent) ||
    (isBinaryExpression(parent) && parent.right === node)
  return isChoice ? wholeOf(parent) : node
}

/** Tells of which room's sentences a type is made: of all of them, or of all that are given nothing. */
function roomFinder(rooms: readonly Room[]): (type: Type | undefined) => string | null {
  const known = new Map<string, string>()
  for (const { folder, sentences } of rooms) {
    const plain = [...sentences].filter(([, variables]) => variables.size === 0).map(([id]) => id)
    for (const ids of [[...sentences.keys()], plain]) if (ids.length > 0) known.set(keyOf(ids), folder)
  }
  const seen = new Map<number, string | null>()
  return (type) => {
    if (!type) return null
    if (!seen.has(type.id)) seen.set(type.id, known.get(keyOf(literalsOf(type))) ?? null)
    return seen.get(type.id)!
  }
}

const keyOf = (ids: readonly string[]) => ids.toSorted().join(' ')

function literalsOf(type: Type): string[] {
  if (type.isStringLiteralType()) return [type.value]
  return type.isUnionType() ? type.getTypes().flatMap(literalsOf) : []
}
