import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LICENCES_FILE, type Licence, licencesSchema } from "#contract/licences.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import styles from "./Licences.module.css";
import { SettingRow } from "./SettingRow.tsx";

async function readLicences(): Promise<Licence[]> {
	const answer = await fetch(LICENCES_FILE);
	return licencesSchema.parse(await answer.json());
}

/** What the studio is built from, each with its licence. */
export function Licences() {
	const { t } = useTranslation();
	const [isOpen, setOpen] = useState(false);
	const { data, error } = useQuery({
		queryKey: ["licences"],
		queryFn: readLicences,
		staleTime: Number.POSITIVE_INFINITY,
		enabled: isOpen,
	});
	return (
		<SettingRow
			title={t("Licences")}
			hint={t("Inkhour is free software under the MIT licence, built with the work of others.")}
		>
			<Button onPress={() => setOpen(true)}>{t("Show licences")}</Button>
			<Dialog title={t("Licences")} size="wide" isOpen={isOpen} onOpenChange={setOpen}>
				{error && <p role="alert">{t("The list of licences could not be read.")}</p>}
				{data?.map((one) => (
					<details key={one.name} className={styles.one}>
						<summary dir="auto">
							{one.name} <span className={styles.facts}>{`${one.version} · ${one.licence}`}</span>
						</summary>
						<pre>{one.text || t("The package names its licence and carries no text of it.")}</pre>
					</details>
				))}
			</Dialog>
		</SettingRow>
	);
}
