import { QUESTION_KIND_LABELS, QUESTION_KINDS, QUESTIONNAIRE_LIMITS, type Question } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ChoiceField } from '@/components/ChoiceField';
import { TextField } from '@/components/TextField';
import { TextListField } from '@/components/TextListField';
import { takesOptions } from './questionnaire-form';

interface Props {
  question: Question;
  /** Its number from 1. */
  number: number;
  isLast: boolean;
  error: string | undefined;
  onChange(change: Partial<Question>): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
}

const KINDS = QUESTION_KINDS.map((value) => ({ value, label: QUESTION_KIND_LABELS[value] }));
const NEED = [
  { value: 'required', label: '必答' },
  { value: 'optional', label: '可以不答' },
] as const;

/** One question as it is built. */
export function QuestionEditor({ question, number, isLast, error, onChange, onMove, onRemove }: Props) {
  const { kind, title, required, options } = question;
  return (
    <Card>
      <Text className="question-editor__number">第 {number} 题</Text>
      <ChoiceField
        label={`第 ${number} 题题型`}
        required
        choices={KINDS}
        value={[kind]}
        onChange={([chosen]) =>
          chosen &&
          onChange({ kind: chosen, options: takesOptions(chosen) ? (options.length > 0 ? options : ['', '']) : [] })
        }
      />
      <TextField
        label={`第 ${number} 题题目`}
        required
        max={QUESTIONNAIRE_LIMITS.questionMax}
        value={title}
        error={error}
        onChange={(text) => onChange({ title: text })}
      />
      {takesOptions(kind) && (
        <TextListField
          label={`第 ${number} 题选项`}
          required
          itemName="选项"
          max={QUESTIONNAIRE_LIMITS.optionsMax}
          itemMax={QUESTIONNAIRE_LIMITS.optionMax}
          value={options}
          onChange={(lines) => onChange({ options: lines })}
        />
      )}
      <ChoiceField
        label={`第 ${number} 题要不要答`}
        required
        choices={NEED}
        value={[required ? 'required' : 'optional']}
        onChange={([chosen]) => onChange({ required: chosen === 'required' })}
      />
      <View className="question-editor__links">
        {number > 1 && <Button kind="text" text="上移" label={`第 ${number} 题上移`} onPress={() => onMove(-1)} />}
        {!isLast && <Button kind="text" text="下移" label={`第 ${number} 题下移`} onPress={() => onMove(1)} />}
        <Button kind="text" icon="trash" text="删除" label={`删除第 ${number} 题`} onPress={onRemove} />
      </View>
    </Card>
  );
}
