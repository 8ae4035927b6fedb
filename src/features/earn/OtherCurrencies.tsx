import { say } from "#app/words/say.ts";
import type { CountedEarnings } from "#contract/earn.ts";
import { refusalMessage } from "#domain/revenue/refusal.ts";
import { Notice } from "#ui/notice/Notice.tsx";

/** Says which currency counts where there are earnings in others too. */
export function OtherCurrencies({ currency, otherCurrencies: others, currencyChosen: chosen }: CountedEarnings) {
	if (others.length === 0) return null;
	return <Notice>{say(refusalMessage({ code: "other-currencies", currency, others, chosen }))}</Notice>;
}
