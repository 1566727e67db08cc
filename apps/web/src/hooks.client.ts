import '#lib/live/old-browsers.ts';
