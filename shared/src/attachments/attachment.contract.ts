import type { ContentState } from '../moderation/content.states.js';

/**
 * POST /attachments (multipart, field `file`). The three are paths under the API's origin that open the photo without
 * a token, for two to four hours; a list shows `thumbUrl`, a view `screenUrl`, and `url` is the largest there is.
 */
export interface AttachmentView {
  id: string;
  width: number;
  height: number;
  url: string;
  screenUrl: string;
  thumbUrl: string;
  /** How its check stands; only where others do not see it, which its uploader and staff are told. */
  content?: ContentState;
}
