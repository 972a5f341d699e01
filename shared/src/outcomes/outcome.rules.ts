import type { SessionFormat } from '../sessions/session.rules.js';

export const OUTCOME_LIMITS = {
  summaryMin: 10,
  summaryMax: 2000,
  suggestionMax: 500,
  suggestionsMax: 20,
  instructionMax: 1000,
  instructorMax: 40,
  documentNumberMax: 40,
} as const;

/** Only a 微协商 may hand out its tasks itself, past the county. */
export function mayAssignDirectly(format: SessionFormat): boolean {
  return format === 'micro';
}
