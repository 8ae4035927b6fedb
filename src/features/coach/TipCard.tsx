import { Ellipsis } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Rule, Severity, Tip } from "#domain/feedback/types.ts";
import { Button } from "#ui/button/Button.tsx";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { Menu } from "#ui/menu/Menu.tsx";
import { SeverityIcon } from "./SeverityIcon.tsx";
import styles from "./TipCard.module.css";
import { shortQuote, tipValues } from "./tip-words.ts";
import type { CoachMemoryHandle } from "./use-coach-memory.ts";
import { useSwitchOff } from "./use-switch-off.ts";
import { Why } from "./Why.tsx";

/** Places shown before the rest is only counted. */
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
			<p className={styles.message}>{t(rule.message, tipValues(first))}</p>
			{placed.length > 0 && (
				<ul className={styles.places} aria-label={t("Places")}>
					{placed.slice(0, PLACES_SHOWN).map((tip) => (
						<li key={`${tip.blockId}-${tip.start}`}>
							<Button bare className={styles.place} onPress={() => onReveal(tip)}>
								<span dir="auto">
									{tip.quote.trim() === "" ? t("Show in the text") : t("“{{quote}}”", { quote: shortQuote(tip.quote) })}
								</span>
							</Button>
						</li>
					))}
					{placed.length > PLACES_SHOWN && (
						<li className={styles.more}>{t("and {{count}} more", { count: placed.length - PLACES_SHOWN })}</li>
					)}
				</ul>
			)}
			<Why rule={rule} />
		</li>
	);
}
