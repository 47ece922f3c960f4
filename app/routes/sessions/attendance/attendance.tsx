import { useLoaderData } from "@remix-run/react";
import { marksForm } from "#app/domain/minutes/attendance-input.ts";
import { findAttendance } from "#app/domain/minutes/find-attendance.server.ts";
import { markAttendance } from "#app/domain/minutes/mark-attendance.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { formPage } from "#app/http/form-page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { useFormAnswer } from "#app/ui/forms/use-typed.ts";
import { AttendancePage } from "#app/ui/minutes/AttendancePage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { attendanceView } from "#app/views/minutes/attendance-view.server.ts";

export const meta = titleMeta;

export const loader = formPage(async (visit, args) => {
  const found = await findAttendance(visit.db, visit.actor, param(args, "sessionId"), visit.now);
  return { title: visit.text("attendance.title"), attendance: attendanceView(found, visit.actor, visit) };
});

export const action = deed({
  input: marksForm,
  act: (visit, { marks }, store, args, { base }) =>
    markAttendance(store, visit.actor, { sessionId: param(args, "sessionId"), marks, base }, visit.now),
  then: ({ id }) => withFlash(paths.attendance(id), "attendance.marked"),
});

export const clientAction = sendForm;

export default function Attendance() {
  return <AttendancePage {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
