import { giveUp } from './say.mjs';
import { GROUPS, runGroups } from './test-groups.mjs';
import { tools } from './tools.mjs';

/**
 * npm test [-- pure|database|browser [file …]]: all three groups, or one. The last line is `N passed, N failed`.
 * A group that runs no test has failed.
 */
const [only, ...files] = process.argv.slice(2);
if (only && !GROUPS.includes(only))
  giveUp(`没有名为 ${only} 的测试组。`, `There is no group ${only}; there are ${GROUPS.join(', ')}.`);
await tools();
process.exitCode = await runGroups(only ? [only] : GROUPS, files);
