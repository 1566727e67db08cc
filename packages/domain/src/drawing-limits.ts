/** Of one signature: pixels of a side of its box, strokes, points; millimetres of ink below which it is asked for again. */
export const drawingLimits = { side: 10_000, strokes: 200, points: 4_000, leastInk: 10 } as const;
