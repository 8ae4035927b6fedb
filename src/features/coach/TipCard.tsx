import type { TFunction } from "i18next";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { messageOf } from "#domain/feedback/message-of.ts";
import type { Rule, Severity, Tip } from "#domain/feedback/types.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatNumber } from "#ui/format/format.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { Menu } from "#ui/menu/Menu.tsx";
import { SeverityIcon } from "./SeverityIcon.tsx";
import styles from "./TipCard.module.css";
import { shortQuote, tipValues } from "./tip-words.ts";
import type { CoachMemoryHandle } from "./use-coach-memory.ts";
import { useSwitchOff } from "./use-switch-off.ts";
import { Why } from "./Why.tsx";

/** Places shown before the rest is asked for. */
const PLACES_SHOWN = 4;

interface Props {
	rule: Rule;
	/** All places of one rule; never empty. */
	tips: readonly [Tip, ...Tip[]];
	severity: Exclude<Severity, "strength">;
	memory: CoachMemoryHandle;
	onReveal: (tip: Tip) => void;
}

/** One piece of advice: what, where, why, and how we know. */
export function TipCard({ rule, tips, severity, memory, onReveal }: Props) {
	const { t } = useTranslation();
	const switchOff = useSwitchOff();
	const [first] = tips;
	const placed = tips.filter((tip) => tip.blockId !== null);
	const [all, setAll] = useState(false);
	const shown = all ? placed : placed.slice(0, PLACES_SHOWN);
	return (
		<li className={styles.card}>
			<div className={styles.head}>
				<SeverityIcon severity={severity} />
				<h3>{t(rule.name)}</h3>
				<Menu
					label={t("Hide this tip")}
					placement="bottom end"
					trigger={<IconButton label={t("Hide this tip")} icon={Ellipsis} size="small" isDisabled={!memory.ready} />}
					items={[
						{ id: "once", label: t("Ignore here"), run: () => memory.ignoreOnce(tips) },
						{ id: "always", label: t("Ignore always in this story"), run: () => memory.ignoreRule(rule.id) },
						{ id: "off", label: t("Switch this rule off"), run: () => switchOff(rule) },
					]}
				/>
			</div>
			<p className={styles.message}>{t(messageOf(rule, first), tipValues(first))}</p>
			{placed.length > 0 && (
				<ul className={styles.places} aria-label={t("Places")}>
					{shown.map((tip, at) => (
						<li key={`${tip.blockId}-${tip.start}`}>
							<Button bare className={styles.place} onPress={() => onReveal(tip)}>
								<span dir="auto">{placeWords(tip, placed.length === 1 ? null : at + 1, t)}</span>
							</Button>
						</li>
					))}
					{placed.length > PLACES_SHOWN && (
						<li>
							<Button bare className={styles.more} aria-expanded={all} onPress={() => setAll(!all)}>
								{all ? t("Show fewer") : t("and {{count}} more", { count: placed.length - PLACES_SHOWN })}
							</Button>
						</li>
					)}
				</ul>
			)}
			<Why rule={rule} own={first.own === true} />
		</li>
	);
}

/** A place by its words; one without any, such as a picture, by its number among several. */
function placeWords({ quote }: Tip, number: number | null, t: TFunction): string {
	if (quote.trim() !== "") return t("“{{quote}}”", { quote: shortQuote(quote) });
	return number === null ? t("Show in the text") : t("Show in the text: {{number}}", { number: formatNumber(number) });
}
