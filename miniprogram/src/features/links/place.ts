import { type Query, queryString } from '@/services/api';

/** A page of the app that somebody is sent to: its path with the slash, and what it is asked for. */
export interface Place {
  path: string;
  query?: Query;
}

/** The address that opens the place in a browser; in WeChat the web app stands where the API is. */
export function webAddress({ path, query }: Place): string {
  const origin = process.env.TARO_ENV === 'h5' ? window.location.origin : API_ORIGIN;
  return `${origin}${path}${queryString(query)}`;
}
