import { useTranslation } from "react-i18next";
import type { EditIdeaInput, PlanIdea } from "#contract/plan.ts";
import { EFFORTS, type Effort } from "#domain/planning/idea.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatDate } from "#ui/format/format.ts";
import { Select } from "#ui/select/Select.tsx";
import { InlineText } from "../parts/InlineText.tsx";
import { effortLabel } from "../plan-words.ts";
import styles from "./IdeaDetails.module.css";

interface Props {
	id: string;
	idea: PlanIdea;
	onEdit: (changes: EditIdeaInput["changes"]) => void;
	onDrop: () => void;
}

/** What of an idea is folded away. */
export function IdeaDetails({ id, idea, onEdit, onDrop }: Props) {
	const { t } = useTranslation();
	const dropped = idea.state === "dropped";
	const efforts: { value: Effort | "unstated"; label: string }[] = [
		{ value: "unstated", label: t("Not stated") },
		...EFFORTS.map((value) => ({ value, label: effortLabel(t, value) })),
	];
	return (
		<div id={id} className={styles.details}>
			<InlineText
				rows={3}
				readOnly={dropped}
				label={t("Note of “{{title}}”", { title: idea.title })}
				placeholder={t("Note: sources, links, first sentences")}
				value={idea.note}
				onSave={(note) => onEdit({ note })}
				className={styles.note}
			/>
			<div className={styles.foot}>
				<Select
					label={t("Effort")}
					options={efforts}
					value={idea.effort ?? "unstated"}
					isDisabled={dropped}
					onChange={(effort) => onEdit({ effort: effort === "unstated" ? null : effort })}
					className={styles.effort}
				/>
				<span className={styles.made}>{t("Captured on {{date}}", { date: formatDate(idea.createdAt) })}</span>
				{!dropped && (
					<Button bare variant="danger" onPress={onDrop}>
						{t("Drop idea")}
					</Button>
				)}
			</div>
		</div>
	);
}
