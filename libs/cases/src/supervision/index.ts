export * from './board.js';
export * from './climb.js';
export * from './explain.js';
export * from './light.js';
export * from './lights.js';
export * from './tell.js';
export * from './ticket-list.js';
export * from './tickets.js';
