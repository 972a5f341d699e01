import { MESSAGES } from '@/services/navigation';

/** The pages of messages. */
export const MESSAGE_PAGES = {
  list: MESSAGES.path,
  /** For administrators: background work that was given up. */
  deadLetters: '/packages/me/dead-letters/index',
} as const;
