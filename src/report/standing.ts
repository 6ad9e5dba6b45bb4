/** Fewest submitted items for which a unit is ranked by its rate and a change is spoken of, unless a person says otherwise. */
export const FEWEST_TO_RANK = 5
