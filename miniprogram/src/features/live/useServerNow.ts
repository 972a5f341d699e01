import { useNow } from '@/hooks/useNow';

/** Now by the server's clock, ms since 1970, again and again. @param ahead how far it is ahead of the device's, ms */
export const useServerNow = (ahead: number, everyMs: number): number => useNow(everyMs) + ahead;

/** For what counts down. */
export const EACH_SECOND = 1_000;
/** For what is said in minutes. */
export const NOW_AND_THEN = 20_000;
