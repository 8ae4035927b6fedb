import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { IMPORT_STATS_COMMAND, runCommand } from "#app/commands/registry.ts";
import { type Route, routeFragment } from "#app/routes.ts";
import { useTRPC, windowError } from "#app/rpc.ts";
import { PROJECTION_MONTHS } from "#contract/earn.ts";
import type { StatsImportInfo } from "#contract/stats.ts";
import { Button } from "#ui/button/Button.tsx";
import { EmptyState } from "#ui/empty-state/EmptyState.tsx";
import { ReadFailure } from "#ui/empty-state/ReadFailure.tsx";
import { PageHeader } from "#ui/page-header/PageHeader.tsx";
import { Select } from "#ui/select/Select.tsx";
import { Waiting } from "#ui/waiting/Waiting.tsx";
import styles from "./EarnRoom.module.css";
import { ModelPage } from "./model/ModelPage.tsx";
import { Overview } from "./overview/Overview.tsx";
import { Projection } from "./projection/Projection.tsx";
import { Sources } from "./sources/Sources.tsx";
import { StoriesTable } from "./stories/StoriesTable.tsx";
import { useProjection } from "./use-projection.ts";

const importStats = () => void runCommand(IMPORT_STATS_COMMAND);

type Page = Extract<Route, { room: "earn" }>["page"];

interface StoriesPageProps {
	/** ISO date. */
	today: string;
	onImport: () => void;
}

function StoriesPage({ today, onImport }: StoriesPageProps) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const [chosen, setChosen] = useState<string | null | undefined>(undefined);
	const lifetime = useQuery(trpc.earn.stories.queryOptions({ month: null }));
	// Until the writer chooses: lifetime totals, or the newest month where there are none.
	const first = lifetime.data?.rows.length === 0 ? lifetime.data.months[0] : undefined;
	const month = chosen === undefined ? (first ?? null) : chosen;
	const stories = useQuery(
		trpc.earn.stories.queryOptions(
			{ month },
			{ enabled: lifetime.isSuccess, ...(chosen === undefined ? {} : { placeholderData: keepPreviousData }) },
		),
	);
	const error = lifetime.error ?? stories.error;
	return (
		<div className={styles.table}>
			{error && (
				<ReadFailure onRetry={() => void (lifetime.error ? lifetime : stories).refetch()}>
					{t("The figures could not be read: {{reason}}", { reason: windowError(error).message })}
				</ReadFailure>
			)}
			{stories.isPending && !error && <Waiting>{t("Reading the figures…")}</Waiting>}
			{stories.data && (
				<StoriesTable data={stories.data} today={today} month={month} onMonth={setChosen} onImport={onImport} />
			)}
		</div>
	);
}

/** The room of numbers. Everything in it comes from the ledger of imported figures. */
export default function EarnRoom({ page }: { page: Page }) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const [months, setMonths] = useState<number>(PROJECTION_MONTHS.usual);
	const overview = useQuery(trpc.earn.overview.queryOptions());
	const { answer, renewing, error: unprojected, retry } = useProjection(months);
	const imports = useQuery(trpc.stats.imports.queryOptions());
	const outdated = answer?.age.outdated ?? false;

	const names: Record<Page, { tab: string; title: string; description: string }> = {
		overview: {
			tab: t("Overview"),
			title: t("Earnings"),
			description: outdated
				? t("What your stories earned, and why.")
				: t("What your stories earned, why, and what this month may bring."),
		},
		stories: { tab: t("Stories"), title: t("Stories"), description: t("Press any number to see where it comes from.") },
		projection: {
			tab: t("Projection"),
			title: t("Projection"),
			description: outdated
				? t("Drawn from figures that are {{count}} months old.", {
						defaultValue_one: "Drawn from figures that are {{count}} month old.",
						defaultValue_other: "Drawn from figures that are {{count}} months old.",
						count: answer?.age.monthsSince ?? 0,
					})
				: answer?.young
					? t("What is known so far, and from when on the coming months can be seen.")
					: t("Ranges first: the coming months as your own past lets them be seen."),
		},
		model: {
			tab: t("How it works"),
			title: t("How it works"),
			description: t("The projection explained on your own figures."),
		},
		sources: {
			tab: t("Sources"),
			title: t("Sources"),
			description: t("Every import, when it came in, and what was not taken."),
		},
	};
	const { title, description } = names[page];
	const data = overview.data;
	/** Archives without figures are among the sources all the same. */
	const listed = (source: StatsImportInfo) => page === "sources" || source.kind === "stats" || source.observations > 0;
	const unfed = imports.data ? !imports.data.some(listed) : false;

	const projected = (answer?.months.length ?? 0) > 0;
	// The empty page has the button in its middle; where waiting is all that helps, it is where it is on every page.
	const offered =
		unfed ||
		(page === "projection" && answer !== undefined && !projected && !answer.young) ||
		(page === "overview" && data !== undefined && data.months.every((month) => month.earnings === null));

	const failure = unprojected ? (
		<ReadFailure onRetry={retry}>
			{t("The coming months could not be projected: {{reason}}", { reason: windowError(unprojected).message })}
		</ReadFailure>
	) : null;
	const waiting = <Waiting>{t("Projecting the coming months…")}</Waiting>;

	function content() {
		if (overview.error && !overview.data)
			return (
				<ReadFailure onRetry={() => void overview.refetch()}>
					{t("The figures could not be read: {{reason}}", { reason: windowError(overview.error).message })}
				</ReadFailure>
			);
		if (!data || !imports.data) return <Waiting>{t("Reading the figures…")}</Waiting>;
		if (unfed && page !== "model")
			return (
				<EmptyState
					action={
						<Button variant="primary" onPress={importStats}>
							{t("Import stats")}
						</Button>
					}
				>
					{t("No figures yet. Bring in your stats page, partner dashboard or a CSV to see what your stories earn.")}
				</EmptyState>
			);
		switch (page) {
			case "overview":
				return (
					<>
						{failure}
						<Overview data={data} projection={answer} onImport={importStats} />
					</>
				);
			case "stories":
				return <StoriesPage today={data.today} onImport={importStats} />;
			case "projection":
				if (!answer) return failure ?? waiting;
				return <Projection answer={answer} today={data.today} onImport={importStats} />;
			case "model":
				return answer ? <ModelPage answer={answer} /> : (failure ?? waiting);
			case "sources":
				return <Sources />;
		}
	}

	return (
		<main data-room="earn" className={styles.room}>
			<PageHeader
				title={title}
				description={
					renewing && page !== "sources" && page !== "stories" ? (
						<span role="status">{t("Being worked out anew: these numbers may still change.")}</span>
					) : (
						description
					)
				}
				actions={
					<>
						{page === "projection" && projected && (
							<Select
								label={t("Months ahead")}
								hideLabel
								options={[3, 6, 12].map((count) => ({
									value: String(count),
									label: outdated
										? t("{{count}} months after the newest figures", {
												defaultValue_one: "{{count}} month after the newest figures",
												defaultValue_other: "{{count}} months after the newest figures",
												count,
											})
										: t("{{count}} months ahead", {
												defaultValue_one: "{{count}} month ahead",
												defaultValue_other: "{{count}} months ahead",
												count,
											}),
								}))}
								value={String(months)}
								onChange={(value) => setMonths(Number(value))}
							/>
						)}
						{!offered && <Button onPress={importStats}>{t("Import stats")}</Button>}
					</>
				}
			/>
			<nav className={styles.pages} aria-label={t("Pages of Earn")}>
				{(Object.keys(names) as Page[]).map((name) => (
					<a
						key={name}
						href={routeFragment({ room: "earn", page: name })}
						aria-current={name === page ? "page" : undefined}
					>
						{names[name].tab}
					</a>
				))}
			</nav>
			{content()}
		</main>
	);
}
