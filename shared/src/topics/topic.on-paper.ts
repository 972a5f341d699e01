/** A topic as minutes and outcomes name it. */
export interface TopicOnPaper {
  id: string;
  title: string;
  /** Of its page without the app, to be printed; null where that page is not public. */
  code: string | null;
}

/** Whether what is about these topics is everyone's to see: about internal ones alone it is not. */
export const isAboutPublic = (topics: readonly Pick<TopicOnPaper, 'code'>[]): boolean =>
  topics.some(({ code }) => code !== null);
