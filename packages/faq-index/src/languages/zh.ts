import type { Language } from '../types.ts';
import { synonyms } from './zh.synonyms.ts';

/** Traditional letters of shop talk, each followed by its simplified form. */
const PAIRS =
  '貨货單单訂订購购買买賣卖錢钱費费運运遞递達达時时間间號号碼码優优惠惠價价額额積积點点換换獎奖會会員员級级評评論论質质壞坏損损壓压郵邮寄寄國国際际關关稅税務务發发開开電电話话網网頁页賬账帳账戶户記记錄录密密驗验證证聯联繫系係系絡络請请謝谢問问題题應应該该認认識识讓让給给與与為为過过還还這这裡里裏里後后從从來来個个們们兩两幾几樣样麼么什什嗎吗麽么無无沒没對对錯错選选擇择變变動动顏颜色色雙双鞋鞋褲裤裝装禮礼盒盒卡卡儲储贈赠邀邀連连結结鏈链紹绍薦荐友友須须當当將将進进處处理理寫写圖图片片傳传輸输載载據据資资料料權权隱隐護护區区縣县鄉乡鎮镇臺台灣湾澳澳門门島岛倉仓庫库廠厂產产品品種种類类規规則则條条約约內内適适試试穿穿團团隊队師师傅傅熱热線线語语言言簡简體体漢汉歡欢樂乐節节慶庆歲岁週周曆历歷历較较輕轻長长寬宽闊阔緊紧鬆松舊旧潔洁淨净補补賠赔償偿貼贴標标籤签簽签頭头尾尾屬属獲获領领離离遠远邊边邏逻輯辑實实體体驗验檢检測测專专業业學学習习嚴严訊讯息息詢询諮咨議议協协銷销毀毁啟启閉闭鎖锁貝贝幣币紙纸匯汇銀银帶带響响聲声親亲愛爱藥药雜杂';
const SIMPLE = new Map<string, string>();
for (let i = 0; i < PAIRS.length; i += 2) SIMPLE.set(PAIRS[i]!, PAIRS[i + 1]!);

/** The simplified form of a pair of letters, and the plain form of an English plural. */
const key = (word: string): string =>
  /^[a-z]/.test(word) ? word.replace(/(.{3,})s$/, '$1') : word.replace(/[^\0-\u2fff]/g, (letter) => SIMPLE.get(letter) ?? letter);

export const language: Language = {
  key,
  synonyms,
  stopWords: '请问 一下 如何 怎么 怎样 什么 可以 能不 不能 我的 我想 想要 是否 么办 为什 在哪 哪里 哪儿 到哪 时候 可不 不可 能否 你们 我们 吗 呢 了 的 是 多少',
};
