import { Fragment, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { RULE_GROUPS } from "#domain/feedback/rule-groups.ts";
import { RULES } from "#domain/feedback/rules.ts";
import type { Rule } from "#domain/feedback/types.ts";
import { areaWords, FEEDBACK_AREAS } from "#features/coach/area-words.ts";
import { fold } from "#ui/format/fold.ts";
import { SearchField } from "#ui/search-field/SearchField.tsx";
import styles from "./RuleList.module.css";

/** Every rule of the coach by area and group; a search leaves those whose name, reason, group or area has all its words. */
export function RuleList({ children }: { children: (rule: Rule) => ReactNode }) {
	const { t } = useTranslation();
	const [search, setSearch] = useState("");
	const wanted = fold(search).split(/\s+/).filter(Boolean);
	const areas = FEEDBACK_AREAS.map((area) => ({
		area,
		groups: RULE_GROUPS.filter((group) => group.area === area)
			.map((group) => ({
				...group,
				rules: group.rules.filter((rule) => {
					const text = fold([rule.name, rule.why, group.name].map((words) => t(words)).join("\n"));
					return wanted.every((word) => `${text}\n${fold(areaWords(area, t))}`.includes(word));
				}),
			}))
			.filter(({ rules }) => rules.length > 0),
	})).filter(({ groups }) => groups.length > 0);
	const found = areas.flatMap(({ groups }) => groups).reduce((sum, { rules }) => sum + rules.length, 0);
	return (
		<>
			<div className={styles.search}>
				<SearchField label={t("Search the rules")} value={search} onChange={setSearch} />
				<p role="status">
					{found === 0
						? t("No rule has these words.")
						: t("{{found}} of {{count}} rules", { found, count: RULES.length })}
				</p>
			</div>
			{areas.map(({ area, groups }) => (
				<section key={area} className={styles.area} aria-label={areaWords(area, t)}>
					<h2>{areaWords(area, t)}</h2>
					{groups.map(({ name, rules }) => (
						<Fragment key={name}>
							<h3>{t(name)}</h3>
							<ul aria-label={t(name)}>
								{rules.map((rule) => (
									<li key={rule.id}>{children(rule)}</li>
								))}
							</ul>
						</Fragment>
					))}
				</section>
			))}
		</>
	);
}
