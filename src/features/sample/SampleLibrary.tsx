import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "#app/commands/registry.ts";
import { useRoute } from "#app/routes.ts";
import type { SampleStatus } from "#contract/sample.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import styles from "./SampleLibrary.module.css";
import { useSample } from "./use-sample.ts";

/** The commands of the sample library in every room, and the line that says that it is there. */
export function SampleLibrary() {
	const { t } = useTranslation();
	const sample = useSample();
	const [asking, setAsking] = useState<SampleStatus["edited"] | null>(null);
	const present = sample.status?.present ?? false;
	const withoutFigures = sample.status?.withoutFigures ?? false;
	const { room } = useRoute();
	useCommand({
		id: "sample.add",
		label: t("Add the sample library"),
		group: "library",
		enabled: sample.status !== undefined && !present && !sample.adding,
		run: sample.add,
	});
	useCommand({
		id: "sample.remove",
		label: t("Remove the sample library"),
		group: "library",
		enabled: present && !sample.adding,
		run: () => void remove(),
	});

	/** One click; only what the writer changed in the sample is asked about. */
	async function remove(): Promise<void> {
		const { edited = [] } = (await sample.refresh()) ?? {};
		if (edited.length === 0) sample.remove("keep");
		else setAsking(edited);
	}

	function answer(edited: "keep" | "remove"): void {
		setAsking(null);
		sample.remove(edited);
	}

	return (
		<>
			{present && !sample.adding && (
				<section className={styles.banner} aria-label={t("Sample library")}>
					<p>
						<strong>{t("Sample library.")}</strong>{" "}
						{!withoutFigures
							? t("Its stories, plans and figures are invented.")
							: room === "earn"
								? t("Your own figures are kept apart; the sample brings none.")
								: t("Its stories and plans are invented.")}
					</p>
					<Button className={styles.remove} isDisabled={sample.removing} onPress={() => void remove()}>
						{t("Remove the sample")}
					</Button>
				</section>
			)}
			<Dialog
				title={t("Keep what you changed?")}
				role="alertdialog"
				isOpen={asking !== null}
				onOpenChange={() => setAsking(null)}
				footer={
					<>
						<Button bare onPress={() => setAsking(null)}>
							{t("Cancel")}
						</Button>
						<Button onPress={() => answer("remove")}>{t("Remove everything")}</Button>
						<Button variant="primary" onPress={() => answer("keep")}>
							{t("Keep mine, remove the rest")}
						</Button>
					</>
				}
			>
				<p>{t("You changed these in the sample library:")}</p>
				<ul>
					{asking?.map(({ id, title }) => (
						<li key={id} dir="auto">
							{title || t("Untitled")}
						</li>
					))}
				</ul>
			</Dialog>
		</>
	);
}
