/** Evidence in words: what kind it is, and what was measured. */
import type { TFunction } from "i18next";
import type { Effect, Evidence, EvidenceClass } from "#domain/feedback/types.ts";
import { formatNumber } from "#ui/format/format.ts";

export function evidenceClassWords(kind: EvidenceClass, t: TFunction): string {
	switch (kind) {
		case "abClicks":
			return t("A/B clicks");
		case "mediumClaps":
			return t("Medium claps");
		case "mediumRule":
			return t("Medium's rule");
		case "convention":
			return t("Convention");
	}
}

const percent = (value: number) =>
	formatNumber(value / 100, { style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" });
const share = (value: number) => formatNumber(value / 100, { style: "percent", maximumFractionDigits: 1 });

/** "−10.5 % clicks (−13.1 % to −7.9 %)": point and 95 % interval. */
export function effectWords({ measure, percent: point, low, high }: Effect, t: TFunction): string {
	switch (measure) {
		case "clickThrough":
			return t("{{point}} clicks ({{low}} to {{high}})", {
				point: percent(point),
				low: percent(low),
				high: percent(high),
			});
		case "claps":
			return t("{{point}} claps ({{low}} to {{high}})", {
				point: percent(point),
				low: percent(low),
				high: percent(high),
			});
		case "pairsWon":
			return t("more claps in {{point}} of pairs that differ more than 3× ({{low}} to {{high}})", {
				point: share(point),
				low: share(low),
				high: share(high),
			});
	}
}

/** {@link effectWords} of evidence, with what was measured where that is not quite what is shown; `null` without a figure. */
export function measuredWords({ effect, about }: Evidence, t: TFunction): string | null {
	if (!effect) return null;
	const words = effectWords(effect, t);
	return about ? t("{{effect}}, {{about}}", { effect: words, about: t(about) }) : words;
}
