import type { SessionFormat } from '../sessions/session.rules.js';

export const OUTCOME_LIMITS = {
  summaryMin: 10,
  summaryMax: 2000,
  suggestionMax: 500,
  suggestionsMax: 20,
  instructionMax: 1000,
  instructorMax: 40,
  documentNumberMax: 40,
  /** 报送单位 */
  recipientMax: 30,
  recipientsMax: 20,
} as const;

/** The bodies that a report goes to, as GB/T 9704 lists them: with commas between them and a full stop behind. */
export function sayRecipients(recipients: readonly string[]): string {
  return recipients.length === 0 ? '' : `${recipients.join('，')}。`;
}

/** Only a 微协商 may hand out its tasks itself, past the county. */
export function mayAssignDirectly(format: SessionFormat): boolean {
  return format === 'micro';
}
