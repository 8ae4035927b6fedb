import { ArrowDown, ArrowUp, Ellipsis, GripVertical } from "lucide-react";
import { useRef, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { useDrag } from "react-aria-components/useDrag";
import { useDrop } from "react-aria-components/useDrop";
import { useTranslation } from "react-i18next";
import { rpc } from "#app/rpc.ts";
import type { EditSeriesInput, PlanPart } from "#contract/plan.ts";
import type { DropEdge } from "#domain/planning/order.ts";
import { Badge } from "#ui/badge/Badge.tsx";
import { Button } from "#ui/button/Button.tsx";
import { classes } from "#ui/classes/classes.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { Menu } from "#ui/menu/Menu.tsx";
import { DateButton } from "../parts/DateButton.tsx";
import { InlineText } from "../parts/InlineText.tsx";
import { overtakenWords, STATE_TONES, stateLabel } from "../plan-words.ts";
import { usePlan } from "../use-plan.ts";
import styles from "./PartRow.module.css";

const DRAG_TYPE = "application/x-inkhour-part";

interface Props {
	part: PlanPart;
	/** How many parts the series has. */
	count: number;
	/** Moves this part to a place counted from 0. */
	onMove: (index: number) => void;
	/** Another part was dropped here. */
	onDropOf: (id: string, edge: DropEdge) => void;
	onLink: () => void;
}

/** One part: number, title, promise, where it stands, its day, and the way to its text. */
export function PartRow({ part, count, onMove, onDropOf, onLink }: Props) {
	const { t } = useTranslation();
	const { change, schedule, startDraft } = usePlan();
	const row = useRef<HTMLLIElement>(null);
	const preview = useRef((_items: unknown, show: (node: HTMLElement | null) => void) => show(row.current));
	const [edge, setEdge] = useState<DropEdge>("over");
	const { id, title, number, story } = part;
	const text = story && !story.trashed ? story : null;

	const { dragProps, dragButtonProps, isDragging } = useDrag({
		hasDragButton: true,
		preview,
		getItems: () => [{ [DRAG_TYPE]: id, "text/plain": title }],
		getAllowedDropOperations: () => ["move"],
	});
	const { dropProps, isDropTarget } = useDrop({
		ref: row,
		getDropOperation: (types) => (types.has(DRAG_TYPE) ? "move" : "cancel"),
		onDropEnter: () => setEdge("over"),
		onDropMove: ({ y }) => setEdge(y > (row.current?.offsetHeight ?? 0) / 2 ? "after" : "before"),
		onDrop: async ({ items }) => {
			const item = items.find((each) => each.kind === "text" && each.types.has(DRAG_TYPE));
			if (item?.kind === "text") onDropOf(await item.getText(DRAG_TYPE), edge);
		},
	});

	const edit = (changes: EditSeriesInput["changes"]) =>
		void change(() => rpc.plan.series.editPart.mutate({ id, changes }));
	const unlink = () =>
		change(
			() => rpc.plan.series.linkStory.mutate({ id, storyId: null }),
			t("The story is no longer part {{number}}; it stays in the library", { number }),
		);
	const remove = () =>
		change(() => rpc.plan.series.dropPart.mutate({ id }), t("Part “{{title}}” taken out", { title }));

	return (
		<li
			{...dropProps}
			ref={row}
			data-part={id}
			className={classes(
				styles.row,
				isDragging && styles.dragging,
				isDropTarget && (edge === "after" ? styles.below : styles.above),
			)}
			onKeyDown={(event) => {
				if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
				event.preventDefault();
				onMove(event.key === "ArrowUp" ? number - 2 : number);
			}}
		>
			<span {...dragProps} className={styles.handle}>
				<AriaButton {...dragButtonProps} aria-label={t("Drag “{{title}}”", { title })} className={styles.grip}>
					<GripVertical aria-hidden size={14} />
				</AriaButton>
			</span>
			<span className={styles.number}>{number}</span>
			<div className={styles.words}>
				<InlineText
					required
					label={t("Title of part {{number}}", { number })}
					value={title}
					onSave={(next) => edit({ title: next })}
					className={styles.title}
				/>
				<InlineText
					label={t("Promise of part {{number}}", { number })}
					placeholder={t("What does this part give its reader?")}
					value={part.promise}
					onSave={(promise) => edit({ promise })}
					className={styles.promise}
				/>
				{text && text.title !== "" && text.title !== title && (
					<span className={styles.story}>{t("Story: “{{title}}”", { title: text.title })}</span>
				)}
				{part.overtaken && <span className={styles.remark}>{overtakenWords(t, part.overtaken)}</span>}
			</div>
			<div className={styles.side}>
				<Badge tone={STATE_TONES[part.state]}>{stateLabel(t, part.state)}</Badge>
				<DateButton
					title={title}
					date={part.date}
					timing={part.timing}
					onChange={(date) => void schedule([{ type: "part", id }], date, title)}
				/>
				<Button className={styles.open} onPress={() => void startDraft({ type: "part", id })}>
					{part.state === "published" ? t("Open story") : story ? t("Open draft") : t("Start draft")}
				</Button>
				<span className={styles.order}>
					<IconButton
						size="small"
						label={t("Move “{{title}}” up", { title })}
						icon={ArrowUp}
						isDisabled={number === 1}
						onPress={() => onMove(number - 2)}
					/>
					<IconButton
						size="small"
						label={t("Move “{{title}}” down", { title })}
						icon={ArrowDown}
						isDisabled={number === count}
						onPress={() => onMove(number)}
					/>
				</span>
				<Menu
					label={t("More for “{{title}}”", { title })}
					placement="bottom end"
					trigger={<IconButton size="small" label={t("More for “{{title}}”", { title })} icon={Ellipsis} />}
					items={[
						{ id: "first", label: t("Make it the first part"), isDisabled: number === 1, run: () => onMove(0) },
						{
							id: "last",
							label: t("Make it the last part"),
							isDisabled: number === count,
							run: () => onMove(count - 1),
						},
						null,
						{ id: "link", label: t("Use an existing story…"), run: onLink },
						{ id: "unlink", label: t("Let its story go"), isDisabled: !story, run: () => void unlink() },
						null,
						{ id: "remove", label: t("Take out of the series"), tone: "danger", run: () => void remove() },
					]}
				/>
			</div>
		</li>
	);
}
