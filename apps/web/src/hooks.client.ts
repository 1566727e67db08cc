import '#lib/ui/old-browsers.ts';
