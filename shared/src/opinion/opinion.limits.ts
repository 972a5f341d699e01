/** Lengths count characters as people see them. */
export const OPINION_LIMITS = {
  titleMin: 4,
  titleMax: 60,
  introMin: 10,
  introMax: 1000,
  /** The first statements, written by whoever starts the round. */
  seedsMin: 3,
  seedsMax: 20,
  statementMin: 4,
  statementMax: 140,
  /** What one person may add to one round. */
  statementsPerPerson: 10,
  /** What one round holds at most, so that everyone can still come to every statement. */
  statementsMax: 300,
  /** How many statements a phone may hold that are not to be drawn again. */
  exceptMax: 50,
  /** How long a round is open. */
  shortestHours: 1,
  longestDays: 60,
  /** How far ahead it may be set. */
  horizonDays: 365,
} as const;
