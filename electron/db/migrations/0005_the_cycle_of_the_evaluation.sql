CREATE TABLE `handover_note` (
	`id` text PRIMARY KEY NOT NULL,
	`period_id` text NOT NULL,
	`module_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`author_id` text NOT NULL,
	`note` text NOT NULL,
	`written_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`module_id`) REFERENCES `module`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "handover_note_written" CHECK("handover_note"."written_on" IS NULL OR (length("handover_note"."written_on") = 10 AND date("handover_note"."written_on") IS "handover_note"."written_on")),
	CONSTRAINT "handover_note_text" CHECK("handover_note"."note" <> '')
) STRICT;
--> statement-breakpoint
CREATE INDEX `handover_note_period` ON `handover_note` (`period_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `handover_note_once` ON `handover_note` (`period_id`,`module_id`,`staff_id`,`author_id`);--> statement-breakpoint
CREATE TABLE `holiday_year` (
	`year` integer PRIMARY KEY NOT NULL,
	`document` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "holiday_year_year" CHECK("holiday_year"."year" BETWEEN 2000 AND 2099),
	CONSTRAINT "holiday_year_document" CHECK(json_valid("holiday_year"."document"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `peer_ballot` (
	`period_id` text PRIMARY KEY NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`closed_by` text,
	`rooms` text,
	`sealed_at` text,
	`cleared_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "peer_ballot_opened" CHECK("peer_ballot"."opened_on" IS NULL OR (length("peer_ballot"."opened_on") = 10 AND date("peer_ballot"."opened_on") IS "peer_ballot"."opened_on")),
	CONSTRAINT "peer_ballot_closed" CHECK("peer_ballot"."closed_on" IS NULL OR (length("peer_ballot"."closed_on") = 10 AND date("peer_ballot"."closed_on") IS "peer_ballot"."closed_on")),
	CONSTRAINT "peer_ballot_cleared" CHECK("peer_ballot"."cleared_on" IS NULL OR (length("peer_ballot"."cleared_on") = 10 AND date("peer_ballot"."cleared_on") IS "peer_ballot"."cleared_on")),
	CONSTRAINT "peer_ballot_rooms" CHECK("peer_ballot"."rooms" IS NULL OR json_valid("peer_ballot"."rooms"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `period_step` (
	`period_id` text NOT NULL,
	`stage` text NOT NULL,
	`planned_from` text,
	`planned_to` text,
	`owner_id` text,
	`entered_on` text,
	`entered_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`period_id`, `stage`),
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "period_step_stage" CHECK("period_step"."stage" IS NULL OR "period_step"."stage" IN ('configuring', 'collecting', 'summarising', 'scoring', 'frozen', 'computed', 'reviewing', 'publicity', 'appeal', 'deciding', 'locked', 'reported')),
	CONSTRAINT "period_step_from" CHECK("period_step"."planned_from" IS NULL OR (length("period_step"."planned_from") = 10 AND date("period_step"."planned_from") IS "period_step"."planned_from")),
	CONSTRAINT "period_step_to" CHECK("period_step"."planned_to" IS NULL OR (length("period_step"."planned_to") = 10 AND date("period_step"."planned_to") IS "period_step"."planned_to")),
	CONSTRAINT "period_step_entered" CHECK("period_step"."entered_on" IS NULL OR (length("period_step"."entered_on") = 10 AND date("period_step"."entered_on") IS "period_step"."entered_on")),
	CONSTRAINT "period_step_range" CHECK("period_step"."planned_to" IS NULL OR "period_step"."planned_from" IS NULL OR "period_step"."planned_to" >= "period_step"."planned_from")
) STRICT;
--> statement-breakpoint
CREATE TABLE `self_summary` (
	`id` text PRIMARY KEY NOT NULL,
	`period_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`text` text NOT NULL,
	`submitted_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "self_summary_submitted" CHECK("self_summary"."submitted_on" IS NULL OR (length("self_summary"."submitted_on") = 10 AND date("self_summary"."submitted_on") IS "self_summary"."submitted_on"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `self_summary_once` ON `self_summary` (`period_id`,`staff_id`);--> statement-breakpoint
CREATE TABLE `appeal` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`period_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`result_version` integer NOT NULL,
	`matter` text NOT NULL,
	`text` text NOT NULL,
	`filed_on` text NOT NULL,
	`answer_due` text NOT NULL,
	`state` text DEFAULT 'filed' NOT NULL,
	`answer` text,
	`answered_on` text,
	`answered_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appeal_state" CHECK("appeal"."state" IS NULL OR "appeal"."state" IN ('filed', 'granted', 'dismissed', 'withdrawn')),
	CONSTRAINT "appeal_filed" CHECK("appeal"."filed_on" IS NULL OR (length("appeal"."filed_on") = 10 AND date("appeal"."filed_on") IS "appeal"."filed_on")),
	CONSTRAINT "appeal_due" CHECK("appeal"."answer_due" IS NULL OR (length("appeal"."answer_due") = 10 AND date("appeal"."answer_due") IS "appeal"."answer_due")),
	CONSTRAINT "appeal_answered" CHECK("appeal"."answered_on" IS NULL OR (length("appeal"."answered_on") = 10 AND date("appeal"."answered_on") IS "appeal"."answered_on")),
	CONSTRAINT "appeal_text" CHECK("appeal"."text" <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `appeal_code_unique` ON `appeal` (`code`);--> statement-breakpoint
CREATE INDEX `appeal_period` ON `appeal` (`period_id`);--> statement-breakpoint
CREATE INDEX `appeal_staff` ON `appeal` (`staff_id`);--> statement-breakpoint
CREATE TABLE `ruling` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`period_id` text NOT NULL,
	`staff_id` text,
	`deduction_id` text,
	`appeal_id` text,
	`effect` text,
	`grade` text,
	`clause` text,
	`ruling_body` text NOT NULL,
	`doc_no` text,
	`reason` text NOT NULL,
	`changes` text,
	`proposed_on` text NOT NULL,
	`proposed_by` text NOT NULL,
	`state` text DEFAULT 'proposed' NOT NULL,
	`answer` text,
	`decided_on` text,
	`decided_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deduction_id`) REFERENCES `deduction`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appeal_id`) REFERENCES `appeal`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "ruling_kind" CHECK("ruling"."kind" IS NULL OR "ruling"."kind" IN ('exemption', 'veto', 'special_case', 'amendment')),
	CONSTRAINT "ruling_state" CHECK("ruling"."state" IS NULL OR "ruling"."state" IN ('proposed', 'approved', 'refused', 'withdrawn')),
	CONSTRAINT "ruling_effect" CHECK("ruling"."effect" IS NULL OR "ruling"."effect" IN ('no_good', 'no_excellent', 'cap_basic', 'cap_incompetent', 'no_bonus')),
	CONSTRAINT "ruling_proposed" CHECK("ruling"."proposed_on" IS NULL OR (length("ruling"."proposed_on") = 10 AND date("ruling"."proposed_on") IS "ruling"."proposed_on")),
	CONSTRAINT "ruling_decided" CHECK("ruling"."decided_on" IS NULL OR (length("ruling"."decided_on") = 10 AND date("ruling"."decided_on") IS "ruling"."decided_on")),
	CONSTRAINT "ruling_exemption" CHECK(("ruling"."kind" = 'exemption') = ("ruling"."deduction_id" IS NOT NULL)),
	CONSTRAINT "ruling_veto" CHECK(("ruling"."kind" = 'veto') = ("ruling"."effect" IS NOT NULL)),
	CONSTRAINT "ruling_amendment" CHECK(("ruling"."kind" = 'amendment') = ("ruling"."changes" IS NOT NULL)),
	CONSTRAINT "ruling_changes" CHECK("ruling"."changes" IS NULL OR json_valid("ruling"."changes")),
	CONSTRAINT "ruling_special" CHECK(("ruling"."kind" = 'special_case') = ("ruling"."grade" IS NOT NULL)),
	CONSTRAINT "ruling_reason" CHECK("ruling"."reason" <> '' AND "ruling"."ruling_body" <> '')
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `ruling_code_unique` ON `ruling` (`code`);--> statement-breakpoint
CREATE INDEX `ruling_period` ON `ruling` (`period_id`);--> statement-breakpoint
CREATE INDEX `ruling_staff` ON `ruling` (`staff_id`);--> statement-breakpoint
CREATE INDEX `ruling_deduction` ON `ruling` (`deduction_id`);--> statement-breakpoint
CREATE INDEX `ruling_appeal` ON `ruling` (`appeal_id`);--> statement-breakpoint
ALTER TABLE `veto` ADD `ruling_id` text;--> statement-breakpoint
ALTER TABLE `decision` ADD `clause` text;--> statement-breakpoint
ALTER TABLE `decision` ADD `ruling_id` text;--> statement-breakpoint
ALTER TABLE `score_sheet` ADD `delegated_by_id` text REFERENCES staff(id);--> statement-breakpoint
ALTER TABLE `score_sheet` ADD `delegation_reason` text;--> statement-breakpoint
ALTER TABLE `snapshot` ADD `ruling_id` text;--> statement-breakpoint
ALTER TABLE `plan` ADD `approved_at` text;--> statement-breakpoint
ALTER TABLE `year_standing` ADD `entered_by` text;--> statement-breakpoint
ALTER TABLE `year_standing` ADD `confirmed_by` text;--> statement-breakpoint
ALTER TABLE `bonus_pool` ADD `entered_by` text;--> statement-breakpoint
ALTER TABLE `bonus_pool` ADD `confirmed_by` text;--> statement-breakpoint
INSERT INTO `peer_ballot` (`period_id`, `opened_on`, `closed_on`, `sealed_at`, `cleared_on`) SELECT `id`, `end`, CASE WHEN `stage` = 'scoring' THEN NULL ELSE `freeze` END, CASE WHEN `stage` = 'scoring' THEN NULL ELSE `freeze` END, CASE WHEN `stage` = 'scoring' THEN NULL ELSE `freeze` END FROM `period` WHERE `kind` = 'quarter' AND `stage` NOT IN ('configuring', 'collecting', 'summarising');--> statement-breakpoint
CREATE TABLE `__new_attachment` (
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
	CONSTRAINT "attachment_owner_kind" CHECK("__new_attachment"."owner_kind" IS NULL OR "__new_attachment"."owner_kind" IN ('task', 'supervision', 'group', 'group_meeting', 'meeting', 'service_event', 'public_issue', 'register_row', 'score_sheet')),
	CONSTRAINT "attachment_name" CHECK("__new_attachment"."name" <> ''),
	CONSTRAINT "attachment_bytes" CHECK("__new_attachment"."bytes" >= 0)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_attachment`("id", "seq", "owner_kind", "owner_id", "name", "mime", "bytes", "digest", "staff_id", "actor", "at", "removed_at", "version") SELECT "id", "seq", "owner_kind", "owner_id", "name", "mime", "bytes", "digest", "staff_id", "actor", "at", "removed_at", "version" FROM `attachment`;--> statement-breakpoint
DROP TABLE `attachment`;--> statement-breakpoint
ALTER TABLE `__new_attachment` RENAME TO `attachment`;--> statement-breakpoint
CREATE INDEX `attachment_owner` ON `attachment` (`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE INDEX `attachment_digest` ON `attachment` (`digest`);
