/** For tests: the editor of somebody who writes the minutes, over the line of their page; it knows what is saved as theirs does. */
import { sameMark, savedMark } from '@yishiting/domain/minutes-wire';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { write } from '../minutes/fixtures.ts';
import type { Page } from './page.ts';

export class Scribe {
  readonly doc = new Y.Doc();
  /** Every paragraph, in the order in which it was typed. */
  readonly typed: { section: string; words: string }[] = [];
  readonly page: Page;
  #provider: WebsocketProvider;

  constructor(page: Page, community: string, meeting: string) {
    this.page = page;
    this.#provider = new WebsocketProvider(`ws://${page.line.host}/c/${community}/minutes`, meeting, this.doc, {
      params: { seat: page.seat },
      WebSocketPolyfill: WebSocket as never,
      disableBc: true,
      maxBackoffTime: 500,
    });
  }

  /** A paragraph of its own words, after what its page has seen happen. */
  type(section: string, words: string): void {
    const own = `${words}（${this.page.name} ${this.typed.length + 1}）`;
    this.typed.push({ section, words: own });
    write(this.doc, section, own);
  }

  get isSaved(): boolean {
    const { saved } = this.page.live;
    const mark = savedMark(Y.encodeStateVector(this.doc), Y.createDeleteSetFromStructStore(this.doc.store).clients);
    return saved !== null && sameMark(saved, mark);
  }

  close(): void {
    this.#provider.destroy();
  }
}
