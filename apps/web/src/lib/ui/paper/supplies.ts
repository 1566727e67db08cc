/**
 * What pdf.js calls and browsers of 2020 (Chrome 87, Safari 14) lack, beyond what its legacy build brings and what every page is
 * supplied with; on the page and in its worker, which hears of nothing else.
 */
import { supply } from '../old-browsers.ts';

supply(Promise, 'withResolvers', <T>() => {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((...given) => ([resolve, reject] = given));
  return { promise, resolve, reject };
});
async function bytes(this: Blob | Response): Promise<Uint8Array> {
  return new Uint8Array(await this.arrayBuffer());
}
supply(Response.prototype, 'bytes', bytes);
supply(Blob.prototype, 'bytes', bytes);
supply(Array.prototype, 'findLast', function findLast<T>(this: T[], is: (one: T) => boolean): T | undefined {
  for (let at = this.length - 1; at >= 0; at -= 1) if (is(this[at] as T)) return this[at];
  return undefined;
});
// Only plain data is copied there.
supply(globalThis, 'structuredClone', <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T);
