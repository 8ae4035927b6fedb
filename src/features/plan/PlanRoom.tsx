export default function PlanRoom({ page }: { page: string }) {
	return <main data-room="plan">{page}</main>;
}
