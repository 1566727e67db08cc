/**
 * The process that typesets, started by press.ts: it makes the faces once and then a paper for each order. What happens to
 * it happens to no meeting: it may run for long, run out of memory or crash, and is ended and started anew.
 */
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { missingIn } from './coverage.ts';
import { makeFaces } from './faces.ts';
import type { FromPress, Order } from './press-messages.ts';

const templates = join(import.meta.dirname, 'templates');
const tell = (message: FromPress) => void process.send?.(message);

// The server ends it; Ctrl-C in a terminal reaches the whole group, and papers under way are to be finished first.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(0));

const { files, characters } = await makeFaces();
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: files }] });

/** The compiler's own words, without the place in the template. */
const messagesOf = (diagnostics: readonly { message?: string }[] | undefined): string =>
  (diagnostics ?? [])
    .map(({ message = '' }) => message)
    .join('; ')
    .slice(0, 500);

function typeset({ order, template, data }: Order): FromPress {
  const missing = missingIn(JSON.parse(data), characters);
  if (missing) return { order, missing };
  const compiled = compiler.compile({ mainFilePath: join(templates, `${template}.typ`), inputs: { data } });
  const document = compiled.result;
  if (!document) return { order, failed: messagesOf(compiled.takeError()?.shortDiagnostics) };
  const pdf = compiler.pdf(document, { pdfStandard: 'a-2a' });
  compiler.evictCache(2);
  return { order, pdf };
}

process.on('message', (order: Order) => {
  try {
    tell(typeset(order));
  } catch (error) {
    tell({ order: order.order, failed: String((error as Error).message).slice(0, 500) });
  }
});
tell({ ready: true });
