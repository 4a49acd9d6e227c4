import { launch } from "./launch.ts";
import { runCommand } from "./shutdown.ts";

await runCommand((shutdown) => launch("start", shutdown));
