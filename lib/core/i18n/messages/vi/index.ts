import account from "./account.json" with { type: "json" };
import admin from "./admin.json" with { type: "json" };
import agenda from "./agenda.json" with { type: "json" };
import api from "./api.json" with { type: "json" };
import auth from "./auth.json" with { type: "json" };
import comments from "./comments.json" with { type: "json" };
import common from "./common.json" with { type: "json" };
import comparison from "./comparison.json" with { type: "json" };
import dashboard from "./dashboard.json" with { type: "json" };
import directives from "./directives.json" with { type: "json" };
import errors from "./errors.json" with { type: "json" };
import exports from "./exports.json" with { type: "json" };
import fatal from "./fatal.json" with { type: "json" };
import files from "./files.json" with { type: "json" };
import imports from "./imports.json" with { type: "json" };
import indicators from "./indicators.json" with { type: "json" };
import narratives from "./narratives.json" with { type: "json" };
import navigation from "./navigation.json" with { type: "json" };
import notifications from "./notifications.json" with { type: "json" };
import palette from "./palette.json" with { type: "json" };
import periods from "./periods.json" with { type: "json" };
import proofreading from "./proofreading.json" with { type: "json" };
import reconciliation from "./reconciliation.json" with { type: "json" };
import recurring from "./recurring.json" with { type: "json" };
import registering from "./registering.json" with { type: "json" };
import reports from "./reports.json" with { type: "json" };
import scorecard from "./scorecard.json" with { type: "json" };
import table from "./table.json" with { type: "json" };
import tasks from "./tasks.json" with { type: "json" };
import tokens from "./tokens.json" with { type: "json" };
import views from "./views.json" with { type: "json" };
import webhooks from "./webhooks.json" with { type: "json" };
import work from "./work.json" with { type: "json" };

export default {
  account,
  admin,
  agenda,
  api,
  auth,
  comments,
  common,
  comparison,
  dashboard,
  directives,
  errors,
  fatal,
  exports,
  files,
  imports,
  tokens,
  webhooks,
  indicators,
  narratives,
  navigation,
  notifications,
  palette,
  periods,
  proofreading,
  reconciliation,
  recurring,
  registering,
  reports,
  scorecard,
  table,
  tasks,
  views,
  work,
};
