import { MINUTES_LIMITS, type SpeechPoint, saySpeechLength } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { ItemTools } from '@/components/ItemTools';
import { TextArea } from '@/components/TextArea';
import { TextField } from '@/components/TextField';

interface Props {
  itemName: string;
  speakerLabel: string;
  speakerHint: string;
  point: SpeechPoint;
  /** Its place among so many. */
  index: number;
  count: number;
  problems: { speaker: string | undefined; text: string | undefined };
  onPoint(point: SpeechPoint): void;
  onMove(by: number): void;
  onDrop(): void;
}

/** Who said it, and what. */
export function PointFields(props: Props) {
  const { itemName, speakerLabel, speakerHint, point, index, count, problems, onPoint, onMove, onDrop } = props;
  const name = `${itemName} ${index + 1}`;
  return (
    <View className="minutes-editor__point">
      <View className="minutes-editor__head">
        <View className="minutes-editor__heads">
          <Text className="minutes-editor__name">{name}</Text>
          <Text className="minutes-editor__length">{saySpeechLength(point) ?? ''}</Text>
        </View>
        <ItemTools name={name} index={index} count={count} onMove={onMove} onDrop={onDrop} />
      </View>
      <TextField
        label={speakerLabel}
        required
        max={MINUTES_LIMITS.speakerMax}
        placeholder={speakerHint}
        value={point.speaker}
        error={problems.speaker}
        onChange={(speaker) => onPoint({ ...point, speaker })}
      />
      <TextArea
        label="说了什么"
        required
        max={MINUTES_LIMITS.itemMax}
        value={point.text}
        error={problems.text}
        onChange={(text) => onPoint({ ...point, text })}
      />
    </View>
  );
}

interface UnwrittenProps {
  itemName: string;
  point: SpeechPoint;
  onWrite(): void;
}

/** Somebody who had the floor, of whom nobody has written yet what they said. */
export function UnwrittenPoint({ itemName, point, onWrite }: UnwrittenProps) {
  const write = `写${itemName}`;
  return (
    <View className="minutes-editor__folded">
      <View className="minutes-editor__heads">
        <Text className="minutes-editor__name">{point.speaker}</Text>
        <Text className="minutes-editor__length">{saySpeechLength(point) ?? ''}</Text>
      </View>
      <Button kind="text" icon="edit" text={write} label={`${write}：${point.speaker}`} onPress={onWrite} />
    </View>
  );
}
