import { useQuery } from "@tanstack/react-query";
import { FileArchive } from "lucide-react";
import { useTranslation } from "react-i18next";
import { native } from "#app/native.ts";
import { useTRPC } from "#app/rpc.ts";
import { Button } from "#ui/button/Button.tsx";
import styles from "./ImportDialog.module.css";
import { runImport } from "./import-state.ts";
import { PastImports } from "./PastImports.tsx";

/** The first step: where the archive is, and what became of earlier ones. */
export function ChooseArchive() {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { data: imports = [] } = useQuery(trpc.imports.list.queryOptions());
	return (
		<>
			<p>
				{t(
					"On Medium, open Settings, then Security and apps, and choose “Download your information”. Medium sends a link to a zip file.",
				)}
			</p>
			<div className={styles.drop}>
				<FileArchive aria-hidden size={22} />
				<p>{t("Drop the zip file or the unpacked folder here, or choose it.")}</p>
				<div className={styles.buttons}>
					<Button variant="primary" onPress={() => void runImport(() => native.chooseFiles("archive"))}>
						{t("Choose zip file…")}
					</Button>
					<Button onPress={() => void runImport(() => native.chooseFiles("archiveFolder"))}>
						{t("Choose folder…")}
					</Button>
				</div>
			</div>
			<ul className={styles.promises}>
				<li>{t("Text you edited here is never overwritten: Medium’s newer text waits beside it.")}</li>
				<li>{t("Pictures are not loaded from the network until you ask.")}</li>
				<li>{t("Addresses, sessions and e-mail in the archive are not read into the library.")}</li>
			</ul>
			{imports.length > 0 && <PastImports imports={imports} />}
		</>
	);
}
