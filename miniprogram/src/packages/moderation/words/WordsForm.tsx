import { BLOCKED_WORD_LIMITS, type BlockedWords } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorNotice } from '@/components/ErrorNotice';
import { filledLines, TextListField } from '@/components/TextListField';
import { setBlockedWords } from '@/features/moderation/moderation.api';
import { useSubmission } from '@/hooks/useSubmission';

/** The list, to be changed and saved as a whole. */
export function WordsForm({ list }: { list: BlockedWords }) {
  const [words, setWords] = useState<string[]>(list.words);
  const [saved, setSaved] = useState(false);
  const { submit, error } = useSubmission(setBlockedWords);
  const save = async () => {
    const answer = await submit({ county: list.county, words: filledLines(words) });
    if (answer === null) return;
    setWords(answer.words);
    setSaved(true);
  };
  return (
    <Card>
      <TextListField
        label="屏蔽词"
        hint="写的内容里有这些词，就不能提交。字之间的空格、标点不算，大小写不分。"
        itemName="词"
        max={BLOCKED_WORD_LIMITS.words}
        itemMax={BLOCKED_WORD_LIMITS.wordMax}
        value={words}
        error={error?.fields.words}
        onChange={(next) => {
          setSaved(false);
          setWords(next);
        }}
      />
      <ErrorNotice error={error} />
      <Button block text="保存" onPress={save} />
      {saved && (
        <View>
          <Text>已保存，马上生效</Text>
        </View>
      )}
    </Card>
  );
}
