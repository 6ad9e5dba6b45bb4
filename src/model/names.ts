export type NameKind = 'units' | 'outlets' | 'people'

/** Names that a person declared to be one: each alias with the name it is counted under. */
export type AliasMap = Readonly<Record<NameKind, ReadonlyMap<string, string>>>

/** The alias book as a file: exchanged between offices and PCs. */
export interface AliasBook {
  readonly format: 'caiyong-aliases'
  readonly version: 1
  readonly units: readonly { readonly name: string; readonly aliases: readonly string[] }[]
  readonly outlets: readonly { readonly name: string; readonly aliases: readonly string[] }[]
  /** Missing in books of earlier versions. */
  readonly people?: readonly { readonly name: string; readonly aliases: readonly string[] }[]
}

/** Names that may be one, with the reason and how many facts each has; a person decides. */
export interface NameSuggestion {
  readonly kind: NameKind
  readonly names: readonly string[]
  /** Facts (items or counted rows) under each name, in the order of `names`. */
  readonly facts: readonly number[]
  readonly reason: string
}

/** What the page on names shows. */
export interface NamesSummary {
  readonly suggestions: readonly NameSuggestion[]
  readonly merged: readonly { readonly kind: NameKind; readonly name: string; readonly aliases: readonly string[] }[]
  /** Pairs that a person said are different. */
  readonly apart: number
}
