export interface Choice<V extends string> {
  value: V;
  label: string;
  /** What choosing it means. */
  hint?: string;
}

/** The choices after one was tapped. */
export function toggle<V extends string>(chosen: readonly V[], value: V, multiple: boolean): V[] {
  if (!multiple) return [value];
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}
