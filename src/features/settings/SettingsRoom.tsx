export default function SettingsRoom({ page }: { page: string }) {
	return <main data-room="settings">{page}</main>;
}
