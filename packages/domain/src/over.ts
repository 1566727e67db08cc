import type { Phase } from './acts/session.ts';

/** Nobody joins the meeting any more: it was held and closed, or was called off. */
export const isOver = (phase: Phase | 'draft'): boolean => phase === 'closed' || phase === 'called-off';
