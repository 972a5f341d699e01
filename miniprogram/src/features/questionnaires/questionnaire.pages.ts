/** The pages of questionnaires (问卷). */
export const QUESTIONNAIRE_PAGES = {
  /** To read what it is and to answer it. */
  detail: '/packages/questionnaires/detail/index',
  /** To build one (`researchId`), or with `id` to change it. */
  edit: '/packages/questionnaires/edit/index',
  results: '/packages/questionnaires/results/index',
} as const;
