/**
 * The texts of a meeting's agreement on their way to the record. A text is kept before the command that brings it is
 * decided, so that no event ever names one that is not there; what is named no more is taken away.
 */
import { forgetFrozen, forgetTexts, keepFrozen, keepText, sweepTexts, textsOf } from '@yishiting/db/agreements';
import type { Tables } from '@yishiting/db/tables';
import type { MeetingCommand } from '@yishiting/domain/acts/command';
import { canonical } from '@yishiting/domain/canonical';
import { digestOf, partsOf } from '@yishiting/domain/agreement';
import type { TakenIn } from '@yishiting/domain/agreement-taken-in';
import { agreementHash, canonicalAgreement } from '@yishiting/domain/agreement-text';
import { agreementToFreeze } from '@yishiting/domain/agreement-whole';
import type { AgreementTexts } from '@yishiting/domain/agreement-view';
import type { Actor } from '@yishiting/domain/decision';
import type { Meeting } from '@yishiting/domain/meeting';
import { actingAs } from '@yishiting/domain/permissions';
import { settlesByAgreement } from '@yishiting/domain/procedures/parties';
import { digestsNamed } from '@yishiting/domain/texts-named';
import type { Answer } from '@yishiting/domain/protocol';
import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import { KeptRows } from '../live/kept-rows.ts';
import type { Place } from '../room/outcomes.ts';

interface Needs {
  db: Kysely<Tables>;
  clock: Clock;
  place: Place;
  meeting: () => Meeting;
  /** Something may be shown otherwise than before. */
  changed: () => void;
}

/** What a command brings that lies beside the record; undefined: nothing. */
function textIn(command: MeetingCommand, device: string): string | undefined {
  switch (command.type) {
    case 'write-passage':
      return command.text === '' ? undefined : command.text;
    case 'add-clause':
    case 'revise-clause':
      return command.text;
    case 'check-part':
    case 'record-check':
      return command.says === 'change' ? command.wish : undefined;
    case 'sign-agreement':
      return canonical({ device, drawing: command.drawing });
    case 'refuse-signing':
    case 'record-refusal':
      return command.reason;
    default:
      return undefined;
  }
}

/** It may be committed after all, and name what was kept for it; what nobody names is swept when the room is opened anew. */
const isInDoubt = (answer: Answer): boolean =>
  answer.answer === 'refused' && ['try-again', 'disk-full', 'stopping'].includes(answer.code);

/** Milliseconds for which a text that no record names is left where it is: a commit may still be under way. */
const spared = 3_600_000;

export class TextsDesk {
  #needs: Needs;
  #kept: KeptRows<AgreementTexts>;

  private constructor(needs: Needs) {
    this.#needs = needs;
    const { db, place } = needs;
    const read = async () => ({ texts: await textsOf(db, place) });
    this.#kept = new KeptRows<AgreementTexts>({ texts: new Map() }, read, needs.changed);
  }

  /** With the texts that the record names; others were left behind by a server that died, and go. */
  static async open(needs: Needs): Promise<TextsDesk> {
    const desk = new TextsDesk(needs);
    const { agreement, signing, called } = needs.meeting();
    if (settlesByAgreement(called.procedure)) {
      const hashes = agreement.versions.map(({ hash }) => hash);
      const named = { digests: [...digestsNamed({ agreement, signing })], hashes };
      await sweepTexts(needs.db, needs.place, named, needs.clock.now() - spared);
    }
    await desk.#kept.refresh();
    return desk;
  }

  get state(): AgreementTexts {
    return this.#kept.state;
  }

  /**
   * Carries a command out with what it brings kept beside the record. Nothing is kept for whoever may not give it.
   * @param device the browser as it names itself, for a signature
   */
  async carry(
    command: MeetingCommand,
    { seat, staff, device }: Pick<Actor, 'seat' | 'staff'> & { device: string },
    submit: (taken: TakenIn | undefined) => Promise<Answer>,
  ): Promise<Answer> {
    const held = this.#needs.meeting().attendance.people[seat]?.capacities ?? [];
    if (!actingAs(command.type, held, { staff })) return submit(undefined);
    const text = textIn(command, device);
    if (text !== undefined) return this.#withText(text, submit);
    if (command.type === 'freeze-agreement') return this.#freeze(submit);
    // Most meetings have no agreement, and nothing is looked for in them.
    if (this.#needs.meeting().agreement.status === 'none') return submit(undefined);
    return this.#dropping(() => submit(undefined));
  }

  async #withText(text: string, submit: (taken: TakenIn) => Promise<Answer>): Promise<Answer> {
    const { db, clock, place } = this.#needs;
    const digest = await keepText(db, place, text, clock.now());
    await this.#kept.refresh();
    return this.#dropping(() => submit({ digest }), [digest]);
  }

  /** Does it, and takes away what the record does not name after it: what was named before, and what was kept for it. */
  async #dropping(submit: () => Promise<Answer>, kept: readonly string[] = []): Promise<Answer> {
    const { db, place, meeting } = this.#needs;
    const before = digestsNamed(meeting());
    const answer = await submit();
    if (isInDoubt(answer)) return answer;
    const named = digestsNamed(meeting());
    const gone = [...before, ...kept].filter((digest) => !named.has(digest));
    if (gone.length > 0) {
      await forgetTexts(db, place, gone);
      await this.#kept.refresh();
    }
    return answer;
  }

  async #freeze(submit: (taken: TakenIn | undefined) => Promise<Answer>): Promise<Answer> {
    const { db, clock, place, meeting } = this.#needs;
    const { agreement } = meeting();
    const whole = agreementToFreeze(place.meeting, meeting(), this.state);
    // The rules say what is missing.
    if (!whole) return submit(undefined);
    const hash = agreementHash(whole);
    await keepFrozen(db, place, { hash, text: canonicalAgreement(whole), at: clock.now() });
    const parts = partsOf(agreement).map((part) => digestOf(agreement, part) ?? '');
    const answer = await submit({ whole: { parts, hash } });
    if (isInDoubt(answer)) return answer;
    if (!meeting().agreement.versions.some((version) => version.hash === hash)) await forgetFrozen(db, place, hash);
    return answer;
  }
}
