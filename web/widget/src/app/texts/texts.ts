import type { Locale } from "../../shared/locale";
import { en } from "./en";
import { es } from "./es";

export type Form = "tu" | "usted";

/** Every sentence the customer reads that does not come from the server. */
export interface Texts {
  readonly panel: (workspace: string) => string;
  readonly close: string;
  readonly soundOn: string;
  readonly soundOff: string;
  readonly talkToPerson: string;
  readonly log: string;
  readonly compose: string;
  readonly placeholder: string;
  readonly send: string;
  readonly attach: string;
  readonly drop: string;
  readonly left: (count: number) => string;
  readonly tooLong: (count: number) => string;
  readonly uploadsPending: string;
  readonly uploadsFailed: string;

  readonly remembered: string;
  readonly nothingRemembered: string;
  readonly forget: string;
  readonly forgotten: string;
  readonly factKinds: Readonly<Record<string, string>>;
  readonly factValues: Readonly<Record<string, string>>;

  readonly assistantMark: string;
  readonly memberMark: string;
  readonly programMark: string;
  readonly assistant: string;
  readonly member: string;
  readonly you: string;
  readonly system: string;

  readonly disclosure: string;
  readonly peopleOnly: string;
  readonly privacy: string;
  readonly newTab: string;

  readonly withAssistant: (name: string) => string;
  readonly withMember: (name: string) => string;
  readonly waitingMinutes: (minutes: number) => string;
  readonly waiting: string;
  readonly waitingAway: string;
  readonly ended: string;
  readonly ready: string;

  readonly offline: string;
  readonly offlineKept: string;
  readonly configFailed: string;

  readonly personAsking: string;
  readonly personAsked: string;
  readonly personQueued: string;
  readonly personAlready: string;
  readonly personAlreadyMember: (name: string) => string;
  readonly personAway: string;

  readonly sending: string;
  readonly sent: string;
  readonly read: string;
  readonly notSentYet: string;
  readonly notSent: string;
  readonly tryAgain: string;
  readonly edit: string;
  readonly remove: string;
  readonly refused: Readonly<Record<string, string>>;
  readonly refusedOtherwise: string;

  readonly typing: (name: string) => string;
  readonly sources: (count: number) => string;
  readonly quickReplies: string;
  readonly older: string;
  readonly loading: string;
  readonly newMessages: string;
  readonly toLatest: string;
  readonly toNew: (count: number) => string;
  readonly today: string;
  readonly yesterday: string;

  readonly fileTooLarge: (name: string, limit: string) => string;
  readonly fileType: (name: string) => string;
  readonly fileFailed: (name: string) => string;
  readonly fileEmpty: (name: string) => string;
  readonly fileTooMany: (count: number) => string;
  readonly removeFile: (name: string) => string;
  readonly uploading: (name: string, percent: number) => string;
  readonly download: string;
  readonly openImage: (name: string) => string;

  readonly rateQuestion: string;
  readonly scores: readonly [string, string, string, string, string];
  readonly comment: string;
  readonly commentHint: string;
  readonly rateSend: string;
  readonly rateChoose: string;
  readonly rateThanks: string;
  readonly rateFailed: string;
}

/** English does not tell the forms of address apart; Spanish does. */
export function textsFor(locale: Locale, form: Form): Texts {
  return locale === "es" ? es(form) : en;
}
