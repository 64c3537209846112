/** Lists: an audience reads or listens, not both. */

/** How many items of a list are read on one slide. */
export const MOST_ITEMS = 6;
