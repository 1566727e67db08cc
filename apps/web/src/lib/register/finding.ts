import type { ApiRefusal, SessionAnswer } from '@yishiting/domain/api';
import type { PageWords } from '@yishiting/domain/words/shape';

/** What is wrong with a field of a form, in a sentence. */
export function findingOf(refusal: ApiRefusal | null, field: string, domain: PageWords): string | undefined {
  const code = refusal?.fields?.[field];
  const known: Readonly<Record<string, string>> = domain.fields;
  return code === undefined ? undefined : (known[code] ?? domain.refusals.malformed({}).do);
}

/** Does whoever is signed in hold this post, of any body? */
export const holds = ({ account }: Pick<SessionAnswer, 'account'>, post: 'staff' | 'administrator'): boolean =>
  (account?.posts ?? []).some((held) => held.post === post);

/** Staff of any body keep the register, and so do administrators. */
export const keepsRegister = (session: Pick<SessionAnswer, 'account'>): boolean =>
  holds(session, 'staff') || holds(session, 'administrator');

/** A post in words: `居民委员会 工作人员`. */
export function postName({ post, body }: { post: string; body: { name: string } | null }, domain: PageWords): string {
  const known: Readonly<Record<string, string>> = domain.posts;
  return [body?.name, known[post] ?? post].filter(Boolean).join(' ');
}
