import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { navigate, useRoute } from "#app/routes.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatDateTime } from "#ui/format/format.ts";
import { Notice } from "#ui/notice/Notice.tsx";
import { type UnsavedText, unsavedTexts } from "./autosave/unsaved-texts.ts";
import styles from "./SaveNotice.module.css";

/** Says at the start that text of an earlier sitting never reached the library. The page of its story puts it back. */
export function UnsavedTexts() {
	const { t } = useTranslation();
	const route = useRoute();
	const open = route.room === "write" ? route.storyId : undefined;
	const [texts, setTexts] = useState<UnsavedText[]>([]);
	useEffect(() => {
		let wanted = true;
		void unsavedTexts().then((found) => wanted && setTexts(found));
		return () => {
			wanted = false;
		};
	}, []);
	const text = texts.find(({ storyId }) => storyId !== open);
	const without = (id: string | null | undefined) => texts.filter(({ storyId }) => storyId !== id);
	if (without(open).length < texts.length) setTexts(without(open));
	if (!text) return null;
	const { storyId, at } = text;
	return (
		<Notice
			className={styles.notice}
			role="status"
			actions={
				<>
					<Button variant="primary" onPress={() => navigate({ room: "write", storyId })}>
						{t("Open")}
					</Button>
					<Button onPress={() => setTexts(without(storyId))}>{t("Not now")}</Button>
				</>
			}
		>
			<p>
				{t("Unsaved text of “{{title}}” from {{time}} is kept here.", {
					title: text.title || t("Untitled"),
					time: formatDateTime(at),
				})}
			</p>
		</Notice>
	);
}
