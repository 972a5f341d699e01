export * from './draw.rules.js';
