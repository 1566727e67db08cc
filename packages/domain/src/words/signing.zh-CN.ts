/** 签署：提示。 */
import type { AgreementRefusals } from './shape.ts';
import type { SigningCode } from './signing-shape.ts';

const who = (p: Readonly<Record<string, string | number | undefined>>) => String(p['name'] ?? '这一位');

export const signingRefusalsZh: Pick<AgreementRefusals, SigningCode> = {
  'agreement-superseded': () => ({
    says: '协议文本已经换过，这里办理的不是现在的定稿。',
    do: '请刷新页面，看过现在的文本再办理。',
  }),
  'agreement-effective': () => ({
    says: '协议已经生效，不能再改动或者重新签署。',
    do: '需要变更的，由各方当事人另行协商，另立协议。',
  }),
  'signing-not-open': () => ({ says: '签署还没有开始。', do: '请主持人先在协议台开始签署。' }),
  'signing-opened-already': () => ({
    says: '签署已经开始。',
    do: '要改变签署方式的，请改为在纸上签署，或者先将协议重新起草、定稿。',
  }),
  'paper-required': () => ({
    says: '这类事项依照《电子签名法》第三条不适用电子签名。',
    do: '请选择“在纸上签署”，打印定稿后由各方签名、盖章。',
  }),
  'matter-not-excepted': () => ({
    says: '没有选定不适用电子签名的事项，不能以此为由在纸上签署。',
    do: '请选定事项，或者写明是不便在屏幕上签名，还是不采用电子签名。',
  }),
  'may-not-sign-as': (p) => ({
    says: `${who(p)}不能以${p['role'] === 'witness' ? '见证人' : '调解员'}身份签名。`,
    do:
      p['role'] === 'witness'
        ? '见证人应当是当事人、主持人、记录人和调解员以外参加调解的人。'
        : '以调解员身份签名的，应当是主持调解的人或者参加调解的调解员，且不是当事人。',
  }),
  'not-a-signer': () => ({ says: '您不在签署人之列。', do: '如有遗漏，请告诉主持人。' }),
  'already-signed': (p) => ({ says: `${who(p)}已经签过名。`, do: '一人只签一次，不必再办理。' }),
  'signer-unidentified': (p) => ({
    says: `${who(p)}的身份还没有核对，不能签名。`,
    do: '请主持人、记录人或者工作人员先核对身份并登记。',
  }),
  'consent-outdated': () => ({ says: '电子签名同意书的文字已经更新。', do: '请刷新页面，看过新的同意书再确认。' }),
  'consent-missing': (p) => ({
    says: `${who(p)}还没有同意采用电子签名。`,
    do: '请本人先看同意书并确认；不采用电子签名的，请告诉主持人，改在纸上签署。',
  }),
  'not-your-turn': (p) => ({
    says: p['count'] === 1 ? `还要等${who(p)}先签名。` : `还要等 ${p['count'] ?? '几'} 位当事人先签名。`,
    do: '轮到您时，本页会提示。',
  }),
  'not-read-aloud': () => ({
    says: '协议还没有宣读。',
    do: '请看完协议全文再签名，或者请工作人员宣读并登记。',
  }),
  'signature-too-short': () => ({ says: '笔迹太短，看不出是签名。', do: '请写下您的姓名，再确认。' }),
  'signed-on-paper': () => ({ says: '这份协议在纸上签署。', do: '请在打印的协议书上签名、盖章或者按指印。' }),
  'not-on-paper': () => ({
    says: '这份协议采用电子签名，不用提交扫描件。',
    do: '要在纸上签署的，请主持人先改为纸质方式。',
  }),
  'another-must-confirm': () => ({
    says: '扫描件由您提交，应当由另一个人核对。',
    do: '请主持人、记录人或者工作人员中的另一位核对。',
  }),
  'signatures-missing': (p) => ({
    says: p['count'] === 1 ? `${who(p)}还没有签名，不能盖章。` : `还有 ${p['count'] ?? '几'} 人没有签名，不能盖章。`,
    do: '请等所有人签名后再盖章。',
  }),
  'no-such-seal': () => ({
    says: '没有这枚印章，或者这枚印章已经停用。',
    do: '请在印章页面选择由您保管、正在使用的印章。',
  }),
};
