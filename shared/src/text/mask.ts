/** A name with all but the family name hidden: 张建国 → 张**. */
export function maskName(name: string): string {
  const [first, ...rest] = [...name];
  return first === undefined ? '' : `${first}${'*'.repeat(Math.max(1, rest.length))}`;
}
