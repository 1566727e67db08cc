import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** Pictures for README and guide, made from the running product: `node scripts/pictures.mjs`. */
export default defineConfig({ ...tests, testMatch: '**/*.picture.ts', outputDir: '../../test-results/pictures' });
