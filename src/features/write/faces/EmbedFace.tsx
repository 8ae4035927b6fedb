import { ExternalLink, PanelTop, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { native } from "#app/native.ts";
import { safeHref } from "#domain/story/links.ts";
import type { CaptionedPayload } from "#editor/nodes/states.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import type { FaceActions } from "./Faces.tsx";
import styles from "./faces.module.css";
import { MoveButtons } from "./MoveButtons.tsx";

interface Props {
	payload: Extract<CaptionedPayload, { type: "embed" }>;
	actions: FaceActions;
}

/** The address of an embed. Its content is never loaded here. */
export function EmbedFace({ payload, actions }: Props) {
	const { t } = useTranslation();
	const href = safeHref(payload.url);
	const kinds = {
		frame: t("Embedded page"),
		gist: t("Gist"),
		tweet: t("Post"),
		url: t("Embed"),
		lost: t("Embed whose address was not in the export"),
	};
	return (
		<div className={styles.embed}>
			<PanelTop aria-hidden size={18} />
			<div className={styles.embedText}>
				<strong>{kinds[payload.kind]}</strong>
				{payload.url !== "" && <span className={styles.address}>{payload.url}</span>}
			</div>
			{href && (
				<IconButton
					label={t("Open in the browser")}
					icon={ExternalLink}
					size="small"
					onPress={() => void native.openExternal(href)}
				/>
			)}
			<MoveButtons onMove={actions.move} />
			<IconButton label={t("Remove embed")} icon={Trash2} size="small" onPress={actions.remove} />
		</div>
	);
}
