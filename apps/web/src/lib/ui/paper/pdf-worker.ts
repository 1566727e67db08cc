/** The thread in which a PDF is read; it has no page, and what it does not know it fetches from pdf-resources.ts. */
import './supplies.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
