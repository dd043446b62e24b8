CREATE TABLE `extension` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`task_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` text NOT NULL,
	`reason` text NOT NULL,
	`from_due` text NOT NULL,
	`to_due` text NOT NULL,
	`state` text DEFAULT 'asked' NOT NULL,
	`decided_by` text,
	`decided_at` text,
	`answer` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "extension_state" CHECK("extension"."state" IS NULL OR "extension"."state" IN ('asked', 'granted', 'refused', 'withdrawn')),
	CONSTRAINT "extension_from_due" CHECK("extension"."from_due" IS NULL OR (length("extension"."from_due") = 10 AND date("extension"."from_due") IS "extension"."from_due")),
	CONSTRAINT "extension_to_due" CHECK("extension"."to_due" IS NULL OR (length("extension"."to_due") = 10 AND date("extension"."to_due") IS "extension"."to_due")),
	CONSTRAINT "extension_later" CHECK("extension"."to_due" > "extension"."from_due"),
	CONSTRAINT "extension_decided" CHECK(("extension"."state" = 'asked') = ("extension"."decided_by" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `extension_task` ON `extension` (`task_id`);--> statement-breakpoint
CREATE INDEX `extension_state_seq` ON `extension` (`state`,`seq`);--> statement-breakpoint
CREATE TABLE `milestone` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`task_id` text NOT NULL,
	`name` text NOT NULL,
	`due` text NOT NULL,
	`done_on` text,
	`note` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "milestone_name" CHECK("milestone"."name" <> ''),
	CONSTRAINT "milestone_due" CHECK("milestone"."due" IS NULL OR (length("milestone"."due") = 10 AND date("milestone"."due") IS "milestone"."due")),
	CONSTRAINT "milestone_done_on" CHECK("milestone"."done_on" IS NULL OR (length("milestone"."done_on") = 10 AND date("milestone"."done_on") IS "milestone"."done_on"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `milestone_task` ON `milestone` (`task_id`);--> statement-breakpoint
CREATE INDEX `milestone_due_open` ON `milestone` (`done_on`,`due`);--> statement-breakpoint
CREATE TABLE `supervision` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`doc_no` text,
	`task_id` text NOT NULL,
	`level` text NOT NULL,
	`demand` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_by` text NOT NULL,
	`reply_due` text NOT NULL,
	`state` text DEFAULT 'issued' NOT NULL,
	`reply` text,
	`replied_on` text,
	`replied_by` text,
	`settled_on` text,
	`settled_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supervision_level" CHECK("supervision"."level" IS NULL OR "supervision"."level" IN ('yellow', 'red')),
	CONSTRAINT "supervision_state" CHECK("supervision"."state" IS NULL OR "supervision"."state" IN ('issued', 'answered', 'settled')),
	CONSTRAINT "supervision_issued_on" CHECK("supervision"."issued_on" IS NULL OR (length("supervision"."issued_on") = 10 AND date("supervision"."issued_on") IS "supervision"."issued_on")),
	CONSTRAINT "supervision_reply_due" CHECK("supervision"."reply_due" IS NULL OR (length("supervision"."reply_due") = 10 AND date("supervision"."reply_due") IS "supervision"."reply_due")),
	CONSTRAINT "supervision_replied_on" CHECK("supervision"."replied_on" IS NULL OR (length("supervision"."replied_on") = 10 AND date("supervision"."replied_on") IS "supervision"."replied_on")),
	CONSTRAINT "supervision_settled_on" CHECK("supervision"."settled_on" IS NULL OR (length("supervision"."settled_on") = 10 AND date("supervision"."settled_on") IS "supervision"."settled_on")),
	CONSTRAINT "supervision_range" CHECK("supervision"."reply_due" IS NULL OR "supervision"."issued_on" IS NULL OR "supervision"."reply_due" >= "supervision"."issued_on")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `supervision_code_unique` ON `supervision` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `supervision_doc_no_unique` ON `supervision` (`doc_no`);--> statement-breakpoint
CREATE INDEX `supervision_task` ON `supervision` (`task_id`);--> statement-breakpoint
CREATE INDEX `supervision_state_seq` ON `supervision` (`state`,`seq`);--> statement-breakpoint
CREATE TABLE `supervision_day` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`module_id` text NOT NULL,
	`date` text NOT NULL,
	`inspectors` text NOT NULL,
	`state` text DEFAULT 'planned' NOT NULL,
	`findings` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "supervision_day_state" CHECK("supervision_day"."state" IS NULL OR "supervision_day"."state" IN ('planned', 'held', 'cancelled')),
	CONSTRAINT "supervision_day_date" CHECK("supervision_day"."date" IS NULL OR (length("supervision_day"."date") = 10 AND date("supervision_day"."date") IS "supervision_day"."date"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `supervision_day_module` ON `supervision_day` (`module_id`,`date`);--> statement-breakpoint
CREATE TABLE `supervision_finding` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`day_id` text NOT NULL,
	`task_id` text NOT NULL,
	`finding` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`day_id`) REFERENCES `supervision_day`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `supervision_finding_task` ON `supervision_finding` (`task_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `supervision_finding_once` ON `supervision_finding` (`day_id`,`task_id`);--> statement-breakpoint
CREATE TABLE `grid` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`village_id` text NOT NULL,
	`name` text NOT NULL,
	`search_key` text DEFAULT '' NOT NULL,
	`households` integer,
	`remark` text,
	`stopped_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grid_households" CHECK("grid"."households" IS NULL OR "grid"."households" >= 0),
	CONSTRAINT "grid_stopped_on" CHECK("grid"."stopped_on" IS NULL OR (length("grid"."stopped_on") = 10 AND date("grid"."stopped_on") IS "grid"."stopped_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `grid_code_unique` ON `grid` (`code`);--> statement-breakpoint
CREATE INDEX `grid_seq` ON `grid` (`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `grid_name` ON `grid` (`village_id`,`name`);--> statement-breakpoint
CREATE TABLE `grid_person` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`grid_id` text NOT NULL,
	`role` text NOT NULL,
	`name` text NOT NULL,
	`staff_id` text,
	`phone` text,
	`from` text NOT NULL,
	`to` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`grid_id`) REFERENCES `grid`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grid_person_role" CHECK("grid_person"."role" IS NULL OR "grid_person"."role" IN ('head', 'full_time', 'part_time', 'instructor')),
	CONSTRAINT "grid_person_name" CHECK("grid_person"."name" <> ''),
	CONSTRAINT "grid_person_from" CHECK("grid_person"."from" IS NULL OR (length("grid_person"."from") = 10 AND date("grid_person"."from") IS "grid_person"."from")),
	CONSTRAINT "grid_person_to" CHECK("grid_person"."to" IS NULL OR (length("grid_person"."to") = 10 AND date("grid_person"."to") IS "grid_person"."to")),
	CONSTRAINT "grid_person_range" CHECK("grid_person"."to" IS NULL OR "grid_person"."from" IS NULL OR "grid_person"."to" >= "grid_person"."from")
) STRICT;
--> statement-breakpoint
CREATE INDEX `grid_person_grid` ON `grid_person` (`grid_id`);--> statement-breakpoint
CREATE INDEX `grid_person_staff` ON `grid_person` (`staff_id`);--> statement-breakpoint
CREATE TABLE `grid_score` (
	`id` text PRIMARY KEY NOT NULL,
	`grid_id` text NOT NULL,
	`month` text NOT NULL,
	`routine` integer,
	`handling` integer,
	`opinion` integer,
	`bonus` integer DEFAULT 0 NOT NULL,
	`note` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`grid_id`) REFERENCES `grid`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "grid_score_month" CHECK("grid_score"."month" GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
	CONSTRAINT "grid_score_routine" CHECK("grid_score"."routine" BETWEEN 0 AND 5000),
	CONSTRAINT "grid_score_handling" CHECK("grid_score"."handling" BETWEEN 0 AND 3000),
	CONSTRAINT "grid_score_opinion" CHECK("grid_score"."opinion" BETWEEN 0 AND 2000),
	CONSTRAINT "grid_score_bonus" CHECK("grid_score"."bonus" BETWEEN 0 AND 1000)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `grid_score_once` ON `grid_score` (`grid_id`,`month`);--> statement-breakpoint
CREATE TABLE `tuesday_plan` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`date` text NOT NULL,
	`staff_id` text NOT NULL,
	`village_id` text NOT NULL,
	`theme` text NOT NULL,
	`content` text,
	`checked_in_at` text,
	`result` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tuesday_plan_theme" CHECK("tuesday_plan"."theme" IS NULL OR "tuesday_plan"."theme" IN ('team', 'branch', 'opinion', 'elders', 'hard_work', 'county_leader')),
	CONSTRAINT "tuesday_plan_date" CHECK("tuesday_plan"."date" IS NULL OR (length("tuesday_plan"."date") = 10 AND date("tuesday_plan"."date") IS "tuesday_plan"."date")),
	CONSTRAINT "tuesday_plan_tuesday" CHECK(strftime('%w', "tuesday_plan"."date") = '2')
) STRICT;
--> statement-breakpoint
CREATE INDEX `tuesday_plan_date_staff` ON `tuesday_plan` (`date`,`staff_id`);--> statement-breakpoint
CREATE INDEX `tuesday_plan_staff` ON `tuesday_plan` (`staff_id`);--> statement-breakpoint
CREATE INDEX `tuesday_plan_village` ON `tuesday_plan` (`village_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `tuesday_plan_once` ON `tuesday_plan` (`date`,`staff_id`,`village_id`);--> statement-breakpoint
CREATE TABLE `group_meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`held_on` text NOT NULL,
	`place` text,
	`attendees` text NOT NULL,
	`record` text NOT NULL,
	`decisions` text,
	`exception_reason` text,
	`exception_by` text,
	`recorded_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `special_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exception_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_meeting_kind" CHECK("group_meeting"."kind" IS NULL OR "group_meeting"."kind" IN ('weekly', 'monthly')),
	CONSTRAINT "group_meeting_held_on" CHECK("group_meeting"."held_on" IS NULL OR (length("group_meeting"."held_on") = 10 AND date("group_meeting"."held_on") IS "group_meeting"."held_on")),
	CONSTRAINT "group_meeting_record" CHECK("group_meeting"."record" <> ''),
	CONSTRAINT "group_meeting_exception" CHECK((strftime('%w', "group_meeting"."held_on") <> '2') OR ("group_meeting"."exception_reason" IS NOT NULL AND "group_meeting"."exception_by" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `group_meeting_group` ON `group_meeting` (`group_id`,`held_on`);--> statement-breakpoint
CREATE TABLE `secondment` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`staff_id` text NOT NULL,
	`direction` text NOT NULL,
	`unit` text NOT NULL,
	`group_id` text,
	`doc_no` text,
	`from` text NOT NULL,
	`to` text,
	`reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `special_group`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "secondment_direction" CHECK("secondment"."direction" IS NULL OR "secondment"."direction" IN ('in', 'out')),
	CONSTRAINT "secondment_unit" CHECK("secondment"."unit" <> ''),
	CONSTRAINT "secondment_from" CHECK("secondment"."from" IS NULL OR (length("secondment"."from") = 10 AND date("secondment"."from") IS "secondment"."from")),
	CONSTRAINT "secondment_to" CHECK("secondment"."to" IS NULL OR (length("secondment"."to") = 10 AND date("secondment"."to") IS "secondment"."to")),
	CONSTRAINT "secondment_range" CHECK("secondment"."to" IS NULL OR "secondment"."from" IS NULL OR "secondment"."to" >= "secondment"."from")
) STRICT;
--> statement-breakpoint
CREATE INDEX `secondment_staff` ON `secondment` (`staff_id`);--> statement-breakpoint
CREATE INDEX `secondment_group` ON `secondment` (`group_id`);--> statement-breakpoint
CREATE TABLE `public_issue` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`village_id` text NOT NULL,
	`source` text NOT NULL,
	`title` text NOT NULL,
	`search_key` text DEFAULT '' NOT NULL,
	`content` text,
	`reporter` text,
	`phone` text,
	`reported_on` text NOT NULL,
	`entered_by` text,
	`module_id` text,
	`handler_id` text,
	`due` text,
	`state` text NOT NULL,
	`result` text,
	`resolved_on` text,
	`satisfaction` text,
	`closed_on` text,
	`reworks` integer DEFAULT 0 NOT NULL,
	`task_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handler_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "public_issue_source" CHECK("public_issue"."source" IS NULL OR "public_issue"."source" IN ('visit', 'tuesday', 'grid', 'hotline', 'petition', 'party_household', 'other')),
	CONSTRAINT "public_issue_state" CHECK("public_issue"."state" IS NULL OR "public_issue"."state" IN ('recorded', 'dispatched', 'handling', 'resolved', 'closed', 'declined')),
	CONSTRAINT "public_issue_satisfaction" CHECK("public_issue"."satisfaction" IS NULL OR "public_issue"."satisfaction" IN ('satisfied', 'basically', 'unsatisfied')),
	CONSTRAINT "public_issue_reworks" CHECK("public_issue"."reworks" >= 0),
	CONSTRAINT "public_issue_reported_on" CHECK("public_issue"."reported_on" IS NULL OR (length("public_issue"."reported_on") = 10 AND date("public_issue"."reported_on") IS "public_issue"."reported_on")),
	CONSTRAINT "public_issue_due" CHECK("public_issue"."due" IS NULL OR (length("public_issue"."due") = 10 AND date("public_issue"."due") IS "public_issue"."due")),
	CONSTRAINT "public_issue_resolved_on" CHECK("public_issue"."resolved_on" IS NULL OR (length("public_issue"."resolved_on") = 10 AND date("public_issue"."resolved_on") IS "public_issue"."resolved_on")),
	CONSTRAINT "public_issue_closed_on" CHECK("public_issue"."closed_on" IS NULL OR (length("public_issue"."closed_on") = 10 AND date("public_issue"."closed_on") IS "public_issue"."closed_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `public_issue_code_unique` ON `public_issue` (`code`);--> statement-breakpoint
CREATE INDEX `public_issue_seq` ON `public_issue` (`seq`);--> statement-breakpoint
CREATE INDEX `public_issue_state_module` ON `public_issue` (`state`,`module_id`);--> statement-breakpoint
CREATE INDEX `public_issue_village` ON `public_issue` (`village_id`);--> statement-breakpoint
CREATE INDEX `public_issue_handler` ON `public_issue` (`handler_id`);--> statement-breakpoint
CREATE INDEX `public_issue_task` ON `public_issue` (`task_id`);--> statement-breakpoint
CREATE TABLE `public_issue_log` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`issue_id` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`note` text,
	FOREIGN KEY (`issue_id`) REFERENCES `public_issue`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "public_issue_log_from" CHECK("public_issue_log"."from_state" IS NULL OR "public_issue_log"."from_state" IN ('recorded', 'dispatched', 'handling', 'resolved', 'closed', 'declined')),
	CONSTRAINT "public_issue_log_to" CHECK("public_issue_log"."to_state" IS NULL OR "public_issue_log"."to_state" IN ('recorded', 'dispatched', 'handling', 'resolved', 'closed', 'declined'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `public_issue_log_issue` ON `public_issue_log` (`issue_id`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`title` text NOT NULL,
	`date` text NOT NULL,
	`time` text,
	`place` text,
	`module_id` text NOT NULL,
	`convener_id` text,
	`attendees` text,
	`exception_reason` text,
	`exception_by` text,
	`minutes` text,
	`cancelled_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`convener_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`exception_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meeting_title" CHECK("meeting"."title" <> ''),
	CONSTRAINT "meeting_date" CHECK("meeting"."date" IS NULL OR (length("meeting"."date") = 10 AND date("meeting"."date") IS "meeting"."date")),
	CONSTRAINT "meeting_time" CHECK("meeting"."time" IS NULL OR "meeting"."time" GLOB '[0-2][0-9]:[0-5][0-9]'),
	CONSTRAINT "meeting_exception" CHECK((strftime('%w', "meeting"."date") <> '2') OR ("meeting"."exception_reason" IS NOT NULL AND "meeting"."exception_by" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `meeting_date` ON `meeting` (`date`);--> statement-breakpoint
CREATE INDEX `meeting_module` ON `meeting` (`module_id`);--> statement-breakpoint
CREATE TABLE `register` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`module_id` text,
	`name` text NOT NULL,
	`description` text,
	`proposal` text,
	`enabled` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "register_enabled" CHECK("register"."enabled" IN (0, 1)),
	CONSTRAINT "register_proposal" CHECK("register"."proposal" IS NULL OR json_valid("register"."proposal"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `register_code_unique` ON `register` (`code`);--> statement-breakpoint
CREATE INDEX `register_module` ON `register` (`module_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `register_name` ON `register` (`module_id`,`name`);--> statement-breakpoint
CREATE TABLE `register_column` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`register_id` text NOT NULL,
	`title` text NOT NULL,
	`type` text NOT NULL,
	`unit` text,
	`options` text DEFAULT '[]' NOT NULL,
	`required` integer DEFAULT false NOT NULL,
	`is_unique` integer DEFAULT false NOT NULL,
	`in_list` integer DEFAULT true NOT NULL,
	`total` integer DEFAULT false NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`register_id`) REFERENCES `register`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "register_column_type" CHECK("register_column"."type" IS NULL OR "register_column"."type" IN ('text', 'long_text', 'number', 'date', 'choice', 'person', 'village', 'amount', 'attachment')),
	CONSTRAINT "register_column_title" CHECK("register_column"."title" <> ''),
	CONSTRAINT "register_column_options" CHECK(json_valid("register_column"."options")),
	CONSTRAINT "register_column_flags" CHECK("register_column"."required" IN (0, 1) AND "register_column"."is_unique" IN (0, 1) AND "register_column"."in_list" IN (0, 1) AND "register_column"."total" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `register_column_register` ON `register_column` (`register_id`,`seq`);--> statement-breakpoint
CREATE TABLE `register_row` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`register_id` text NOT NULL,
	`cells` text NOT NULL,
	`search_key` text DEFAULT '' NOT NULL,
	`entered_by` text,
	`account_id` text,
	`entered_at` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`register_id`) REFERENCES `register`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "register_row_cells" CHECK(json_valid("register_row"."cells"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `register_row_register` ON `register_row` (`register_id`,`removed_at`,`seq`);--> statement-breakpoint
CREATE INDEX `register_row_entered_by` ON `register_row` (`entered_by`);--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`mime` text NOT NULL,
	`bytes` integer NOT NULL,
	`digest` text NOT NULL,
	`staff_id` text,
	`actor` text NOT NULL,
	`at` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attachment_owner_kind" CHECK("attachment"."owner_kind" IS NULL OR "attachment"."owner_kind" IN ('task', 'supervision', 'group', 'group_meeting', 'meeting', 'service_event', 'public_issue', 'register_row')),
	CONSTRAINT "attachment_name" CHECK("attachment"."name" <> ''),
	CONSTRAINT "attachment_bytes" CHECK("attachment"."bytes" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachment_owner` ON `attachment` (`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE INDEX `attachment_digest` ON `attachment` (`digest`);--> statement-breakpoint
ALTER TABLE `module` ADD `sections` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `module` SET `sections` = CASE `code` WHEN 'party' THEN 'tuesday,teams' WHEN 'coordinate' THEN 'supervision,meetings' WHEN 'govern' THEN 'issues,grids' ELSE '' END;--> statement-breakpoint
CREATE TABLE `__new_task` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`doc_no` text,
	`form` text NOT NULL,
	`source` text,
	`title` text NOT NULL,
	`search_key` text DEFAULT '' NOT NULL,
	`content` text,
	`weight` integer NOT NULL,
	`module_id` text NOT NULL,
	`lead_staff_id` text,
	`issued_on` text,
	`due` text NOT NULL,
	`state` text NOT NULL,
	`suspended_on` text,
	`drafted_by` text,
	`group_id` text,
	`exempt` integer DEFAULT false NOT NULL,
	`completed_on` text,
	`reworks` integer DEFAULT 0 NOT NULL,
	`quality` text,
	`progress` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `special_group`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_form" CHECK("__new_task"."form" IS NULL OR "__new_task"."form" IN ('assignment_order', 'memo', 'supervision_order', 'weekly_list')),
	CONSTRAINT "task_state" CHECK("__new_task"."state" IS NULL OR "__new_task"."state" IN ('draft', 'pending', 'issued', 'active', 'submitted', 'reviewed', 'completed', 'closed', 'suspended', 'revoked')),
	CONSTRAINT "task_quality" CHECK("__new_task"."quality" IS NULL OR "__new_task"."quality" IN ('excellent', 'good', 'fair', 'poor')),
	CONSTRAINT "task_weight" CHECK("__new_task"."weight" > 0),
	CONSTRAINT "task_reworks" CHECK("__new_task"."reworks" >= 0),
	CONSTRAINT "task_progress" CHECK("__new_task"."progress" BETWEEN 0 AND 100),
	CONSTRAINT "task_exempt" CHECK("__new_task"."exempt" IN (0, 1)),
	CONSTRAINT "task_issued_on" CHECK("__new_task"."issued_on" IS NULL OR (length("__new_task"."issued_on") = 10 AND date("__new_task"."issued_on") IS "__new_task"."issued_on")),
	CONSTRAINT "task_due" CHECK("__new_task"."due" IS NULL OR (length("__new_task"."due") = 10 AND date("__new_task"."due") IS "__new_task"."due")),
	CONSTRAINT "task_completed_on" CHECK("__new_task"."completed_on" IS NULL OR (length("__new_task"."completed_on") = 10 AND date("__new_task"."completed_on") IS "__new_task"."completed_on")),
	CONSTRAINT "task_suspended_on" CHECK("__new_task"."suspended_on" IS NULL OR (length("__new_task"."suspended_on") = 10 AND date("__new_task"."suspended_on") IS "__new_task"."suspended_on"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_task`("id", "code", "seq", "doc_no", "form", "source", "title", "search_key", "content", "weight", "module_id", "lead_staff_id", "issued_on", "due", "state", "exempt", "completed_on", "reworks", "quality", "progress", "version") SELECT "id", "code", "seq", "doc_no", "form", "source", "title", "search_key", "content", "weight", "module_id", "lead_staff_id", "issued_on", "due", "state", "exempt", "completed_on", "reworks", "quality", "progress", "version" FROM `task`;--> statement-breakpoint
DROP TABLE `task`;--> statement-breakpoint
ALTER TABLE `__new_task` RENAME TO `task`;--> statement-breakpoint
CREATE UNIQUE INDEX `task_code_unique` ON `task` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_doc_no_unique` ON `task` (`doc_no`);--> statement-breakpoint
CREATE INDEX `task_group` ON `task` (`group_id`);--> statement-breakpoint
CREATE INDEX `task_due_state` ON `task` (`due`,`state`);--> statement-breakpoint
CREATE INDEX `task_module` ON `task` (`module_id`);--> statement-breakpoint
CREATE INDEX `task_seq` ON `task` (`seq`);--> statement-breakpoint
CREATE INDEX `task_open` ON `task` (`state`,`module_id`,`due`,`seq`,`id`,`issued_on`,`progress`);--> statement-breakpoint
CREATE INDEX `task_list` ON `task` (`seq`,`id`,`title`,`search_key`,`code`,`doc_no`,`form`,`source`,`weight`,`module_id`,`lead_staff_id`,`issued_on`,`due`,`state`,`exempt`,`completed_on`,`reworks`,`quality`,`progress`);--> statement-breakpoint
CREATE TABLE `__new_task_log` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`task_id` text NOT NULL,
	`at` text NOT NULL,
	`staff_id` text,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`from_state` text,
	`to_state` text NOT NULL,
	`reason` text,
	`party_id` text,
	`evidence` text DEFAULT '[]' NOT NULL,
	`progress` integer,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_log_evidence" CHECK(json_valid("__new_task_log"."evidence")),
	CONSTRAINT "task_log_progress" CHECK("__new_task_log"."progress" IS NULL OR "__new_task_log"."progress" BETWEEN 0 AND 100),
	CONSTRAINT "task_log_from" CHECK("__new_task_log"."from_state" IS NULL OR "__new_task_log"."from_state" IN ('draft', 'pending', 'issued', 'active', 'submitted', 'reviewed', 'completed', 'closed', 'suspended', 'revoked')),
	CONSTRAINT "task_log_to" CHECK("__new_task_log"."to_state" IS NULL OR "__new_task_log"."to_state" IN ('draft', 'pending', 'issued', 'active', 'submitted', 'reviewed', 'completed', 'closed', 'suspended', 'revoked'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_task_log`("id", "seq", "task_id", "at", "staff_id", "actor", "action", "from_state", "to_state", "reason") SELECT "id", "seq", "task_id", "at", "staff_id", "actor", "action", "from_state", "to_state", "reason" FROM `task_log`;--> statement-breakpoint
DROP TABLE `task_log`;--> statement-breakpoint
ALTER TABLE `__new_task_log` RENAME TO `task_log`;--> statement-breakpoint
CREATE TRIGGER task_log_no_update BEFORE UPDATE ON task_log BEGIN SELECT RAISE(ABORT, 'task_log is append-only'); END;--> statement-breakpoint
CREATE TRIGGER task_log_no_delete BEFORE DELETE ON task_log BEGIN SELECT RAISE(ABORT, 'task_log is append-only'); END;--> statement-breakpoint
CREATE INDEX `task_log_task` ON `task_log` (`task_id`);--> statement-breakpoint
CREATE INDEX `task_log_seq` ON `task_log` (`seq`);--> statement-breakpoint
CREATE INDEX `task_log_at` ON `task_log` (`at`);--> statement-breakpoint
CREATE INDEX `task_log_hand` ON `task_log` (`actor`,`action`,`task_id`);--> statement-breakpoint
CREATE TABLE `__new_task_party` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`task_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`state` text DEFAULT 'issued' NOT NULL,
	`accepted_on` text,
	`submitted_on` text,
	`completed_on` text,
	`reworks` integer,
	`quality` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_party_role" CHECK("__new_task_party"."role" IS NULL OR "__new_task_party"."role" IN ('host', 'cohost')),
	CONSTRAINT "task_party_state" CHECK("__new_task_party"."state" IS NULL OR "__new_task_party"."state" IN ('issued', 'active', 'submitted', 'reviewed', 'completed')),
	CONSTRAINT "task_party_accepted_on" CHECK("__new_task_party"."accepted_on" IS NULL OR (length("__new_task_party"."accepted_on") = 10 AND date("__new_task_party"."accepted_on") IS "__new_task_party"."accepted_on")),
	CONSTRAINT "task_party_quality" CHECK("__new_task_party"."quality" IS NULL OR "__new_task_party"."quality" IN ('excellent', 'good', 'fair', 'poor')),
	CONSTRAINT "task_party_submitted_on" CHECK("__new_task_party"."submitted_on" IS NULL OR (length("__new_task_party"."submitted_on") = 10 AND date("__new_task_party"."submitted_on") IS "__new_task_party"."submitted_on")),
	CONSTRAINT "task_party_completed_on" CHECK("__new_task_party"."completed_on" IS NULL OR (length("__new_task_party"."completed_on") = 10 AND date("__new_task_party"."completed_on") IS "__new_task_party"."completed_on")),
	CONSTRAINT "task_party_reworks" CHECK("__new_task_party"."reworks" IS NULL OR "__new_task_party"."reworks" >= 0)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_task_party`("id", "seq", "task_id", "staff_id", "role", "submitted_on", "completed_on", "reworks", "quality", "version") SELECT "id", "seq", "task_id", "staff_id", "role", "submitted_on", "completed_on", "reworks", "quality", "version" FROM `task_party`;--> statement-breakpoint
DROP TABLE `task_party`;--> statement-breakpoint
ALTER TABLE `__new_task_party` RENAME TO `task_party`;--> statement-breakpoint
UPDATE `task_party` SET `state` = (SELECT CASE WHEN `task_party`.`completed_on` IS NOT NULL OR `task`.`state` IN ('completed', 'closed') THEN 'completed' WHEN `task`.`state` = 'reviewed' THEN 'reviewed' WHEN `task`.`state` = 'submitted' OR `task_party`.`submitted_on` IS NOT NULL THEN 'submitted' WHEN `task`.`state` IN ('active', 'suspended') THEN 'active' ELSE 'issued' END FROM `task` WHERE `task`.`id` = `task_party`.`task_id`);--> statement-breakpoint
CREATE INDEX `task_party_staff` ON `task_party` (`staff_id`);--> statement-breakpoint
CREATE INDEX `task_party_waiting` ON `task_party` (`state`,`task_id`);--> statement-breakpoint
CREATE INDEX `task_party_seq` ON `task_party` (`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_party_once` ON `task_party` (`task_id`,`staff_id`);--> statement-breakpoint
ALTER TABLE `service_event` ADD `reject_reason` text;--> statement-breakpoint
ALTER TABLE `service_event` ADD `entry_id` text;--> statement-breakpoint
ALTER TABLE `service_event` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `service_event` ADD `entered_by` text REFERENCES staff(id);--> statement-breakpoint
CREATE INDEX `service_event_entry` ON `service_event` (`entry_id`);--> statement-breakpoint
CREATE INDEX `service_event_origin` ON `service_event` (`origin`);--> statement-breakpoint
CREATE TABLE `__new_team_member` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`village_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`role` text DEFAULT 'cadre' NOT NULL,
	`from` text NOT NULL,
	`to` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "team_member_role" CHECK("__new_team_member"."role" IS NULL OR "__new_team_member"."role" IN ('cadre', 'department', 'expert')),
	CONSTRAINT "team_member_from" CHECK("__new_team_member"."from" IS NULL OR (length("__new_team_member"."from") = 10 AND date("__new_team_member"."from") IS "__new_team_member"."from")),
	CONSTRAINT "team_member_to" CHECK("__new_team_member"."to" IS NULL OR (length("__new_team_member"."to") = 10 AND date("__new_team_member"."to") IS "__new_team_member"."to")),
	CONSTRAINT "team_member_range" CHECK("__new_team_member"."to" IS NULL OR "__new_team_member"."from" IS NULL OR "__new_team_member"."to" >= "__new_team_member"."from")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_team_member`("id", "seq", "village_id", "staff_id", "from", "to", "version") SELECT "id", "seq", "village_id", "staff_id", "from", "to", "version" FROM `team_member`;--> statement-breakpoint
DROP TABLE `team_member`;--> statement-breakpoint
ALTER TABLE `__new_team_member` RENAME TO `team_member`;--> statement-breakpoint
CREATE INDEX `team_member_staff` ON `team_member` (`staff_id`);--> statement-breakpoint
CREATE INDEX `team_member_village` ON `team_member` (`village_id`);--> statement-breakpoint
CREATE TABLE `__new_village` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`search_key` text DEFAULT '' NOT NULL,
	`team_leader_id` text,
	`kind` text DEFAULT 'village' NOT NULL,
	`households` integer,
	`remark` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`team_leader_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "village_kind" CHECK("__new_village"."kind" IS NULL OR "__new_village"."kind" IN ('village', 'community')),
	CONSTRAINT "village_households" CHECK("__new_village"."households" IS NULL OR "__new_village"."households" >= 0)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_village`("id", "code", "seq", "name", "search_key", "team_leader_id", "version") SELECT "id", "code", "seq", "name", "search_key", "team_leader_id", "version" FROM `village`;--> statement-breakpoint
DROP TABLE `village`;--> statement-breakpoint
ALTER TABLE `__new_village` RENAME TO `village`;--> statement-breakpoint
CREATE UNIQUE INDEX `village_code_unique` ON `village` (`code`);--> statement-breakpoint
CREATE INDEX `village_seq` ON `village` (`seq`);--> statement-breakpoint
ALTER TABLE `circular` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `deduction` ADD `origin` text;--> statement-breakpoint
ALTER TABLE `honour` ADD `origin` text;--> statement-breakpoint
CREATE TABLE `__new_special_group` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`approval_no` text,
	`goal` text,
	`lead_staff_id` text,
	`search_key` text DEFAULT '' NOT NULL,
	`from` text,
	`to` text,
	`dissolved_on` text,
	`conclusion` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`lead_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "special_group_dissolved_on" CHECK("__new_special_group"."dissolved_on" IS NULL OR (length("__new_special_group"."dissolved_on") = 10 AND date("__new_special_group"."dissolved_on") IS "__new_special_group"."dissolved_on")),
	CONSTRAINT "special_group_from" CHECK("__new_special_group"."from" IS NULL OR (length("__new_special_group"."from") = 10 AND date("__new_special_group"."from") IS "__new_special_group"."from")),
	CONSTRAINT "special_group_to" CHECK("__new_special_group"."to" IS NULL OR (length("__new_special_group"."to") = 10 AND date("__new_special_group"."to") IS "__new_special_group"."to")),
	CONSTRAINT "special_group_range" CHECK("__new_special_group"."to" IS NULL OR "__new_special_group"."from" IS NULL OR "__new_special_group"."to" >= "__new_special_group"."from")
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_special_group`("id", "code", "seq", "name", "approval_no", "goal", "from", "to", "version") SELECT "id", "code", "seq", "name", "approval_no", "goal", "from", "to", "version" FROM `special_group`;--> statement-breakpoint
DROP TABLE `special_group`;--> statement-breakpoint
ALTER TABLE `__new_special_group` RENAME TO `special_group`;--> statement-breakpoint
UPDATE `special_group` SET `search_key` = text_key(`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `special_group_code_unique` ON `special_group` (`code`);--> statement-breakpoint
CREATE INDEX `audit_entry_actor` ON `audit_entry` (`actor`,`action`);--> statement-breakpoint
CREATE TRIGGER public_issue_log_no_update BEFORE UPDATE ON public_issue_log BEGIN SELECT RAISE(ABORT, 'public_issue_log is append-only'); END;--> statement-breakpoint
CREATE TRIGGER public_issue_log_no_delete BEFORE DELETE ON public_issue_log BEGIN SELECT RAISE(ABORT, 'public_issue_log is append-only'); END;
