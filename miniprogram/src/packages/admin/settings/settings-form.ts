import {
  DEADLINE_LABELS,
  type DeadlineKey,
  type Features,
  lengthOf,
  type OwnSettings,
  type RegionSettings,
  SETTINGS_LIMITS,
  SETTINGS_TEXT_LABELS,
  type Span,
  saySpanLimits,
  sayTextLimits,
  sayThresholdLimits,
  THRESHOLDS,
  type Thresholds,
} from '@consult/shared';

export type Switch = 'inherit' | 'on' | 'off';

/** What is filled in; empty fields fall back. */
export interface SettingsForm {
  brandName: string;
  filingNumber: string;
  thresholds: Record<keyof Thresholds, number | null>;
  features: Record<keyof Features, Switch>;
  deadlines: Record<DeadlineKey, number | null>;
}

export const DEADLINE_KEYS = Object.keys(DEADLINE_LABELS) as DeadlineKey[];

export const FEATURES: readonly { key: keyof Features; label: string }[] = [
  { key: 'microConsultation', label: '微协商' },
  { key: 'anonymousDisplay', label: '匿名展示' },
  { key: 'redHead', label: '文件红头' },
];

export const lengthOfSpan = (span: Span): number => ('days' in span ? span.days : span.workingDays);
export const unitOf = (span: Span): string => ('days' in span ? '天' : '工作日');

const record = <K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;

/** What a region set itself, as the fields show it. */
export function formOf(own: OwnSettings | null): SettingsForm {
  const { brandName = '', filingNumber = '', thresholds = {}, features = {}, deadlines = {} } = own ?? {};
  return {
    brandName,
    filingNumber,
    thresholds: record(
      THRESHOLDS.map(({ key }) => key),
      (key) => {
        const value = thresholds[key];
        const per = THRESHOLDS.find((threshold) => threshold.key === key)?.per ?? 1;
        return value === undefined ? null : Math.round(value * per);
      },
    ),
    features: record(
      FEATURES.map(({ key }) => key),
      (key) => (features[key] === undefined ? 'inherit' : features[key] ? 'on' : 'off'),
    ),
    deadlines: record(DEADLINE_KEYS, (key) => {
      const span = deadlines[key];
      return span === undefined ? null : lengthOfSpan(span);
    }),
  };
}

/**
 * What the fields say, to be sent.
 * @param spans the unit of each deadline is kept
 */
export function settingsOf(form: SettingsForm, spans: RegionSettings['deadlines']): OwnSettings {
  const { brandName, filingNumber, thresholds, features, deadlines } = form;
  const span = (key: DeadlineKey, n: number): Span => ('days' in spans[key] ? { days: n } : { workingDays: n });
  return {
    ...(brandName.trim() && { brandName: brandName.trim() }),
    ...(filingNumber.trim() && { filingNumber: filingNumber.trim() }),
    thresholds: Object.fromEntries(
      THRESHOLDS.flatMap(({ key, per }) => (thresholds[key] === null ? [] : [[key, thresholds[key] / per]])),
    ),
    features: Object.fromEntries(
      FEATURES.flatMap(({ key }) => (features[key] === 'inherit' ? [] : [[key, features[key] === 'on']])),
    ),
    deadlines: Object.fromEntries(
      DEADLINE_KEYS.flatMap((key) => {
        const n = deadlines[key];
        return n === null ? [] : [[key, span(key, n)]];
      }),
    ),
  };
}

const isWithin = (n: number, { min, max }: { min: number; max: number }): boolean => n >= min && n <= max;

/** What is wrong with each field, by its name as the server names it: `thresholds.satisfaction`. */
export function problemsOf({ thresholds, deadlines, ...texts }: SettingsForm): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const key of ['brandName', 'filingNumber'] as const) {
    const length = lengthOf(texts[key].trim());
    if (length > 0 && !isWithin(length, SETTINGS_LIMITS[key])) problems[key] = sayTextLimits(key);
  }
  for (const field of THRESHOLDS) {
    const value = thresholds[field.key];
    if (value !== null && !isWithin(value, field)) problems[`thresholds.${field.key}`] = sayThresholdLimits(field.key);
  }
  for (const key of DEADLINE_KEYS) {
    const value = deadlines[key];
    if (value !== null && !isWithin(value, SETTINGS_LIMITS.span)) problems[`deadlines.${key}`] = saySpanLimits(key);
  }
  return problems;
}

/** What differs between two versions, by name. */
export function changedNames(before: OwnSettings | null, after: OwnSettings): string[] {
  const [was, is] = [before ?? {}, after];
  const differs = (a: unknown, b: unknown) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
  return [
    ...(differs(was.brandName, is.brandName) ? [SETTINGS_TEXT_LABELS.brandName] : []),
    ...(differs(was.filingNumber, is.filingNumber) ? [SETTINGS_TEXT_LABELS.filingNumber] : []),
    ...THRESHOLDS.filter(({ key }) => differs(was.thresholds?.[key], is.thresholds?.[key])).map(({ label }) => label),
    ...FEATURES.filter(({ key }) => differs(was.features?.[key], is.features?.[key])).map(({ label }) => label),
    ...DEADLINE_KEYS.filter((key) => differs(was.deadlines?.[key], is.deadlines?.[key])).map(
      (key) => `${DEADLINE_LABELS[key]}期限`,
    ),
  ];
}
