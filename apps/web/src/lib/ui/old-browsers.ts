/** What Svelte, Kit and our pages call and the browsers of 2020 (Chrome 87, Safari 14) lack; loaded before any page. */

/** Gives `target` what it lacks under this name; what the browser has itself stays. */
export function supply(target: object, name: string, value: unknown): void {
  if (name in target) return;
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

supply(Object, 'hasOwn', (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key));
supply(Array.prototype, 'at', function at<T>(this: T[], index: number): T | undefined {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
});
