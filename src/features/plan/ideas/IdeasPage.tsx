import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC, windowError } from "#app/rpc.ts";
import { IDEA_SORTS, type IdeaSort } from "#contract/plan.ts";
import { IDEA_STATES, type IdeaState } from "#domain/planning/idea.ts";
import { Button } from "#ui/button/Button.tsx";
import { EmptyState } from "#ui/empty-state/EmptyState.tsx";
import { ReadFailure } from "#ui/empty-state/ReadFailure.tsx";
import { SearchField } from "#ui/search-field/SearchField.tsx";
import { Segmented } from "#ui/segmented/Segmented.tsx";
import { Select } from "#ui/select/Select.tsx";
import { Waiting } from "#ui/waiting/Waiting.tsx";
import { BulkBar } from "./BulkBar.tsx";
import { IdeaRow } from "./IdeaRow.tsx";
import styles from "./IdeasPage.module.css";
import { QuickCapture } from "./QuickCapture.tsx";

/** Rows drawn at once; more come on request. */
const PAGE_ROWS = 100;
const ALL_TOPICS = "";

/** The theme bank: capture, sift, and start. */
export function IdeasPage() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const captureField = useRef<HTMLInputElement>(null);
	const topicList = useId();
	const [query, setQuery] = useState("");
	const [state, setState] = useState<IdeaState>("open");
	const [topic, setTopic] = useState(ALL_TOPICS);
	const [sort, setSort] = useState<IdeaSort>("newest");
	const [shown, setShown] = useState(PAGE_ROWS);
	const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
	const words = useDeferredValue(query);
	const { data, error, refetch } = useQuery({
		...trpc.plan.ideas.list.queryOptions({ query: words, state, topic: topic === ALL_TOPICS ? null : topic, sort }),
		placeholderData: keepPreviousData,
	});

	const stateNames: Record<IdeaState, string> = {
		open: t("Open"),
		started: t("Started"),
		published: t("Published"),
		dropped: t("Dropped"),
	};
	const sortNames: Record<IdeaSort, string> = {
		newest: t("Newest first"),
		heat: t("Hottest first"),
		date: t("By day"),
		title: t("By title"),
	};
	const ideas = data?.ideas ?? [];
	const chosen = ideas.filter((idea) => selected.has(idea.id)).map((idea) => idea.id);
	const filtered = query !== "" || topic !== ALL_TOPICS;
	const clearFilters = () => {
		setQuery("");
		setTopic(ALL_TOPICS);
	};
	const select = (id: string, on: boolean) => {
		const next = new Set(selected);
		if (on) next.add(id);
		else next.delete(id);
		setSelected(next);
	};

	return (
		<div className={styles.page}>
			<QuickCapture inputRef={captureField} />
			<div className={styles.filters}>
				<Segmented
					label={t("State of the ideas")}
					value={state}
					onChange={(next) => {
						setState(next);
						setSelected(new Set());
					}}
					options={IDEA_STATES.map((value) => ({
						value,
						label: (
							<>
								{stateNames[value]} <span className={styles.count}>{data?.counts[value] ?? ""}</span>
							</>
						),
					}))}
				/>
				<SearchField label={t("Search ideas")} value={query} onChange={setQuery} className={styles.search} />
				<Select
					label={t("Topic")}
					hideLabel
					value={topic}
					onChange={setTopic}
					options={[
						{ value: ALL_TOPICS, label: t("All topics") },
						...(data?.topics ?? []).map((value) => ({ value, label: value })),
					]}
				/>
				<Select
					label={t("Order")}
					hideLabel
					value={sort}
					onChange={setSort}
					options={IDEA_SORTS.map((value) => ({ value, label: sortNames[value] }))}
				/>
			</div>
			{chosen.length > 0 && (
				<BulkBar ids={chosen} dropped={state === "dropped"} onClear={() => setSelected(new Set())} />
			)}
			{error && (
				<ReadFailure onRetry={() => void refetch()}>
					{t("The ideas could not be read: {{reason}}", { reason: windowError(error).message })}
				</ReadFailure>
			)}
			{!data && !error && <Waiting>{t("Reading the ideas…")}</Waiting>}
			<datalist id={topicList}>
				{data?.topics.map((each) => (
					<option key={each} value={each} />
				))}
			</datalist>
			{data && ideas.length === 0 && (
				<EmptyState
					action={
						filtered ? (
							<Button onPress={clearFilters}>{t("Show all")}</Button>
						) : state === "open" ? (
							<Button onPress={() => captureField.current?.focus()}>{t("Write down an idea")}</Button>
						) : (
							<Button onPress={() => setState("open")}>{t("Show open ideas")}</Button>
						)
					}
				>
					{filtered
						? t("No idea matches.")
						: state === "open"
							? t("No ideas yet: one line is enough, the rest can wait.")
							: t("No ideas here.")}
				</EmptyState>
			)}
			{ideas.length > 0 && (
				<ul className={styles.list} aria-label={t("Ideas")}>
					{ideas.slice(0, shown).map((idea) => (
						<IdeaRow
							key={idea.id}
							idea={idea}
							topicList={topicList}
							isSelected={selected.has(idea.id)}
							onSelect={(on) => select(idea.id, on)}
						/>
					))}
				</ul>
			)}
			{ideas.length > shown && (
				<Button onPress={() => setShown(shown + PAGE_ROWS)} className={styles.more}>
					{t("Show more: {{left}} left", { left: ideas.length - shown })}
				</Button>
			)}
		</div>
	);
}
