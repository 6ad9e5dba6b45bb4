/** Joins the members of a list inside one cell (JSON arrays); no text contains it, so the list is split again without guessing. */
export const LIST_MARK = '\u001f'
