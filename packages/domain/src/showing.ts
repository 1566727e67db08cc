/** Requests of the HTTP API by which chair, recorder and staff turn the screens of a meeting; parsed at the door like api.ts. */
import { z } from 'zod';
import { queueEntrySchema, screenContentSchema, screenFrameSchema } from './screens.ts';
import { commandId, id } from './text.ts';

/** Which screens are meant; null: all of the meeting. */
const onScreens = z.array(id).min(1).max(100).nullable();

/**
 * POST meetings/:meeting/screens/show: from now on these screens show this → {}. The content `blank` covers
 * them; any other uncovers them.
 */
export const showRequest = z.strictObject({ on: onScreens, content: screenContentSchema });
/** POST meetings/:meeting/screens/uncover: they show again what `blank` covered. → {} */
export const uncoverRequest = z.strictObject({ on: onScreens });
/** POST meetings/:meeting/screens/frame: what stands around their content. → {} */
export const frameRequest = z.strictObject({ on: onScreens, frame: screenFrameSchema });
/** POST meetings/:meeting/screens/queue: prepares something to be shown last; sent again with its `entry` it stands there once. → {} */
export const queueRequest = queueEntrySchema;
/** POST meetings/:meeting/screens/queue/move: it is to come right before another, or (null) last. → {} */
export const queueMoveRequest = z.strictObject({ entry: commandId, before: commandId.nullable() });
/** POST meetings/:meeting/screens/queue/remove → {} */
export const queueRemoveRequest = z.strictObject({ entry: commandId });
/**
 * POST meetings/:meeting/screens/next: shows what was prepared, and takes it off the queue → {}. It is named, so that two
 * who tap at once show one; what is no longer there was shown or removed, and nothing changes.
 */
export const showNextRequest = z.strictObject({ entry: commandId });
