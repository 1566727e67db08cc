import type { PatchOperation } from '@yishiting/domain/protocol';
import type { View } from '@yishiting/domain/view';
import { applyPatch, type Operation } from 'rfc6902';

/** The view after a patch, as a new value; null when the patch does not fit, so that the whole must be asked for. */
export function patched(view: View, patch: readonly PatchOperation[]): View | null {
  // A view is plain JSON; structuredClone is not in the browsers of 2020.
  const copy = JSON.parse(JSON.stringify(view)) as View;
  const errors = applyPatch(copy, patch as Operation[]);
  return errors.every((error) => error === null) ? copy : null;
}
