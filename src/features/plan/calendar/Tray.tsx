import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useDeferredValue, useRef, useState } from "react";
import { useDrop } from "react-aria-components/useDrop";
import { useTranslation } from "react-i18next";
import { useTRPC } from "#app/rpc.ts";
import type { PlanEntry } from "#contract/plan.ts";
import type { PlainDate } from "#domain/planning/plain-date.ts";
import { classes } from "#ui/classes/classes.ts";
import { formatNumber } from "#ui/format/format.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { SearchField } from "#ui/search-field/SearchField.tsx";
import { usePlan } from "../use-plan.ts";
import { EntryChip } from "./EntryChip.tsx";
import { droppedEntry, ENTRY_DRAG_TYPE } from "./entry-drag.ts";
import styles from "./Tray.module.css";

const SHOWN_ENTRIES = 60;

interface Props {
	today: PlainDate;
	onMoved: (entry: PlanEntry, date: PlainDate | null) => void;
	/** Present where it lies over the calendar. */
	onClose?: () => void;
}

/** What waits for a day. Dropping an entry here takes it off the calendar. */
export function Tray({ today, onMoved, onClose }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { schedule } = usePlan();
	const tray = useRef<HTMLElement>(null);
	const [query, setQuery] = useState("");
	const words = useDeferredValue(query);
	const { data } = useQuery({
		...trpc.plan.tray.queryOptions({ query: words, limit: SHOWN_ENTRIES }),
		placeholderData: keepPreviousData,
	});
	const { dropProps, isDropTarget } = useDrop({
		ref: tray,
		getDropOperation: (types) => (types.has(ENTRY_DRAG_TYPE) ? "move" : "cancel"),
		onDrop: async ({ items }) => {
			const dropped = await droppedEntry(items);
			if (dropped) await schedule([dropped.subject], null, dropped.title || t("Untitled"));
		},
	});
	return (
		<aside
			{...dropProps}
			ref={tray}
			className={classes(styles.tray, onClose && styles.over, isDropTarget && styles.target)}
			onKeyDown={(event) => {
				if (event.key === "Escape" && onClose) onClose();
			}}
			aria-label={t("Waiting for a day")}
		>
			<div className={styles.head}>
				<h3 className={styles.heading}>
					{t("Waiting for a day")} <span className={styles.count}>{data ? formatNumber(data.total) : ""}</span>
				</h3>
				{onClose && <IconButton label={t("Close")} icon={X} size="small" bare onPress={onClose} />}
			</div>
			<SearchField label={t("Search what waits")} value={query} onChange={setQuery} />
			{data?.total === 0 && (
				<p className={styles.note}>
					{query === ""
						? t("Nothing waits: ideas, parts and drafts without a day appear here.")
						: t("Nothing that waits matches.")}
				</p>
			)}
			<ul className={styles.list}>
				{data?.entries.map((entry) => (
					<li key={`${entry.subject.type} ${entry.subject.id}`}>
						<EntryChip entry={entry} today={today} onMoved={onMoved} />
					</li>
				))}
			</ul>
			{data && data.total > data.entries.length && (
				<p className={styles.note}>
					{t("{{left}} more: search to narrow the list.", { left: data.total - data.entries.length })}
				</p>
			)}
		</aside>
	);
}
