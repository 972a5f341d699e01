import { decrypt, isSigned } from './push-crypto.js';

const TOKEN = 'AAAAA';
const AES_KEY = 'A'.repeat(43);
const APP_ID = 'wxba5fad812f8e6fb9';
const SEALED =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=';
const OUTBOUND = 'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==';

describe('the signature of a push, by WeChat’s own examples', () => {
  it('is of token, time and nonce', () => {
    expect(isSigned('f464b24fc39322e44b38aa78f5edd27bd1441696', TOKEN, '1714036504', '1514711492')).toBe(true);
  });

  it('is of the sealed message too in secure mode', () => {
    const signature = '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3';
    expect(isSigned(signature, TOKEN, '1714112445', '415670741', SEALED)).toBe(true);
    expect(isSigned(signature, TOKEN, '1714112445', '415670741')).toBe(false);
    expect(isSigned('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1', TOKEN, '1713424427', '415670741', OUTBOUND)).toBe(true);
  });

  it.each([undefined, '', 'f464', 'zz', ['f464b24fc39322e44b38aa78f5edd27bd1441696']])('is not %p', (signature) => {
    expect(isSigned(signature, TOKEN, '1714036504', '1514711492')).toBe(false);
  });
});

describe('a push in secure mode, by WeChat’s own examples', () => {
  it('is decrypted', () => {
    const text = decrypt(AES_KEY, APP_ID, SEALED);
    expect(Buffer.byteLength(text)).toBe(167);
    expect(JSON.parse(text)).toMatchObject({ Event: 'debug_demo' });
    expect(decrypt(AES_KEY, APP_ID, OUTBOUND)).toBe('{"demo_resp":"good luck"}');
  });

  it('is refused when it is of another app, of another key, or changed', () => {
    expect(() => decrypt(AES_KEY, 'wx0000000000000000', SEALED)).toThrow('another app');
    expect(() => decrypt('B'.repeat(43), APP_ID, SEALED)).toThrow();
    expect(() => decrypt(AES_KEY, APP_ID, `AAAA${SEALED.slice(4)}`.slice(0, 64))).toThrow();
    expect(() => decrypt(AES_KEY, APP_ID, 'no')).toThrow();
    expect(() => decrypt(AES_KEY, APP_ID, '')).toThrow();
  });
});
