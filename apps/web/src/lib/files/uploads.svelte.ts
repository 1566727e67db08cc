import type { ApiRefusal } from '@yishiting/domain/api';
import type { FileLine } from '@yishiting/domain/api-files';
import type { FileKind } from '@yishiting/domain/acts/files';
import { newCommandId } from '#lib/live/outbox.ts';
import { send, type Sending } from './sending.ts';

/** What a page offers beside the file itself. */
export interface Chosen {
  kind: FileKind;
  item: string | null;
  name: string;
  body: Blob;
  /** Of a proof: which duty it proves. */
  duty?: string;
}

export interface OnItsWay {
  /** Also the command under which it is taken, once, however often it is sent. */
  key: string;
  chosen: Chosen;
  share: number;
  /** Why it did not arrive; null while it is on its way. */
  refusal: ApiRefusal | null;
}

/** Past this the server takes nothing; told before a byte is sent. */
const most = 20 * 1024 * 1024;
const tooLarge: ApiRefusal = { code: 'file-too-large', params: { megabytes: 20 } };

/**
 * Files on their way up from one page, one after the other. Nothing of them outlives the page: what has not arrived when
 * it is reloaded is clearly not there.
 */
export class Uploads {
  all = $state.raw<readonly OnItsWay[]>([]);
  /** What arrived last, to be said aloud. */
  arrived = $state.raw<FileLine | null>(null);
  readonly underWay: number = $derived(this.all.filter(({ refusal }) => refusal === null).length);
  #path: string;
  #seat: string | null;
  #send: (sending: Sending) => ReturnType<typeof send>;
  #tell: (line: FileLine) => void;
  #queue: Promise<void> = Promise.resolve();

  constructor(
    { path, seat, tell = () => {} }: { path: string; seat: string | null; tell?: (line: FileLine) => void },
    how: (sending: Sending) => ReturnType<typeof send> = send,
  ) {
    this.#path = path;
    this.#seat = seat;
    this.#tell = tell;
    this.#send = how;
  }

  add(chosen: Chosen): void {
    const one: OnItsWay = { key: newCommandId(), chosen, share: 0, refusal: null };
    this.all = [...this.all, one];
    if (chosen.body.size > most) return this.#change(one.key, { refusal: tooLarge });
    this.#enqueue(one.key);
  }

  again(key: string): void {
    this.#change(key, { refusal: null, share: 0 });
    this.#enqueue(key);
  }

  drop(key: string): void {
    this.all = this.all.filter((one) => one.key !== key);
  }

  #enqueue(key: string): void {
    this.#queue = this.#queue.then(() => this.#carry(key));
  }

  async #carry(key: string): Promise<void> {
    const one = this.all.find((held) => held.key === key);
    if (!one) return;
    const replied = await this.#send({
      ...one.chosen,
      path: this.#path,
      seat: this.#seat,
      command: key,
      progress: (share) => this.#change(key, { share }),
    });
    if (!replied.ok) return this.#change(key, { refusal: replied.refusal });
    this.drop(key);
    this.arrived = replied.value;
    this.#tell(replied.value);
  }

  #change(key: string, change: Partial<OnItsWay>): void {
    this.all = this.all.map((one) => (one.key === key ? { ...one, ...change } : one));
  }
}
