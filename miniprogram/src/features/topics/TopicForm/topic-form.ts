import type { AttachmentView, MapPoint, TopicCategory, TopicDetail, TopicInput } from '@consult/shared';

/** What stands in the form of a topic; null where nothing has been chosen yet. */
export interface TopicFormValue {
  title: string;
  description: string;
  category: TopicCategory | null;
  /** Community code. */
  community: string | null;
  place: string;
  location: MapPoint | null;
  suggestion: string;
  tried: string;
  affected: string;
  anonymous: boolean;
  photos: AttachmentView[];
}

/** What a part of the form is given. */
export interface TopicFormFields {
  value: TopicFormValue;
  onChange(change: Partial<TopicFormValue>): void;
  /** What is wrong with each field, from the server. */
  errors?: Readonly<Record<string, string>>;
  /** Where the phone number belongs that somebody writes into a public text, see personalNumberHint. */
  phoneInstead?: string;
}

export const EMPTY_TOPIC: TopicFormValue = {
  title: '',
  description: '',
  category: null,
  community: null,
  place: '',
  location: null,
  suggestion: '',
  tried: '',
  affected: '',
  anonymous: false,
  photos: [],
};

/** Whether all that is needed stands there, however well. */
export function isFilledIn({ title, description, category, community }: TopicFormValue): boolean {
  return title.trim() !== '' && description.trim() !== '' && category !== null && community !== null;
}

/** What is sent of it. A choice that was not made goes as null, and the server says which is missing. */
export function topicInputOf({ photos, category, community, location, ...words }: TopicFormValue): TopicInput {
  return {
    ...words,
    category,
    community,
    ...(location && { location }),
    photos: photos.map(({ id }) => id),
  } as TopicInput;
}

/** The form of a topic that was raised before. */
export function formOfTopic(topic: TopicDetail): TopicFormValue {
  const { title, description, category, community, place, location, suggestion, tried, affected, anonymous, photos } =
    topic;
  return {
    title,
    description,
    category,
    community,
    place: place ?? '',
    location,
    suggestion: suggestion ?? '',
    tried: tried ?? '',
    affected: affected ?? '',
    anonymous,
    photos,
  };
}
