/** The messages of y-websocket: sync and awareness, as y-protocols 1.x writes them. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';

const sync = 0;
const awareness = 1;
const askAwareness = 3;

/** What a writer's editor can say. */
export type FromEditor =
  /** What it has; it asks for the rest. */
  | { says: 'has'; stateVector: Uint8Array }
  /** What we lacked, in answer to what we have. */
  | { says: 'answer'; update: Uint8Array }
  | { says: 'typed'; update: Uint8Array }
  | { says: 'caret'; update: Uint8Array }
  | { says: 'whose-carets' };

/** @returns null for what is no such message */
export function readMessage(bytes: Uint8Array): FromEditor | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const read = message(decoder);
    return read && !decoding.hasContent(decoder) ? read : null;
  } catch {
    return null;
  }
}

function message(decoder: decoding.Decoder): FromEditor | null {
  switch (decoding.readVarUint(decoder)) {
    case sync:
      return syncMessage(decoder);
    case awareness:
      return { says: 'caret', update: decoding.readVarUint8Array(decoder) };
    case askAwareness:
      return { says: 'whose-carets' };
    default:
      return null;
  }
}

function syncMessage(decoder: decoding.Decoder): FromEditor | null {
  const type = decoding.readVarUint(decoder);
  const content = decoding.readVarUint8Array(decoder);
  switch (type) {
    case messageYjsSyncStep1:
      return { says: 'has', stateVector: content };
    case messageYjsSyncStep2:
      return { says: 'answer', update: content };
    case messageYjsUpdate:
      return { says: 'typed', update: content };
    default:
      return null;
  }
}

function written(types: readonly number[], content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const type of types) encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}

export const weHave = (stateVector: Uint8Array): Uint8Array => written([sync, messageYjsSyncStep1], stateVector);
export const theAnswer = (update: Uint8Array): Uint8Array => written([sync, messageYjsSyncStep2], update);
export const wasTyped = (update: Uint8Array): Uint8Array => written([sync, messageYjsUpdate], update);
export const caretsAre = (update: Uint8Array): Uint8Array => written([awareness], update);
