import { ChevronDown, ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { rpc } from "#app/rpc.ts";
import type { EditIdeaInput, PlanIdea } from "#contract/plan.ts";
import { SampleMark } from "#features/sample/SampleMark.tsx";
import { Badge } from "#ui/badge/Badge.tsx";
import { Button } from "#ui/button/Button.tsx";
import { Checkbox } from "#ui/checkbox/Checkbox.tsx";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { DateButton } from "../parts/DateButton.tsx";
import { InlineText } from "../parts/InlineText.tsx";
import { STATE_TONES, stateLabel } from "../plan-words.ts";
import { usePlan } from "../use-plan.ts";
import { Heat } from "./Heat.tsx";
import { IdeaDetails } from "./IdeaDetails.tsx";
import styles from "./IdeaRow.module.css";

interface Props {
	idea: PlanIdea;
	/** Id of the list of topics to offer. */
	topicList: string;
	isSelected: boolean;
	onSelect: (selected: boolean) => void;
}

/** One idea: four fields in sight, the rest folded. */
export function IdeaRow({ idea, topicList, isSelected, onSelect }: Props) {
	const { t } = useTranslation();
	const { change, schedule, startDraft } = usePlan();
	const [open, setOpen] = useState(false);
	const detailsId = useId();
	const { id, title, state, story } = idea;
	const dropped = state === "dropped";
	const text = story && !story.trashed ? story : null;
	const edit = (changes: EditIdeaInput["changes"]) => void change(() => rpc.plan.ideas.edit.mutate({ id, changes }));
	const drop = () => change(() => rpc.plan.ideas.drop.mutate({ ids: [id] }), t("“{{title}}” dropped", { title }));
	const restore = () =>
		change(() => rpc.plan.ideas.restore.mutate({ ids: [id] }), t("“{{title}}” is back among your ideas", { title }));

	return (
		<li className={styles.row} data-idea={id}>
			<Checkbox
				aria-label={t("Select “{{title}}”", { title })}
				isSelected={isSelected}
				onChange={onSelect}
				className={styles.check}
			/>
			<IconButton
				label={open ? t("Fold “{{title}}”", { title }) : t("Note and effort of “{{title}}”", { title })}
				icon={open ? ChevronDown : ChevronRight}
				size="small"
				aria-expanded={open}
				aria-controls={open ? detailsId : undefined}
				onPress={() => setOpen(!open)}
			/>
			<div className={styles.fields}>
				<div className={styles.head}>
					<InlineText
						required
						readOnly={dropped}
						label={t("Title of “{{title}}”", { title })}
						value={title}
						onSave={(text) => edit({ title: text })}
						className={styles.title}
					/>
					<SampleMark of={idea} />
				</div>
				<InlineText
					readOnly={dropped}
					list={topicList}
					label={t("Topic of “{{title}}”", { title })}
					placeholder={t("Add a topic")}
					value={idea.topic}
					onSave={(topic) => edit({ topic })}
					className={styles.field}
				/>
				<InlineText
					readOnly={dropped}
					label={t("Angle of “{{title}}”", { title })}
					placeholder={t("Add an angle")}
					value={idea.angle}
					onSave={(angle) => edit({ angle })}
					className={styles.field}
				/>
				<InlineText
					readOnly={dropped}
					label={t("Audience of “{{title}}”", { title })}
					placeholder={t("Add an audience")}
					value={idea.audience}
					onSave={(audience) => edit({ audience })}
					className={styles.field}
				/>
			</div>
			<div className={styles.side}>
				{text ? (
					<Badge tone={STATE_TONES[text.stage]}>{stateLabel(t, text.stage)}</Badge>
				) : (
					<Heat title={title} heat={idea.heat} />
				)}
				{dropped ? (
					<span />
				) : (
					<DateButton
						title={title}
						date={idea.date}
						timing={idea.timing}
						onChange={(date) => void schedule([{ type: "idea", id }], date, title)}
					/>
				)}
				{dropped ? (
					<Button onPress={() => void restore()}>{t("Bring back")}</Button>
				) : (
					<Button onPress={() => void startDraft({ type: "idea", id })}>
						{state === "published" ? t("Open story") : story ? t("Open draft") : t("Start draft")}
					</Button>
				)}
			</div>
			{open && <IdeaDetails id={detailsId} idea={idea} onEdit={edit} onDrop={() => void drop()} />}
		</li>
	);
}
