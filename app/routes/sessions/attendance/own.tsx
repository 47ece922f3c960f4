import { useActionData, useLoaderData } from "@remix-run/react";
import { ownAttendanceForm } from "#app/domain/minutes/attendance-input.ts";
import { findAttendance } from "#app/domain/minutes/find-attendance.server.ts";
import { reportAttendance } from "#app/domain/minutes/report-attendance.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { AttendancePage } from "#app/ui/minutes/AttendancePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { attendanceView } from "#app/views/minutes/attendance-view.server.ts";

export const meta = titleMeta;

/** The attendance itself: what is refused has somewhere to say why. */
export const loader = page(async (visit, args) => {
  const found = await findAttendance(visit.db, visit.actor, param(args, "sessionId"), visit.now);
  return { title: visit.text("attendance.title"), attendance: attendanceView(found, visit.actor, visit) };
});

export const action = deed({
  input: ownAttendanceForm,
  act: (visit, { state }, store, args) =>
    reportAttendance(store, visit.actor, { sessionId: param(args, "sessionId"), state }, visit.now),
  then: ({ id }) => withFlash(paths.attendance(id), "attendance.reported"),
});

export const clientAction = sendForm;

export default function OwnAttendance() {
  return <AttendancePage {...useLoaderData<typeof loader>()} ownAnswer={useActionData<typeof action>()} />;
}
