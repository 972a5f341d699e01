import { SESSION_LIMITS } from '../sessions/session.rules.js';

/** 腾讯会议's own mini program. */
export const TENCENT_MEETING_APP_ID = 'wx33fd6cdc62520063';

/**
 * The page of 腾讯会议's mini program that joins a meeting, from the number as somebody wrote it (“腾讯会议
 * 123-456-789”); null where there is no number of 9 to 12 digits in it.
 */
export function tencentMeetingPath(meetingNumber: string): string | null {
  const code = meetingNumber
    .normalize('NFKC')
    .match(/(?:^|\D)(\d(?:[\s-]?\d){8,11})(?!\d)/)?.[1]
    ?.replace(/\D/g, '');
  return code === undefined ? null : `pages/index/index?code=${code}`;
}

/** Whether a telephone can dial it: digits with the marks people put between them, 「,」 for a pause and 「#」 after a number. */
export const isDialIn = (text: string): boolean =>
  text.length <= SESSION_LIMITS.dialInMax &&
  /^\+?\d[\d\s,;*#()-]*$/.test(text) &&
  telOf(text).replace(/\D/g, '').length >= 5;

/** The number as it is dialled, without the marks that are only for the eye. */
export const telOf = (dialIn: string): string => dialIn.replace(/[\s()-]/g, '');
