import type { Arrangement, ArrangementRequest } from '@yishiting/domain/api';
import type { NoticeWords } from '@yishiting/domain/acts/notice';
import { invitedOf } from '@yishiting/domain/invited';
import { missingToCall } from '@yishiting/domain/calling';
import { noticeWords } from '@yishiting/domain/notice-text';
import { procedures } from '@yishiting/domain/procedures/catalogue';
import type { Procedure } from '@yishiting/domain/procedures/schema';
import { forgetDraft, keepDraft, readKept } from '#lib/live/drafts.ts';
import { get, put } from '#lib/live/request.ts';
import { houseZone, instantOf } from '#lib/ui/zoned.ts';
import { Autosave, type SaveOutcome, type Saving } from '#lib/live/autosave.ts';
import { byKey, formOf, itemsOf, requestOf, seatsIn, stampOf, wrongIn, type Form } from './form.ts';

/** What a reload finds again: the form as typed, and what the server had when it was begun. */
interface Draft {
  begunOn: string;
  form: Form;
  /** As `items` below. */
  items?: Readonly<Record<string, string>>;
}

/** A draft of an older page says nothing of who was asked, nor of sides. */
function completed(form: Form): Form {
  const unasked = { reply: { is: 'not-asked' }, standsInFor: null, side: null } as const;
  return { ...form, people: form.people.map((person) => ({ ...unasked, ...person })) };
}

/** One meeting being prepared on one page: the form, whether it is saved, and what is wrong with it. */
export class Arranging {
  form: Form;
  saving = $state.raw<Saving>({ is: 'saved', at: null });
  /** What somebody else saved in between; it is for the reader to choose. */
  overtaking = $state.raw<Arrangement | null>(null);
  /** The server's ids of the items that it has, by their key in the form. */
  items = $state.raw<Readonly<Record<string, string>>>({});
  #refused = $state.raw<Readonly<Record<string, string>>>({});
  /** What is wrong, by field (`people.<person>.capacities`, `agenda.<key>.title`); not while somebody is still typing it. */
  readonly wrong: Readonly<Record<string, string>> = $derived.by(() =>
    this.saving.is === 'held' ? { ...this.#refused, ...wrongIn(this.form, this.timeZone) } : this.#refused,
  );

  /** The notice as it would go out now: revised by hand, else as it follows from the form. */
  readonly words: NoticeWords = $derived.by(() => {
    const { notice, ...form } = this.form;
    const observers = seatsIn(notice.observers);
    return noticeWords({
      ...{
        ...form,
        people: invitedOf(form.people),
        timeZone: this.timeZone,
        organ: this.#organ,
        procedure: this.procedure,
      },
      plannedAt: instantOf(form, this.timeZone),
      notice: { ...notice, observers: Number.isNaN(observers) ? null : observers },
    });
  });

  readonly timeZone: string;
  readonly procedure: Procedure;
  #organ: string;
  #path: string;
  #draft: { meeting: string; seat: string; field: string };
  /** Stamp of what the server had when this page last heard of it, and of what this page sent since. */
  #known: string;
  #sent: string | null = null;
  #last: string;
  #autosave: Autosave<Form>;

  constructor(community: string, there: Arrangement, timeZone = houseZone) {
    this.timeZone = timeZone;
    const procedure = procedures[there.procedure];
    // The server arranges nothing under a procedure that it does not have, and the pages are of the same program.
    if (!procedure) throw new Error(`There is no procedure ${there.procedure}`);
    this.procedure = procedure;
    this.#organ = there.organ;
    this.#path = `/c/${community}/api/meetings/${there.meeting}`;
    this.#draft = { meeting: there.meeting, seat: 'prepare', field: 'arrangement' };
    this.#autosave = new Autosave({
      save: (form) => this.#save(form),
      tell: (saving) => this.#heard(saving),
      now: () => Date.now(),
    });
    const kept = readKept<Draft>(this.#draft);
    // A draft kept by an older page may lack what was added since.
    this.form = $state(completed({ ...formOf(there, timeZone), ...kept?.form }));
    this.items = { ...itemsOf(there), ...kept?.items };
    this.#known = kept?.begunOn ?? stampOf(there);
    this.#last = kept ? '' : JSON.stringify(this.form);
  }

  /** Hears the form as it stands now; saves it in a moment when it changed. */
  typed(form: Form): void {
    const typed = JSON.stringify(form);
    if (typed === this.#last) return;
    this.#last = typed;
    keepDraft(this.#draft, JSON.stringify({ begunOn: this.#known, form, items: this.items } satisfies Draft));
    if (Object.keys(wrongIn(form, this.timeZone)).length > 0) this.#autosave.hold();
    else this.#autosave.typed(form);
  }

  /** Saves at once. True when all of it is saved. */
  settle(): Promise<boolean> {
    return this.#autosave.flush();
  }

  /** All that keeps the meeting, as it stands in the form, from being called this way; empty when nothing does. */
  gaps(way: 'served' | 'to-be-served' | 'start-now'): Record<string, string> {
    const { place, people, notice } = this.form;
    const plannedAt = instantOf(this.form, this.timeZone);
    return {
      ...missingToCall(
        { place, plannedAt, people: invitedOf(people), notice: { words: this.words, phone: notice.phone } },
        way,
        this.procedure,
      ),
      ...wrongIn(this.form, this.timeZone),
    };
  }

  /** Findings of a request about the whole meeting, such as calling it. */
  refuse(fields: Readonly<Record<string, string>>): void {
    this.#refused = byKey(fields, this.form);
  }

  /** After {@link overtaking}: this page's form in the place of what somebody else saved. */
  keepOurs(): void {
    if (!this.overtaking) return;
    this.#known = stampOf(this.overtaking);
    this.overtaking = null;
    this.#autosave.typed($state.snapshot(this.form) as Form);
  }

  takeTheirs(): void {
    if (!this.overtaking) return;
    this.#autosave.stop();
    this.#known = stampOf(this.overtaking);
    this.form = formOf(this.overtaking, this.timeZone);
    this.items = itemsOf(this.overtaking);
    this.#last = JSON.stringify(this.form);
    this.overtaking = null;
    this.#refused = {};
    forgetDraft(this.#draft);
    this.saving = { is: 'saved', at: null };
  }

  #heard(saving: Saving): void {
    this.saving = saving;
    if (saving.is === 'saved') forgetDraft(this.#draft);
  }

  async #save(form: Form): Promise<SaveOutcome> {
    const request = requestOf(form, this.timeZone, this.items);
    const ours = stampOf(request);
    const there = await get<Arrangement>(this.#path);
    if (!there.ok) return there.refusal;
    const { status } = there.value;
    if (status !== 'draft') return { code: 'wrong-phase', params: { phase: status } };
    const theirs = stampOf(there.value);
    // What this page sent, and heard no answer to, is no one else's.
    if (theirs !== this.#known && theirs !== this.#sent && theirs !== ours) {
      this.overtaking = there.value;
      return 'overtaken';
    }
    return theirs === ours ? this.#saved(ours, form, there.value) : this.#send(request, ours, form);
  }

  async #send(request: ArrangementRequest, ours: string, form: Form): Promise<SaveOutcome> {
    this.#sent = ours;
    const replied = await put<Arrangement>(this.#path, request);
    if (replied.ok) return this.#saved(stampOf(replied.value), form, replied.value);
    this.#refused = byKey(replied.refusal.fields ?? {}, form);
    return replied.refusal;
  }

  #saved(known: string, { agenda }: Form, there: Arrangement): SaveOutcome {
    this.#known = known;
    const named = agenda.flatMap(({ key }, place) => {
      const item = there.agenda[place]?.item;
      return item === undefined ? [] : [[key, item] as const];
    });
    this.items = Object.fromEntries(named);
    this.#sent = null;
    this.#refused = {};
    return 'saved';
  }
}
