/** Blank ledgers that can be downloaded, filled in and imported without a question. */
export const TEMPLATE_KINDS = ['items', 'counts', 'targets', 'roster'] as const
export type TemplateKind = (typeof TEMPLATE_KINDS)[number]
