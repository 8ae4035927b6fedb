import { type FormEvent, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { navigate } from "#app/routes.ts";
import { rpc } from "#app/rpc.ts";
import type { EditSeriesInput, PlanPart, PlanSeries } from "#contract/plan.ts";
import { dropIndex } from "#domain/planning/order.ts";
import { Button } from "#ui/button/Button.tsx";
import { TextField } from "#ui/text-field/TextField.tsx";
import { InlineText } from "../parts/InlineText.tsx";
import { usePlan } from "../use-plan.ts";
import { LinkStoryDialog } from "./LinkStoryDialog.tsx";
import { PartRow } from "./PartRow.tsx";
import styles from "./SeriesEditor.module.css";

interface Props {
	series: PlanSeries;
	/** It was deleted, and its button is gone with it. */
	onDropped: () => void;
}

/** One series: its promise and its parts in order. */
export function SeriesEditor({ series, onDropped }: Props) {
	const { t } = useTranslation();
	const { change } = usePlan();
	const [newPart, setNewPart] = useState("");
	const [linking, setLinking] = useState<PlanPart | null>(null);
	const moved = useRef<Element | null>(null);
	const { id, title, parts } = series;

	// Moving a row in the page takes the focus from it.
	// biome-ignore lint/correctness/useExhaustiveDependencies: runs when the order has changed
	useLayoutEffect(() => {
		if (moved.current instanceof HTMLElement && document.activeElement === document.body) moved.current.focus();
		moved.current = null;
	}, [parts]);

	/** Of what its notices say only the newest is true. */
	const about = `series ${id}`;
	const edit = (changes: EditSeriesInput["changes"]) => void change(() => rpc.plan.series.edit.mutate({ id, changes }));
	const drop = async () => {
		const answer = await change(
			() => rpc.plan.series.drop.mutate({ id }),
			t("Series “{{title}}” deleted", { title }),
			about,
		);
		if (!answer) return;
		navigate({ room: "plan", page: "series" });
		onDropped();
	};
	const move = (part: PlanPart, index: number) => {
		const to = Math.max(0, Math.min(index, parts.length - 1));
		if (to === part.number - 1) return;
		moved.current = document.activeElement;
		void change(
			() => rpc.plan.series.movePart.mutate({ id: part.id, index: to }),
			t("“{{title}}” is now part {{number}}", { title: part.title, number: to + 1 }),
			about,
		);
	};
	const addPart = async (event: FormEvent) => {
		event.preventDefault();
		if (newPart.trim() === "") return;
		const answer = await change(() => rpc.plan.series.addPart.mutate({ seriesId: id, title: newPart }));
		if (answer) setNewPart("");
	};

	return (
		<section className={styles.editor} aria-label={t("Series “{{title}}”", { title })}>
			<div className={styles.head}>
				<InlineText
					required
					label={t("Title of the series")}
					value={title}
					onSave={(text) => edit({ title: text })}
					className={styles.title}
				/>
				<Button bare variant="danger" onPress={() => void drop()}>
					{t("Delete series")}
				</Button>
				<InlineText
					label={t("Promise of the series")}
					placeholder={t("What does the whole series give its reader?")}
					value={series.promise}
					onSave={(promise) => edit({ promise })}
					className={styles.promise}
				/>
			</div>
			{parts.length > 0 && (
				<ol className={styles.parts} aria-label={t("Parts")}>
					{parts.map((part) => (
						<PartRow
							key={part.id}
							part={part}
							count={parts.length}
							onMove={(index) => move(part, index)}
							onDropOf={(movedId, edge) => {
								const other = parts.find((each) => each.id === movedId);
								if (other) move(other, dropIndex(other.number - 1, part.number - 1, edge));
							}}
							onLink={() => setLinking(part)}
						/>
					))}
				</ol>
			)}
			{parts.length === 0 && (
				<p className={styles.hint}>{t("No parts yet. Name the first; its promise, day and draft come after.")}</p>
			)}
			<form className={styles.add} onSubmit={addPart}>
				<TextField
					label={t("New part")}
					hideLabel
					placeholder={parts.length === 0 ? t("First part: its title") : t("Next part: its title")}
					value={newPart}
					onChange={setNewPart}
					maxLength={1000}
					className={styles.field}
				/>
				<Button type="submit" variant="primary" isDisabled={newPart.trim() === ""}>
					{t("Add part")}
				</Button>
			</form>
			{parts.length > 1 && (
				<p className={styles.hint}>{t("Drag a part, or press Alt and an arrow key in it, to change the order.")}</p>
			)}
			{linking && <LinkStoryDialog part={linking} onClose={() => setLinking(null)} />}
		</section>
	);
}
