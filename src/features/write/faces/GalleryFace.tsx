import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CaptionedPayload } from "#editor/nodes/states.ts";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import type { FaceActions } from "./Faces.tsx";
import styles from "./faces.module.css";
import { MoveButtons } from "./MoveButtons.tsx";
import { Picture } from "./Picture.tsx";

interface Props {
	payload: Extract<CaptionedPayload, { type: "gallery" }>;
	actions: FaceActions;
}

export function GalleryFace({ payload, actions }: Props) {
	const { t } = useTranslation();
	return (
		<div className={styles.figure}>
			<div className={styles.gallery}>
				{payload.images.map((image, index) => (
					<Picture
						// biome-ignore lint/suspicious/noArrayIndexKey: the same picture may be in a gallery twice
						key={index}
						image={image}
						onLoaded={(next) =>
							actions.change({ ...payload, images: payload.images.map((old, at) => (at === index ? next : old)) })
						}
					/>
				))}
			</div>
			<div className={styles.tools}>
				<MoveButtons onMove={actions.move} />
				<IconButton label={t("Remove gallery")} icon={Trash2} size="small" onPress={actions.remove} />
			</div>
		</div>
	);
}
