export * from './escalations.js';
export * from './lights.js';
export * from './reminders.js';
export * from './working-days.js';
