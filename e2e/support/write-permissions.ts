import { writeFileSync } from "node:fs";
import { PERMISSIONS_PAGE, permissionsPage } from "./permissions-page.ts";

writeFileSync(PERMISSIONS_PAGE, permissionsPage());
