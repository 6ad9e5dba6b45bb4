type Schema = Record<string, unknown>

const CHECKED = ['type', 'enum', 'const', 'required', 'properties', 'items', '$ref', 'allOf']
const SAID_ONLY = ['$schema', '$defs', 'title', 'description']

/**
 * Checks a value against the part of JSON Schema that measures.schema.json uses: type, enum, const, required, properties,
 * items, allOf and references into the same schema. A keyword it does not know is an error, never a silent pass.
 *
 * @returns what does not agree, «path: reason» each; empty when all agrees
 */
export function schemaErrors(schema: Schema, value: unknown): string[] {
  return check(schema, schema, value, '$')
}

function check(root: Schema, schema: Schema, value: unknown, path: string): string[] {
  const unknown = Object.keys(schema).filter((key) => !CHECKED.includes(key) && !SAID_ONLY.includes(key))
  const errors = unknown.map((key) => `${path}: the schema uses ${key}, which is not checked`)
  const say = (reason: string): void => void errors.push(`${path}: ${reason}`)

  if (typeof schema['$ref'] === 'string') errors.push(...check(root, resolve(root, schema['$ref']), value, path))
  for (const part of list(schema['allOf'])) errors.push(...check(root, part as Schema, value, path))
  if ('const' in schema && !Object.is(schema['const'], value)) say(`is not ${JSON.stringify(schema['const'])}`)
  if ('enum' in schema && !list(schema['enum']).includes(value)) say(`${JSON.stringify(value)} is not listed`)
  if ('type' in schema) {
    const types = Array.isArray(schema['type']) ? schema['type'] : [schema['type']]
    if (!types.some((type) => isOf(String(type), value))) say(`${JSON.stringify(value)} is no ${types.join(' or ')}`)
  }
  if (isRecord(value)) {
    for (const key of list(schema['required'])) if (!Object.hasOwn(value, String(key))) say(`${String(key)} is missing`)
    const properties = isRecord(schema['properties']) ? schema['properties'] : {}
    for (const [key, inner] of Object.entries(properties)) {
      if (Object.hasOwn(value, key)) errors.push(...check(root, inner as Schema, value[key], `${path}.${key}`))
    }
  }
  if (Array.isArray(value) && isRecord(schema['items'])) {
    const { items } = schema
    value.forEach((member, i) => errors.push(...check(root, items as Schema, member, `${path}[${i}]`)))
  }
  return errors
}

function resolve(root: Schema, reference: string): Schema {
  let found: unknown = root
  for (const part of reference.replace(/^#\/?/, '').split('/')) found = isRecord(found) ? found[part] : undefined
  if (!reference.startsWith('#') || !isRecord(found)) throw new Error(`the schema has no ${reference}`)
  return found
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isRecord(value)
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'string':
    case 'boolean':
      return typeof value === type
    default:
      throw new Error(`the schema uses the type ${type}, which is not checked`)
  }
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
