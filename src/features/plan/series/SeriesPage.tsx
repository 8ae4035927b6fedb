import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { navigate, routeFragment } from "#app/routes.ts";
import { rpc, useTRPC, windowError } from "#app/rpc.ts";
import type { PlanSeries } from "#contract/plan.ts";
import { SampleMark } from "#features/sample/SampleMark.tsx";
import { Button } from "#ui/button/Button.tsx";
import { EmptyState } from "#ui/empty-state/EmptyState.tsx";
import { ReadFailure } from "#ui/empty-state/ReadFailure.tsx";
import { TextField } from "#ui/text-field/TextField.tsx";
import { Waiting } from "#ui/waiting/Waiting.tsx";
import { usePlan } from "../use-plan.ts";
import { DeletedSeries } from "./DeletedSeries.tsx";
import { SeriesEditor } from "./SeriesEditor.tsx";
import styles from "./SeriesPage.module.css";

interface Props {
	/** The series that is open; the first one when left out or gone. */
	seriesId?: string | undefined;
}

/** Series on the left, the parts of one on the right. */
export function SeriesPage({ seriesId }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { change } = usePlan();
	const [title, setTitle] = useState("");
	const field = useRef<HTMLInputElement>(null);
	const { data, error, refetch } = useQuery(trpc.plan.series.list.queryOptions());
	const open = data?.find((series) => series.id === seriesId) ?? data?.[0];

	const create = async (event: FormEvent) => {
		event.preventDefault();
		if (title.trim() === "") return;
		const answer = await change(() => rpc.plan.series.create.mutate({ title }));
		if (!answer) return;
		setTitle("");
		navigate({ room: "plan", page: "series", item: answer.id });
	};

	return (
		<div className={styles.page}>
			<aside className={styles.side} aria-label={t("All series")}>
				<form className={styles.create} onSubmit={create}>
					<TextField
						label={t("New series")}
						hideLabel
						placeholder={t("New series: its title")}
						value={title}
						onChange={setTitle}
						maxLength={1000}
						inputRef={field}
						className={styles.field}
					/>
					<Button type="submit" isDisabled={title.trim() === ""}>
						{t("Add")}
					</Button>
				</form>
				<ul className={styles.list}>
					{data?.map((series) => (
						<li key={series.id}>
							<a
								href={routeFragment({ room: "plan", page: "series", item: series.id })}
								aria-current={series.id === open?.id ? "page" : undefined}
								className={styles.link}
							>
								<span className={styles.name}>
									{series.title} <SampleMark of={series} />
								</span>
								<Progress series={series} />
							</a>
						</li>
					))}
				</ul>
				<DeletedSeries />
			</aside>
			{error && (
				<ReadFailure onRetry={() => void refetch()}>
					{t("The series could not be read: {{reason}}", { reason: windowError(error).message })}
				</ReadFailure>
			)}
			{!data && !error && <Waiting className={styles.waiting}>{t("Reading the series…")}</Waiting>}
			{open && <SeriesEditor key={open.id} series={open} onDropped={() => field.current?.focus()} />}
			{data && !open && (
				<EmptyState action={<Button onPress={() => field.current?.focus()}>{t("Name a series")}</Button>}>
					{t("No series yet: a title and what each part gives its reader make one.")}
				</EmptyState>
			)}
		</div>
	);
}

function Progress({ series }: { series: PlanSeries }) {
	const { t } = useTranslation();
	const published = series.parts.filter((part) => part.state === "published").length;
	return (
		<span className={styles.progress}>
			{series.parts.length === 0
				? t("No parts yet")
				: t("{{published}} of {{count}} parts published", {
						published,
						count: series.parts.length,
						defaultValue_one: "{{published}} of {{count}} part published",
						defaultValue_other: "{{published}} of {{count}} parts published",
					})}
		</span>
	);
}
