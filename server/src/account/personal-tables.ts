/** Rows of one table that are about a person. */
export interface PersonalTable {
  /** The kind in GET /me/export; null where it says nothing that the others do not. */
  readonly kind: { readonly name: string; readonly label: string; readonly columns: string } | null;
  readonly table: string;
  /** The column that names the person. */
  readonly column: string;
  /** What becomes of them when the account is deleted: what others rely on is kept, and names nobody any more. */
  readonly atDeletion: 'delete' | 'keep';
}

const own = (table: string, name: string, label: string, columns: string, column = 'person_id'): PersonalTable => ({
  kind: { name, label, columns },
  table,
  column,
  atDeletion: 'delete',
});

const kept = (table: string, name: string, label: string, columns: string, column = 'person_id'): PersonalTable => ({
  ...own(table, name, label, columns, column),
  atDeletion: 'keep',
});

/** Every place in the database that says something about a person. A test compares it with the entities. */
export const PERSONAL_TABLES: readonly PersonalTable[] = [
  own('people', 'account', '账号', 'id, name, proposed_name, home_township, created_at', 'id'),
  own('identities', 'identities', '登录方式', 'provider, subject'),
  own('grants', 'roles', '身份', 'role, region'),
  own('phones', 'phones', '手机号', 'bound_at'),
  own('told_profiles', 'told', '我自愿填写的情况', 'age_band, community, interests, updated_at'),
  own('consents', 'consents', '同意记录', 'document, version, given_at, withdrawn_at'),
  own('sign_ins', 'signIns', '登录设备', 'way, device, created_at, rotated_at, ended_at'),
  own('qr_sign_ins', 'qrSignIns', '扫码登录', 'device, created_at'),
  own('staff_accounts', 'staffAccounts', '工作账号', 'username, created_at'),
  own('messages', 'messages', '我收到的消息', 'title, body, kind, item_id, created_at, read_at'),
  { kind: null, table: 'idempotency_keys', column: 'owner', atDeletion: 'delete' },
  kept('phone_reveals', 'phoneReveals', '查看过我电话的记录', 'capacity, department_id, reason, at'),
  kept('phone_reveals', 'phoneLookUps', '我查看他人电话的记录', 'capacity, reason, at', 'viewer_id'),
  kept(
    'topics',
    'topics',
    '我提的议题',
    'id, title, description, category, source, state, community, place, suggestion, tried, affected, anonymous, on_behalf_of, created_at',
    'raiser_id',
  ),
  kept('cosigns', 'cosigns', '我的附议', 'topic_id, created_at'),
  kept('participants', 'participations', '我参加的协商', 'session_id, category, origin, seating, present, created_at'),
  kept('live_entries', 'livePoints', '我在会上的举手、发言和要点', 'session_id, kind, body, at'),
  kept('live_entries', 'liveActions', '我在会上的操作', 'session_id, kind, at', 'actor_id'),
  kept('live_votes', 'liveVotes', '我在会上的举手表态', 'session_id, poll_id, choice, at'),
  kept('ratings', 'ratings', '我的评议', 'task_id, process, result, handling, comment, updated_at'),
  kept('task_visits', 'taskVisits', '我的实地查看', 'task_id, visited_at, finding, text, created_at'),
  own('task_samples', 'samples', '随机抽到我评议的事项', 'task_id, drawn_at'),
  kept('look_back_answers', 'lookBacks', '我的回头看', 'look_back_id, works, reason, at'),
  kept('minutes_objections', 'objections', '我提的异议', 'minutes_id, text, answer, created_at'),
  kept('minutes_signatures', 'signatures', '我的核签', 'minutes_id, signed_at'),
  { kind: null, table: 'minutes_revisions', column: 'writer_id', atDeletion: 'keep' },
  kept('minutes', 'minutes', '我记录的纪要', 'id, number, session_title, created_at', 'recorder_id'),
  kept('sessions', 'sessionsCalled', '我发起的协商', 'id, title, starts_at', 'initiator_id'),
  kept('sessions', 'sessionsChaired', '我主持的协商', 'id, title, starts_at', 'chair_id'),
  kept('sessions', 'sessionsRecorded', '我记录的协商', 'id, title, starts_at', 'recorder_id'),
  kept('opinion_rounds', 'roundsStarted', '我发起的网络议政', 'id, title, created_at', 'initiator_id'),
  kept(
    'opinion_statements',
    'opinionStatements',
    '我在网络议政中写的看法',
    'round_id, text, content, created_at',
    'author_id',
  ),
  kept('opinion_voters', 'opinionRounds', '我参加的网络议政', 'round_id, category, created_at'),
  kept('draw_entries', 'drawEntries', '我报名的抽取', 'draw_id, ticket, category, created_at'),
  kept('session_draws', 'draws', '我办理的抽取', 'session_id, round, opened_at', 'opened_by'),
  kept('session_materials', 'materials', '我上传的会议材料', 'id, session_id, title, created_at', 'uploader_id'),
  kept('tasks', 'supervised', '我督办的事项', 'id, what, due_at', 'supervisor_id'),
  kept('task_spendings', 'spendings', '我报告的支出', 'task_id, amount, what, reason, spent_at'),
  kept('task_supervisions', 'supervisions', '我的督办记录', 'task_id, text, at'),
  kept('task_progress', 'progress', '我报告的进展', 'task_id, text, percent, reason, at'),
  kept('task_requests', 'taskRequests', '我提的延期、移交申请', 'task_id, kind, reason, asked_at'),
  kept('task_requests', 'taskDecisions', '我答复的延期、移交申请', 'task_id, decision, decided_at', 'decider_id'),
  kept('attachments', 'photos', '我上传的照片', 'id, owner_kind, owner_id, created_at', 'uploader_id'),
  kept('content_checks', 'contentChecks', '我的内容的审核记录', 'kind, title, state, appeal, created_at', 'author_id'),
  kept('reports', 'reports', '我的举报', 'kind, title, category, note, state, reply, created_at', 'reporter_id'),
  kept('feedback', 'feedback', '我的投诉建议', 'kind, state, text, answer, created_at'),
  kept('moderation_events', 'moderation', '我的审核操作', 'subject, subject_id, action, reason, at', 'actor_id'),
  kept('staff_events', 'appointments', '我的身份和工作账号的变动', 'action, role, region, at'),
  kept('staff_events', 'appointmentsMade', '我办理的身份和工作账号', 'action, role, region, at', 'actor_id'),
  kept('settings_changes', 'settingsChanges', '我改过的设置', 'region, settings, at', 'actor_id'),
  kept('open_key_events', 'openKeys', '我发放、停用的开放数据密钥', 'key_id, action, at', 'actor_id'),
  kept('research', 'researchBegun', '我发起的调研', 'id, title, created_at', 'initiator_id'),
  kept('research', 'researchLed', '我负责的调研', 'id, title, created_at', 'lead_id'),
  kept('research_members', 'researchGroups', '我参加的调研', 'research_id'),
  kept('research_visits', 'visits', '我记的走访', 'research_id, visited_at, place, who, found, created_at'),
  own('questionnaire_answered', 'questionnairesAnswered', '我答过的问卷', 'questionnaire_id'),
  kept('questionnaire_sheets', 'sheets', '我记名答的问卷', 'questionnaire_id, answers'),
  kept('cases', 'casesBegun', '我整理的案例', 'id, title, created_at', 'writer_id'),
  kept('events', 'events', '我的操作记录', 'kind, item_id, action, capacity, reason, at', 'actor_id'),
];
