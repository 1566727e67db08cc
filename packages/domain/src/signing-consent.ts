/**
 * The words with which a party agrees to sign electronically, before signing. What was read is told by its hash; a wording
 * once in use stays in the list, so that the record can always say to which words somebody agreed.
 *
 * Electronic Signature Law (电子签名法, 2019) art. 3: the parties may agree to use electronic signatures, save in the matters
 * it excepts; art. 13: signatures by means on which the parties agreed. It promises no more than that.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Language } from './language.ts';

export interface ConsentWords {
  /** By which it is called: the month from which it is in use. */
  version: string;
  title: string;
  paragraphs: readonly string[];
  /** What the party says with it. */
  agrees: string;
}

const inUse: Record<Language, ConsentWords> = {
  'zh-CN': {
    version: '2026-11',
    title: '电子签名告知与同意书',
    paragraphs: [
      '一、签名方式。您在平板电脑或者手机上亲笔书写姓名。本系统保存您的笔迹、签名时间、核对身份的方式和协议文本的校验码，用以证明是谁、在什么时候、在哪一份文本上签的名。不采集指纹。',
      '二、自愿选择。您可以不采用电子签名。不采用的，在打印的协议书上签名、盖章或者按指印，您的权利不受影响。',
      '三、各方约定。采用电子签名的，各方当事人依照《中华人民共和国电子签名法》第三条、第十三条，约定以上述方式签署本调解协议。涉及婚姻、收养、继承等人身关系的，以及法律、行政法规规定不适用的，在纸上签署。',
      '四、签名之前，请看完协议全文，或者请工作人员读给您听。签名之后协议有任何改动，已签的名字作废，由各方重新核对、重新签名。',
      '五、协议自各方当事人签名、人民调解员签名并加盖人民调解委员会印章之日起生效（《中华人民共和国人民调解法》第二十九条）。生效后，您可以取得载有全部签名的协议书。',
    ],
    agrees: '以上内容我已知晓，同意用电子签名签署本调解协议。',
  },
  en: {
    version: '2026-11',
    title: 'Signing electronically: notice and consent',
    paragraphs: [
      '1. How you sign. You write your name by hand on a tablet or phone. The system keeps your handwriting, the time, how your identity was checked, and the hash of the text, as evidence of who signed which text and when. No fingerprints are taken.',
      '2. Your choice. You need not sign electronically. If you would rather not, you sign, seal or put your fingerprint on a printed copy, and your rights stay as they are.',
      '3. What the parties agree on. Where it is signed electronically, the parties agree under Articles 3 and 13 of the Electronic Signature Law of the People’s Republic of China to sign this agreement in the manner described. Matters of personal status such as marriage, adoption and inheritance, and others that laws and regulations except, are signed on paper.',
      '4. Before you sign, read the agreement to its end or have it read to you. If anything in it is changed afterwards, the signatures given are void, and the parties check and sign anew.',
      '5. The agreement takes effect on the day on which all parties and the people’s mediator have signed it and the seal of the people’s mediation committee is set (People’s Mediation Law, Article 29). You may then have a copy that bears all signatures.',
    ],
    agrees: 'I have taken note of the above and agree to sign this agreement electronically.',
  },
};

/** The wording in force. */
export const consentWords = (language: Language): ConsentWords => inUse[language];

/** SHA-256 (lower-case hex) over the wording, line by line as it is read: title, paragraphs, what is said with it. */
export function consentHash(language: Language): string {
  const { title, paragraphs, agrees } = consentWords(language);
  return bytesToHex(sha256(utf8ToBytes([title, ...paragraphs, agrees].join('\n'))));
}
