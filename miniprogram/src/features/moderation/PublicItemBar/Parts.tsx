import { type AttachmentView, type ContentState, contentMachine, isShown } from '@consult/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { PhotoGrid } from '@/components/PhotoGrid';
import { Tappable } from '@/components/Tappable';
import { MoveButtons } from '@/features/moves/MoveButtons';
import type { Move } from '@/features/moves/moves';
import { publicMove } from '../public-moves';
import './parts.scss';

/** Something on a public page that can be taken down by itself. */
export interface Part {
  kind: 'photo' | 'progress' | 'visit';
  id: string;
  label: string;
  photo?: AttachmentView;
  state: ContentState;
}

/** Photos of an item as parts of it. @param of what they belong to, e.g. 答复的 */
export function photoParts(photos: readonly AttachmentView[], of = ''): Part[] {
  return photos.map((photo, index) => ({
    kind: 'photo',
    id: photo.id,
    label: `${of}第 ${index + 1} 张照片`,
    photo,
    state: photo.content ?? 'passed',
  }));
}

/** For those who watch over content: a single photo or report of progress, where the rest may stay. */
export function Parts({ parts, onMoved }: { parts: readonly Part[]; onMoved(): unknown }) {
  const [open, setOpen] = useState(false);
  if (parts.length === 0) return null;
  if (!open) {
    return (
      <Tappable className="public-item-bar__report" onTap={() => setOpen(true)}>
        <Text>只撤下某张照片或某条进展</Text>
      </Tappable>
    );
  }
  return (
    <View className="public-parts">
      {parts.map((part) => (
        <View key={part.id} className="public-parts__part">
          <Text className="public-parts__label">
            {part.label}
            {!isShown(part.state) && `（${contentMachine.states[part.state].label}）`}
          </Text>
          <PhotoGrid photos={part.photo ? [part.photo] : []} />
          <MoveButtons of={`${part.kind}:${part.id}`} moves={movesOf(part)} onMoved={onMoved} />
        </View>
      ))}
    </View>
  );
}

/** What has not passed its check is not public and is decided in the queue. */
function movesOf({ kind, id, state }: Part): Move[] {
  if (isShown(state)) return [publicMove(kind, id, 'take_down')];
  return state === 'taken_down' ? [publicMove(kind, id, 'restore')] : [];
}
