import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { takesText } from "#app/commands/key-handler.ts";
import { useCommand } from "#app/commands/registry.ts";
import { navigate, type Route } from "#app/routes.ts";
import { queryClient, useTRPC } from "#app/rpc.ts";
import { PageHeader } from "#ui/page-header/PageHeader.tsx";
import { Tabs } from "#ui/tabs/Tabs.tsx";
import { CalendarPage } from "./calendar/CalendarPage.tsx";
import { IdeasPage } from "./ideas/IdeasPage.tsx";
import styles from "./PlanRoom.module.css";
import { SeriesPage } from "./series/SeriesPage.tsx";
import { usePlan } from "./use-plan.ts";

type PlanPage = Extract<Route, { room: "plan" }>["page"];

interface Props {
	page: PlanPage;
	/** The series or the month that is shown. */
	item?: string | undefined;
}

export default function PlanRoom({ page, item }: Props) {
	const { t } = useTranslation();
	const { undoLatest } = usePlan();
	const trpc = useTRPC();
	// Stories change in other rooms: coming here looks again.
	useEffect(() => {
		void queryClient.invalidateQueries(trpc.plan.pathFilter());
	}, [trpc]);
	useCommand({
		id: "plan.undo",
		label: t("Undo the last change of the plan"),
		group: "plan",
		keys: "Mod+Z",
		keysHandledElsewhere: true,
		run: undoLatest,
	});
	return (
		<main
			className={styles.room}
			data-room="plan"
			onKeyDown={(event) => {
				const undo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
				if (undo && !event.altKey && !takesText(event.target) && undoLatest()) event.preventDefault();
			}}
		>
			<PageHeader title={t("Plan")} className={styles.header} />
			<Tabs
				label={t("Pages of the plan")}
				className={styles.tabs}
				selected={page}
				onSelect={(chosen) => navigate({ room: "plan", page: chosen })}
				tabs={[
					{ id: "ideas", label: t("Ideas"), panel: <IdeasPage /> },
					{ id: "series", label: t("Series"), panel: <SeriesPage seriesId={item} /> },
					{ id: "calendar", label: t("Calendar"), panel: <CalendarPage month={item} /> },
				]}
			/>
		</main>
	);
}
