import {
  DEADLINE_LABELS,
  DEFAULT_SETTINGS,
  type OwnSettings,
  SETTINGS_LIMITS,
  SETTINGS_TEXT_LABELS,
  THRESHOLDS,
} from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { ErrorNotice } from '@/components/ErrorNotice';
import { Skeleton } from '@/components/ListView/Skeleton';
import { NumberField } from '@/components/NumberField';
import { Section } from '@/components/Section';
import { ErrorBlock } from '@/components/StateBlock';
import { TextField } from '@/components/TextField';
import { getRegionSettings, setRegionSettings } from '@/features/regions/region.api';
import { useAsync } from '@/hooks/useAsync';
import { showProblem } from '@/hooks/useEditor';
import { useSubmission } from '@/hooks/useSubmission';
import { say } from '@/services/say';
import {
  DEADLINE_KEYS,
  FEATURES,
  formOf,
  lengthOfSpan,
  problemsOf,
  type SettingsForm,
  type Switch,
  settingsOf,
  unitOf,
} from './settings-form';
import './index.scss';

interface Props {
  region: string;
  county: string;
  onSaved(): void;
}

export function SettingsEditor({ region, county, onSaved }: Props) {
  const isCounty = region === county;
  const { data, error, reload } = useAsync(async () => {
    const [{ own }, base] = await Promise.all([
      getRegionSettings(region),
      isCounty ? DEFAULT_SETTINGS : getRegionSettings(county),
    ]);
    return { own, base };
  }, [region, county]);
  const [form, setForm] = useState<SettingsForm | null>(null);
  const [tried, setTried] = useState(false);
  const saving = useSubmission((body: OwnSettings, key: string) => setRegionSettings(region, body, key));
  useEffect(() => {
    if (data) setForm(formOf(data.own));
  }, [data]);

  if (!data || !form) return error ? <ErrorBlock error={error} onRetry={reload} /> : <Skeleton rows={4} />;
  const { base } = data;
  const change = (part: Partial<SettingsForm>) => setForm({ ...form, ...part });
  const problems = problemsOf(form);
  const errors: Readonly<Record<string, string>> = { ...saving.error?.fields, ...(tried ? problems : {}) };
  const missing = tried ? Object.values(problems) : [];
  const save = async () => {
    setTried(true);
    const isWrong = Object.keys(problems).length > 0;
    if (isWrong || !(await saving.submit(settingsOf(form, base.deadlines)))) {
      showProblem();
      return;
    }
    say('已保存');
    onSaved();
  };

  return (
    <View>
      <Text className="settings__note">
        不填的按{isCounty ? '平台默认' : '县里'}的办。改动会留下记录，对以后的事起作用。
      </Text>
      <Section title="名称">
        <Card>
          <TextField
            label={SETTINGS_TEXT_LABELS.brandName}
            hint={`不填就是“${base.brandName}”`}
            max={SETTINGS_LIMITS.brandName.max}
            value={form.brandName}
            error={errors.brandName}
            onChange={(brandName) => change({ brandName })}
          />
          {isCounty && (
            <TextField
              label={SETTINGS_TEXT_LABELS.filingNumber}
              hint="显示在首页和“我的”页面下方"
              max={SETTINGS_LIMITS.filingNumber.max}
              value={form.filingNumber}
              error={errors.filingNumber}
              onChange={(filingNumber) => change({ filingNumber })}
            />
          )}
        </Card>
      </Section>
      <Section title="功能">
        <Card>
          {FEATURES.map(({ key, label }) => (
            <ChoiceField<Switch>
              key={key}
              label={label}
              choices={[
                {
                  value: 'inherit',
                  label: `按${isCounty ? '默认' : '县里'}（${base.features[key] ? '开通' : '不开通'}）`,
                },
                { value: 'on', label: '开通' },
                { value: 'off', label: '不开通' },
              ]}
              value={[form.features[key]]}
              onChange={([chosen]) => chosen && change({ features: { ...form.features, [key]: chosen } })}
            />
          ))}
        </Card>
      </Section>
      <Section title="门槛">
        <Card className="settings__grid">
          {THRESHOLDS.filter(({ county }) => isCounty || !county).map(({ key, label, unit, min, max, per }) => (
            <NumberField
              key={key}
              label={label}
              hint={`不填就是 ${Math.round(base.thresholds[key] * per)} ${unit}`}
              unit={unit}
              min={min}
              max={max}
              value={form.thresholds[key]}
              error={errors[`thresholds.${key}`]}
              onChange={(value) => change({ thresholds: { ...form.thresholds, [key]: value } })}
            />
          ))}
        </Card>
      </Section>
      <Section title="办理期限">
        <Card className="settings__grid">
          {DEADLINE_KEYS.map((key) => (
            <NumberField
              key={key}
              label={DEADLINE_LABELS[key]}
              hint={`不填就是 ${lengthOfSpan(base.deadlines[key])} ${unitOf(base.deadlines[key])}`}
              unit={unitOf(base.deadlines[key])}
              min={SETTINGS_LIMITS.span.min}
              max={SETTINGS_LIMITS.span.max}
              value={form.deadlines[key]}
              error={errors[`deadlines.${key}`]}
              onChange={(value) => change({ deadlines: { ...form.deadlines, [key]: value } })}
            />
          ))}
        </Card>
      </Section>
      {missing.length > 0 && <Text className="settings__wrong">还没有保存：{missing.join('；')}。</Text>}
      <ErrorNotice error={saving.error} />
      <Button block text="保存设置" loading={saving.state === 'sending'} onPress={save} />
    </View>
  );
}
