/** A topic as minutes and outcomes name it. */
export interface TopicOnPaper {
  id: string;
  title: string;
  /** Of its page without the app, to be printed; null where that page is not public. */
  code: string | null;
}
