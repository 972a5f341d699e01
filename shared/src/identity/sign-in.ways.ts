/** Ways to sign in; `qr` is a desktop that a signed-in phone let in. */
export const SIGN_IN_WAYS = ['demo', 'wechat', 'staff', 'qr'] as const;
export type SignInWay = (typeof SIGN_IN_WAYS)[number];
