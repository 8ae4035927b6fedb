import { useTranslation } from "react-i18next";
import type { TitlePreview } from "#domain/feedback/headline/title-length.ts";
import styles from "./TitlePreviewBox.module.css";

/** What a feed and a search page leave of title and subtitle. */
export function TitlePreviewBox({ preview }: { preview: TitlePreview }) {
	const { t } = useTranslation();
	const { feed, search } = preview;
	return (
		<dl className={styles.previews}>
			<div>
				<dt>
					{t("In a feed")}
					<span>{feed.title.cut || feed.subtitle.cut ? t("cut") : t("fits")}</span>
				</dt>
				<dd className={styles.feed}>
					<strong dir="auto">{feed.title.shown}</strong>
					{feed.subtitle.shown !== "" && <span dir="auto">{feed.subtitle.shown}</span>}
				</dd>
			</div>
			<div>
				<dt>
					{t("In a search")}
					<span>{search.title.cut ? t("cut") : t("fits")}</span>
				</dt>
				<dd className={styles.search} dir="auto">
					{search.title.shown}
				</dd>
			</div>
		</dl>
	);
}
