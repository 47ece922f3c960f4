import { useEffect, useState } from "react";

/** Whether scripts run: false where the page was drawn without them, and until they do. */
export function useScripts(): boolean {
  const [runs, setRuns] = useState(false);
  useEffect(() => setRuns(true), []);
  return runs;
}
