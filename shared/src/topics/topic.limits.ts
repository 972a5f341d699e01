/** Lengths count characters as people see them (code points), not UTF-16 units. */
export const TOPIC_LIMITS = {
  titleMin: 4,
  titleMax: 40,
  descriptionMin: 10,
  descriptionMax: 2000,
  placeMax: 60,
  suggestionMax: 1000,
  triedMax: 500,
  affectedMax: 100,
  photosMax: 9,
  redirectNoteMax: 200,
  onBehalfOfMin: 2,
  onBehalfOfMax: 40,
} as const;

/** Limits on a reason (理由) given with a move. */
export const REASON_LIMITS = { min: 2, max: 500 } as const;
