/** A mobile number of the mainland, without country code. */
export const PHONE_PATTERN = /^1[3-9]\d{9}$/;

/** A number with its middle hidden: 138****1234. */
export function maskPhone(phone: string): string {
  return phone.length < 8 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
