/** Numbers that belong to one person and are better not written where everybody reads. */
export type PersonalNumber = 'phone' | 'id_card';

// Without lookbehind, which older phones cannot read. Digits are written in groups, with blanks or dashes between.
const PHONE = /(?:^|\D)1[3-9]\d(?:[ -]?\d){8}(?!\d)/;
const ID_CARD =
  /(?:^|\D)[1-9](?:[ -]?\d){5}[ -]?(?:19|20)(?:[ -]?\d){2}[ -]?(?:0[ -]?[1-9]|1[ -]?[0-2])[ -]?(?:0[ -]?[1-9]|[12][ -]?\d|3[ -]?[01])(?:[ -]?\d){3}[ -]?[\dXx](?!\d)/;

/**
 * The kind of personal number that stands in a text: a mobile number, also with blanks, dashes or full-width digits, or
 * the number of an ID card, whose birthday must be one. Landlines and service numbers are an office's, and none.
 */
export function personalNumberIn(text: string): PersonalNumber | null {
  const plain = text.normalize('NFKC');
  if (ID_CARD.test(plain)) return 'id_card';
  return PHONE.test(plain) ? 'phone' : null;
}

/**
 * What whoever writes a public text is told of a personal number in it; it may stay all the same.
 * @param phoneInstead where a phone number is kept that is not for everybody, as the end of a sentence
 */
export function personalNumberHint(text: string, phoneInstead?: string): string | null {
  switch (personalNumberIn(text)) {
    case 'phone':
      return `文字里有手机号，所有人都会看到。不想公开就删掉${phoneInstead ? `，${phoneInstead}` : ''}。`;
    case 'id_card':
      return '文字里有身份证号，所有人都会看到。办理用不着它，请删掉。';
    case null:
      return null;
  }
}
