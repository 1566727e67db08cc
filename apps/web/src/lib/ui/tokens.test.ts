import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+):\s*#([0-9a-f]{3}|[0-9a-f]{6});/g)].map(([, name, hex]) => [name!, hex!]),
);

/** WCAG 2.2: the relative luminance of a colour. */
function luminance(name: string): number {
  const hex = colours.get(name);
  if (hex === undefined) throw new Error(`tokens.css has no colour --${name}`);
  const whole = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const share = parseInt(whole.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2: from 1 (the same) to 21 (black on white). */
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'sheet', 'work-2', 'amber-2', 'vermilion-2'];
const each = (inks: string[], on: string[]) => inks.flatMap((ink) => on.map((ground) => [ink, ground] as const));

describe('the colours are told apart (WCAG 2.2 AA)', () => {
  it.each([
    ...each(['ink', 'ink-2'], grounds),
    ...each(['ink-3', 'work'], ['paper', 'sheet', 'work-2']),
    ...each(['vermilion'], ['paper', 'sheet', 'vermilion-2']),
    ...each(['amber'], ['paper', 'sheet', 'amber-2']),
    ...each(['on-work'], ['work']),
    // Words of a button that waits for something.
    ...each(['ink-2'], ['line']),
  ])('text in --%s on --%s: at least 4.5', (ink, ground) => {
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(each(['edge', 'focus'], ['paper', 'sheet']))('an edge in --%s on --%s: at least 3', (edge, ground) => {
    expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3);
  });

  it('reckons as WCAG does', () => {
    expect(contrast('sheet', 'sheet')).toBe(1);
    expect(contrast('ink', 'sheet')).toBeCloseTo(16.6, 1);
  });
});
