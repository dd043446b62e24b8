CREATE TABLE `establishment` (
	`module_id` text NOT NULL,
	`identity` text NOT NULL,
	`approved` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`module_id`, `identity`),
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "establishment_identity" CHECK("establishment"."identity" IS NULL OR "establishment"."identity" IN ('civil', 'ref_civil', 'institution', 'dispatched', 'seconded_in', 'contract', 'support')),
	CONSTRAINT "establishment_approved" CHECK("establishment"."approved" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `module_office` (
	`id` text PRIMARY KEY NOT NULL,
	`module_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`office` text NOT NULL,
	`from` text NOT NULL,
	`to` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "module_office_office" CHECK("module_office"."office" IS NULL OR "module_office"."office" IN ('head', 'deputy', 'lead_a', 'lead_b')),
	CONSTRAINT "module_office_from" CHECK("module_office"."from" IS NULL OR (length("module_office"."from") = 10 AND date("module_office"."from") IS "module_office"."from")),
	CONSTRAINT "module_office_to" CHECK("module_office"."to" IS NULL OR (length("module_office"."to") = 10 AND date("module_office"."to") IS "module_office"."to")),
	CONSTRAINT "module_office_range" CHECK("module_office"."to" IS NULL OR "module_office"."from" IS NULL OR "module_office"."to" >= "module_office"."from")
) STRICT;
--> statement-breakpoint
CREATE INDEX `module_office_staff` ON `module_office` (`staff_id`);--> statement-breakpoint
CREATE INDEX `module_office_module` ON `module_office` (`module_id`);--> statement-breakpoint
CREATE TABLE `module` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`alias` text,
	`colour` text,
	`office` text,
	`enabled` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "module_enabled" CHECK("module"."enabled" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `module_code_unique` ON `module` (`code`);--> statement-breakpoint
CREATE INDEX `module_seq` ON `module` (`seq`);--> statement-breakpoint
CREATE TABLE `post` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`score` integer,
	`score_exact` text,
	`coefficient` text,
	`workload` text,
	`difficulty` text,
	`risk` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "post_score" CHECK("post"."score" IS NULL OR "post"."score" >= 0),
	CONSTRAINT "post_score_exact" CHECK("post"."score_exact" IS NULL OR ("post"."score_exact" GLOB '[0-9]*' AND "post"."score_exact" NOT GLOB '*[^0-9.]*' AND "post"."score_exact" NOT GLOB '*.*.*' AND "post"."score_exact" NOT GLOB '*.')),
	CONSTRAINT "post_coefficient" CHECK("post"."coefficient" IS NULL OR ("post"."coefficient" GLOB '[0-9]*' AND "post"."coefficient" NOT GLOB '*[^0-9.]*' AND "post"."coefficient" NOT GLOB '*.*.*' AND "post"."coefficient" NOT GLOB '*.')),
	CONSTRAINT "post_workload" CHECK("post"."workload" IS NULL OR ("post"."workload" GLOB '[0-9]*' AND "post"."workload" NOT GLOB '*[^0-9.]*' AND "post"."workload" NOT GLOB '*.*.*' AND "post"."workload" NOT GLOB '*.')),
	CONSTRAINT "post_difficulty" CHECK("post"."difficulty" IS NULL OR ("post"."difficulty" GLOB '[0-9]*' AND "post"."difficulty" NOT GLOB '*[^0-9.]*' AND "post"."difficulty" NOT GLOB '*.*.*' AND "post"."difficulty" NOT GLOB '*.')),
	CONSTRAINT "post_risk" CHECK("post"."risk" IS NULL OR ("post"."risk" GLOB '[0-9]*' AND "post"."risk" NOT GLOB '*[^0-9.]*' AND "post"."risk" NOT GLOB '*.*.*' AND "post"."risk" NOT GLOB '*.'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `post_code_unique` ON `post` (`code`);--> statement-breakpoint
CREATE TABLE `township` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`county` text NOT NULL,
	`reporting_unit` text NOT NULL,
	`origin` text NOT NULL,
	`set_up_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "township_origin" CHECK("township"."origin" IS NULL OR "township"."origin" IN ('real', 'demo', 'case'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `leave` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`from` text NOT NULL,
	`to` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "leave_kind" CHECK("leave"."kind" IS NULL OR "leave"."kind" IN ('annual', 'sick', 'personal', 'maternity', 'injury', 'marriage', 'bereavement', 'official', 'training')),
	CONSTRAINT "leave_from" CHECK("leave"."from" IS NULL OR (length("leave"."from") = 10 AND date("leave"."from") IS "leave"."from")),
	CONSTRAINT "leave_to" CHECK("leave"."to" IS NULL OR (length("leave"."to") = 10 AND date("leave"."to") IS "leave"."to")),
	CONSTRAINT "leave_range" CHECK("leave"."to" IS NULL OR "leave"."from" IS NULL OR "leave"."to" >= "leave"."from")
) STRICT;
--> statement-breakpoint
CREATE INDEX `leave_staff` ON `leave` (`staff_id`);--> statement-breakpoint
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`sex` text,
	`id_no_sealed` blob,
	`id_no_index` text,
	`birth_month` text,
	`political` text,
	`identity` text NOT NULL,
	`sending_unit` text,
	`rank_title` text,
	`phone` text,
	`track` text NOT NULL,
	`status` text DEFAULT 'active' NOT NULL,
	`pool` text,
	`work_start` text,
	`joined_on` text,
	`left_on` text,
	`remark` text,
	`prior_rejections` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "staff_sex" CHECK("staff"."sex" IS NULL OR "staff"."sex" IN ('male', 'female')),
	CONSTRAINT "staff_identity" CHECK("staff"."identity" IS NULL OR "staff"."identity" IN ('civil', 'ref_civil', 'institution', 'dispatched', 'seconded_in', 'contract', 'support')),
	CONSTRAINT "staff_track" CHECK("staff"."track" IS NULL OR "staff"."track" IN ('excluded', 'leader', 'mid', 'staff', 'dispatched_head', 'dispatched', 'contract', 'probation')),
	CONSTRAINT "staff_status" CHECK("staff"."status" IS NULL OR "staff"."status" IN ('active', 'probation', 'pending_case')),
	CONSTRAINT "staff_birth_month" CHECK("staff"."birth_month" IS NULL OR "staff"."birth_month" GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
	CONSTRAINT "staff_id_no" CHECK(("staff"."id_no_sealed" IS NULL) = ("staff"."id_no_index" IS NULL)),
	CONSTRAINT "staff_prior_rejections" CHECK("staff"."prior_rejections" >= 0),
	CONSTRAINT "staff_joined_on" CHECK("staff"."joined_on" IS NULL OR (length("staff"."joined_on") = 10 AND date("staff"."joined_on") IS "staff"."joined_on")),
	CONSTRAINT "staff_left_on" CHECK("staff"."left_on" IS NULL OR (length("staff"."left_on") = 10 AND date("staff"."left_on") IS "staff"."left_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_code_unique` ON `staff` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `staff_id_no_index_unique` ON `staff` (`id_no_index`);--> statement-breakpoint
CREATE INDEX `staff_name` ON `staff` (`name`);--> statement-breakpoint
CREATE INDEX `staff_seq` ON `staff` (`seq`);--> statement-breakpoint
CREATE TABLE `assignment` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`staff_id` text NOT NULL,
	`module_id` text NOT NULL,
	`post_id` text NOT NULL,
	`from` text NOT NULL,
	`to` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignment_from" CHECK("assignment"."from" IS NULL OR (length("assignment"."from") = 10 AND date("assignment"."from") IS "assignment"."from")),
	CONSTRAINT "assignment_to" CHECK("assignment"."to" IS NULL OR (length("assignment"."to") = 10 AND date("assignment"."to") IS "assignment"."to")),
	CONSTRAINT "assignment_range" CHECK("assignment"."to" IS NULL OR "assignment"."from" IS NULL OR "assignment"."to" >= "assignment"."from")
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignment_staff` ON `assignment` (`staff_id`);--> statement-breakpoint
CREATE INDEX `assignment_module` ON `assignment` (`module_id`);--> statement-breakpoint
CREATE TABLE `task` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`doc_no` text,
	`form` text NOT NULL,
	`source` text,
	`title` text NOT NULL,
	`content` text,
	`weight` integer NOT NULL,
	`module_id` text NOT NULL,
	`lead_staff_id` text,
	`issued_on` text,
	`due` text NOT NULL,
	`state` text NOT NULL,
	`exempt` integer DEFAULT false NOT NULL,
	`completed_on` text,
	`reworks` integer DEFAULT 0 NOT NULL,
	`quality` text,
	`progress` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_form" CHECK("task"."form" IS NULL OR "task"."form" IN ('assignment_order', 'memo', 'supervision_order', 'weekly_list')),
	CONSTRAINT "task_state" CHECK("task"."state" IS NULL OR "task"."state" IN ('draft', 'pending', 'issued', 'active', 'submitted', 'reviewed', 'completed', 'closed', 'suspended', 'revoked')),
	CONSTRAINT "task_quality" CHECK("task"."quality" IS NULL OR "task"."quality" IN ('excellent', 'good', 'fair', 'poor')),
	CONSTRAINT "task_weight" CHECK("task"."weight" > 0),
	CONSTRAINT "task_reworks" CHECK("task"."reworks" >= 0),
	CONSTRAINT "task_progress" CHECK("task"."progress" BETWEEN 0 AND 100),
	CONSTRAINT "task_exempt" CHECK("task"."exempt" IN (0, 1)),
	CONSTRAINT "task_issued_on" CHECK("task"."issued_on" IS NULL OR (length("task"."issued_on") = 10 AND date("task"."issued_on") IS "task"."issued_on")),
	CONSTRAINT "task_due" CHECK("task"."due" IS NULL OR (length("task"."due") = 10 AND date("task"."due") IS "task"."due")),
	CONSTRAINT "task_completed_on" CHECK("task"."completed_on" IS NULL OR (length("task"."completed_on") = 10 AND date("task"."completed_on") IS "task"."completed_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `task_code_unique` ON `task` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_doc_no_unique` ON `task` (`doc_no`);--> statement-breakpoint
CREATE INDEX `task_due_state` ON `task` (`due`,`state`);--> statement-breakpoint
CREATE INDEX `task_module` ON `task` (`module_id`);--> statement-breakpoint
CREATE INDEX `task_seq` ON `task` (`seq`);--> statement-breakpoint
CREATE TABLE `task_log` (
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
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_log_from" CHECK("task_log"."from_state" IS NULL OR "task_log"."from_state" IN ('draft', 'pending', 'issued', 'active', 'submitted', 'reviewed', 'completed', 'closed', 'suspended', 'revoked')),
	CONSTRAINT "task_log_to" CHECK("task_log"."to_state" IS NULL OR "task_log"."to_state" IN ('draft', 'pending', 'issued', 'active', 'submitted', 'reviewed', 'completed', 'closed', 'suspended', 'revoked'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `task_log_task` ON `task_log` (`task_id`);--> statement-breakpoint
CREATE TABLE `task_party` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`task_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`submitted_on` text,
	`completed_on` text,
	`reworks` integer,
	`quality` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `task`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_party_role" CHECK("task_party"."role" IS NULL OR "task_party"."role" IN ('host', 'cohost')),
	CONSTRAINT "task_party_quality" CHECK("task_party"."quality" IS NULL OR "task_party"."quality" IN ('excellent', 'good', 'fair', 'poor')),
	CONSTRAINT "task_party_submitted_on" CHECK("task_party"."submitted_on" IS NULL OR (length("task_party"."submitted_on") = 10 AND date("task_party"."submitted_on") IS "task_party"."submitted_on")),
	CONSTRAINT "task_party_completed_on" CHECK("task_party"."completed_on" IS NULL OR (length("task_party"."completed_on") = 10 AND date("task_party"."completed_on") IS "task_party"."completed_on")),
	CONSTRAINT "task_party_reworks" CHECK("task_party"."reworks" IS NULL OR "task_party"."reworks" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `task_party_staff` ON `task_party` (`staff_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_party_once` ON `task_party` (`task_id`,`staff_id`);--> statement-breakpoint
CREATE TABLE `service_event` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`staff_id` text NOT NULL,
	`village_id` text NOT NULL,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`household` text,
	`quantity` text NOT NULL,
	`note` text,
	`state` text NOT NULL,
	`verified_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`verified_by`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "service_event_kind" CHECK("service_event"."kind" <> ''),
	CONSTRAINT "service_event_state" CHECK("service_event"."state" IS NULL OR "service_event"."state" IN ('entered', 'verified', 'rejected')),
	CONSTRAINT "service_event_date" CHECK("service_event"."date" IS NULL OR (length("service_event"."date") = 10 AND date("service_event"."date") IS "service_event"."date")),
	CONSTRAINT "service_event_quantity" CHECK("service_event"."quantity" IS NULL OR ("service_event"."quantity" GLOB '[0-9]*' AND "service_event"."quantity" NOT GLOB '*[^0-9.]*' AND "service_event"."quantity" NOT GLOB '*.*.*' AND "service_event"."quantity" NOT GLOB '*.'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `service_event_date_staff` ON `service_event` (`date`,`staff_id`);--> statement-breakpoint
CREATE INDEX `service_event_village` ON `service_event` (`village_id`);--> statement-breakpoint
CREATE TABLE `team_member` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`village_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`from` text NOT NULL,
	`to` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "team_member_from" CHECK("team_member"."from" IS NULL OR (length("team_member"."from") = 10 AND date("team_member"."from") IS "team_member"."from")),
	CONSTRAINT "team_member_to" CHECK("team_member"."to" IS NULL OR (length("team_member"."to") = 10 AND date("team_member"."to") IS "team_member"."to")),
	CONSTRAINT "team_member_range" CHECK("team_member"."to" IS NULL OR "team_member"."from" IS NULL OR "team_member"."to" >= "team_member"."from")
) STRICT;
--> statement-breakpoint
CREATE INDEX `team_member_staff` ON `team_member` (`staff_id`);--> statement-breakpoint
CREATE INDEX `team_member_village` ON `team_member` (`village_id`);--> statement-breakpoint
CREATE TABLE `village` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`team_leader_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`team_leader_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `village_code_unique` ON `village` (`code`);--> statement-breakpoint
CREATE INDEX `village_seq` ON `village` (`seq`);--> statement-breakpoint
CREATE TABLE `village_rank` (
	`village_id` text NOT NULL,
	`period_id` text NOT NULL,
	`rank` integer,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`village_id`, `period_id`),
	FOREIGN KEY (`village_id`) REFERENCES `village`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "village_rank_rank" CHECK("village_rank"."rank" IS NULL OR "village_rank"."rank" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `circular` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`staff_id` text NOT NULL,
	`period_id` text NOT NULL,
	`kind` text NOT NULL,
	`matter` text,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "circular_kind" CHECK("circular"."kind" IS NULL OR "circular"."kind" IN ('positive', 'negative')),
	CONSTRAINT "circular_state" CHECK("circular"."state" IS NULL OR "circular"."state" IN ('declared', 'verified', 'approved', 'rejected'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `circular_period` ON `circular` (`period_id`);--> statement-breakpoint
CREATE TABLE `deduction` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`staff_id` text NOT NULL,
	`rule` text NOT NULL,
	`date` text NOT NULL,
	`matter` text,
	`exempt` integer DEFAULT false NOT NULL,
	`exempt_reason` text,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deduction_rule" CHECK("deduction"."rule" IS NULL OR "deduction"."rule" IN ('yellow_supervision', 'red_supervision', 'rejected_feedback', 'negative_circular', 'absence')),
	CONSTRAINT "deduction_state" CHECK("deduction"."state" IS NULL OR "deduction"."state" IN ('declared', 'verified', 'approved', 'rejected')),
	CONSTRAINT "deduction_date" CHECK("deduction"."date" IS NULL OR (length("deduction"."date") = 10 AND date("deduction"."date") IS "deduction"."date")),
	CONSTRAINT "deduction_exempt" CHECK("deduction"."exempt" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `deduction_code_unique` ON `deduction` (`code`);--> statement-breakpoint
CREATE INDEX `deduction_staff_date` ON `deduction` (`staff_id`,`date`);--> statement-breakpoint
CREATE TABLE `group_grade` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`period_id` text NOT NULL,
	`grade` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `special_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_grade_grade" CHECK("group_grade"."grade" <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `group_grade_period` ON `group_grade` (`period_id`);--> statement-breakpoint
CREATE TABLE `group_member` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`group_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`from` text NOT NULL,
	`to` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `special_group`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "group_member_role" CHECK("group_member"."role" <> ''),
	CONSTRAINT "group_member_from" CHECK("group_member"."from" IS NULL OR (length("group_member"."from") = 10 AND date("group_member"."from") IS "group_member"."from")),
	CONSTRAINT "group_member_to" CHECK("group_member"."to" IS NULL OR (length("group_member"."to") = 10 AND date("group_member"."to") IS "group_member"."to")),
	CONSTRAINT "group_member_range" CHECK("group_member"."to" IS NULL OR "group_member"."from" IS NULL OR "group_member"."to" >= "group_member"."from")
) STRICT;
--> statement-breakpoint
CREATE INDEX `group_member_staff` ON `group_member` (`staff_id`);--> statement-breakpoint
CREATE TABLE `honour` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`staff_id` text NOT NULL,
	`period_id` text NOT NULL,
	`matter` text NOT NULL,
	`level` text NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "honour_level" CHECK("honour"."level" <> ''),
	CONSTRAINT "honour_state" CHECK("honour"."state" IS NULL OR "honour"."state" IN ('declared', 'verified', 'approved', 'rejected'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `honour_period` ON `honour` (`period_id`);--> statement-breakpoint
CREATE TABLE `special_group` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`approval_no` text,
	`goal` text,
	`from` text,
	`to` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "special_group_from" CHECK("special_group"."from" IS NULL OR (length("special_group"."from") = 10 AND date("special_group"."from") IS "special_group"."from")),
	CONSTRAINT "special_group_to" CHECK("special_group"."to" IS NULL OR (length("special_group"."to") = 10 AND date("special_group"."to") IS "special_group"."to")),
	CONSTRAINT "special_group_range" CHECK("special_group"."to" IS NULL OR "special_group"."from" IS NULL OR "special_group"."to" >= "special_group"."from")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `special_group_code_unique` ON `special_group` (`code`);--> statement-breakpoint
CREATE TABLE `veto` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`staff_id` text NOT NULL,
	`period_id` text NOT NULL,
	`effect` text NOT NULL,
	`clause` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "veto_effect" CHECK("veto"."effect" IS NULL OR "veto"."effect" IN ('no_good', 'no_excellent', 'cap_basic', 'cap_incompetent', 'no_bonus'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `veto_period` ON `veto` (`period_id`);--> statement-breakpoint
CREATE TABLE `bonus_pool` (
	`period_id` text NOT NULL,
	`seq` integer NOT NULL,
	`pool` text NOT NULL,
	`fen` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`period_id`, `pool`),
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bonus_pool_fen" CHECK("bonus_pool"."fen" >= 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`period_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`grade` text NOT NULL,
	`reason` text,
	`meeting` text,
	`decided_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `decision_once` ON `decision` (`period_id`,`staff_id`);--> statement-breakpoint
CREATE TABLE `module_pk` (
	`module_id` text NOT NULL,
	`period_id` text NOT NULL,
	`factor` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`module_id`, `period_id`),
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "module_pk_factor" CHECK("module_pk"."factor" IS NULL OR ("module_pk"."factor" GLOB '[0-9]*' AND "module_pk"."factor" NOT GLOB '*[^0-9.]*' AND "module_pk"."factor" NOT GLOB '*.*.*' AND "module_pk"."factor" NOT GLOB '*.'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `peer_count` (
	`period_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`band` text NOT NULL,
	`votes` integer NOT NULL,
	PRIMARY KEY(`period_id`, `staff_id`, `band`),
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "peer_count_votes" CHECK("peer_count"."votes" >= 0)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `peer_roll` (
	`period_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`period_id`, `staff_id`),
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `period` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`kind` text NOT NULL,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`freeze` text NOT NULL,
	`stage` text NOT NULL,
	`plan_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "period_kind" CHECK("period"."kind" IS NULL OR "period"."kind" IN ('quarter', 'year')),
	CONSTRAINT "period_stage" CHECK("period"."stage" IS NULL OR "period"."stage" IN ('configuring', 'collecting', 'summarising', 'scoring', 'frozen', 'computed', 'reviewing', 'publicity', 'appeal', 'deciding', 'locked', 'reported')),
	CONSTRAINT "period_start" CHECK("period"."start" IS NULL OR (length("period"."start") = 10 AND date("period"."start") IS "period"."start")),
	CONSTRAINT "period_end" CHECK("period"."end" IS NULL OR (length("period"."end") = 10 AND date("period"."end") IS "period"."end")),
	CONSTRAINT "period_freeze" CHECK("period"."freeze" IS NULL OR (length("period"."freeze") = 10 AND date("period"."freeze") IS "period"."freeze")),
	CONSTRAINT "period_range" CHECK("period"."end" IS NULL OR "period"."start" IS NULL OR "period"."end" >= "period"."start")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `period_code_unique` ON `period` (`code`);--> statement-breakpoint
CREATE TABLE `person_result` (
	`version_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`seq` integer NOT NULL,
	`post` integer NOT NULL,
	`module` integer NOT NULL,
	`team` integer NOT NULL,
	`special` integer NOT NULL,
	`deduct` integer NOT NULL,
	`total` integer NOT NULL,
	`pool` text,
	`rank_town` integer NOT NULL,
	`rank_module` integer NOT NULL,
	`rank_pool` integer NOT NULL,
	`valid` integer NOT NULL,
	`grade` text NOT NULL,
	PRIMARY KEY(`version_id`, `staff_id`),
	FOREIGN KEY (`version_id`) REFERENCES `result_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "person_result_total" CHECK("person_result"."total" >= 0),
	CONSTRAINT "person_result_valid" CHECK("person_result"."valid" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_result_staff` ON `person_result` (`staff_id`);--> statement-breakpoint
CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`plan_version` integer NOT NULL,
	`name` text NOT NULL,
	`document` text NOT NULL,
	`state` text NOT NULL,
	`approved_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plan_state" CHECK("plan"."state" IS NULL OR "plan"."state" IN ('draft', 'approved')),
	CONSTRAINT "plan_document" CHECK(json_valid("plan"."document"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_code_version` ON `plan` (`code`,`plan_version`);--> statement-breakpoint
CREATE TABLE `result_version` (
	`id` text PRIMARY KEY NOT NULL,
	`period_id` text NOT NULL,
	`result_version` integer NOT NULL,
	`snapshot_id` text NOT NULL,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`state` text NOT NULL,
	`computed_at` text NOT NULL,
	`computed_by` text NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snapshot_id`) REFERENCES `snapshot`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "result_version_state" CHECK("result_version"."state" IS NULL OR "result_version"."state" IN ('computed', 'published')),
	CONSTRAINT "result_version_document" CHECK(json_valid("result_version"."document"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `result_version_no` ON `result_version` (`period_id`,`result_version`);--> statement-breakpoint
CREATE TABLE `score_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`sheet_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`band` text,
	`score` integer,
	`score_exact` text,
	`note` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`sheet_id`) REFERENCES `score_sheet`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "score_entry_one" CHECK("score_entry"."band" IS NULL OR "score_entry"."score" IS NULL),
	CONSTRAINT "score_entry_score" CHECK("score_entry"."score" IS NULL OR "score_entry"."score" >= 0),
	CONSTRAINT "score_entry_exact" CHECK("score_entry"."score_exact" IS NULL OR ("score_entry"."score_exact" GLOB '[0-9]*' AND "score_entry"."score_exact" NOT GLOB '*[^0-9.]*' AND "score_entry"."score_exact" NOT GLOB '*.*.*' AND "score_entry"."score_exact" NOT GLOB '*.'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `score_entry_staff` ON `score_entry` (`staff_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `score_entry_seq` ON `score_entry` (`sheet_id`,`seq`);--> statement-breakpoint
CREATE TABLE `score_sheet` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`period_id` text NOT NULL,
	`kind` text NOT NULL,
	`scorer_id` text,
	`scorer_label` text,
	`module_id` text,
	`state` text NOT NULL,
	`proxy_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scorer_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "score_sheet_kind" CHECK("score_sheet"."kind" IS NULL OR "score_sheet"."kind" IN ('head', 'leader')),
	CONSTRAINT "score_sheet_state" CHECK("score_sheet"."state" IS NULL OR "score_sheet"."state" IN ('draft', 'submitted', 'locked')),
	CONSTRAINT "score_sheet_scorer" CHECK(("score_sheet"."scorer_id" IS NULL) <> ("score_sheet"."scorer_label" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `score_sheet_period` ON `score_sheet` (`period_id`);--> statement-breakpoint
CREATE TABLE `snapshot` (
	`id` text PRIMARY KEY NOT NULL,
	`period_id` text NOT NULL,
	`document` text NOT NULL,
	`hash` text NOT NULL,
	`frozen_at` text NOT NULL,
	`frozen_by` text NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "snapshot_document" CHECK(json_valid("snapshot"."document"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `snapshot_period` ON `snapshot` (`period_id`);--> statement-breakpoint
CREATE TABLE `year_standing` (
	`period_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`warned` integer DEFAULT false NOT NULL,
	`months` integer,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`period_id`, `staff_id`),
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "year_standing_warned" CHECK("year_standing"."warned" IN (0, 1)),
	CONSTRAINT "year_standing_months" CHECK("year_standing"."months" IS NULL OR "year_standing"."months" BETWEEN 0 AND 12)
) STRICT;
--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`staff_id` text,
	`enabled` integer DEFAULT true NOT NULL,
	`must_change_password` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_enabled" CHECK("account"."enabled" IN (0, 1)),
	CONSTRAINT "account_must_change" CHECK("account"."must_change_password" IN (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_name_unique` ON `account` (`name`);--> statement-breakpoint
CREATE TABLE `account_role` (
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`account_id`, `role`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_role_role" CHECK("account_role"."role" IS NULL OR "account_role"."role" IN ('clerk', 'head', 'leader', 'principal', 'inspector', 'sysadmin', 'secadmin', 'auditor'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `login_attempt` (
	`id` text PRIMARY KEY NOT NULL,
	`name_digest` text NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `login_attempt_name` ON `login_attempt` (`name_digest`,`at`);--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`subject` text,
	`detail` text NOT NULL,
	`mac` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `export_log` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`workbook` text NOT NULL,
	`copy` text NOT NULL,
	`period_code` text,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`file_digest` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `export_log_digest` ON `export_log` (`file_digest`);--> statement-breakpoint
CREATE TABLE `export_sheet` (
	`export_id` text NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`digest` text NOT NULL,
	`cells` blob NOT NULL,
	PRIMARY KEY(`export_id`, `seq`),
	FOREIGN KEY (`export_id`) REFERENCES `export_log`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_digest` text NOT NULL,
	`as_of` text NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`taken` integer NOT NULL,
	`refused` integer NOT NULL,
	`undone_at` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `import_batch_digest` ON `import_batch` (`file_digest`);--> statement-breakpoint
CREATE TABLE `import_change` (
	`batch_id` text NOT NULL,
	`seq` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`before` text,
	`after` text NOT NULL,
	PRIMARY KEY(`batch_id`, `seq`),
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "import_change_before" CHECK("import_change"."before" IS NULL OR json_valid("import_change"."before")),
	CONSTRAINT "import_change_after" CHECK(json_valid("import_change"."after"))
) STRICT;
