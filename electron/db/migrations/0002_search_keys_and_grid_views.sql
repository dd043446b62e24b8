CREATE TABLE `grid_view` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`account_id` text NOT NULL,
	`grid` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `grid_view_account` ON `grid_view` (`account_id`,`grid`);--> statement-breakpoint
CREATE UNIQUE INDEX `grid_view_once` ON `grid_view` (`account_id`,`grid`,`name`);--> statement-breakpoint
CREATE TABLE `__new_account_role` (
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`account_id`, `role`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "account_role_role" CHECK("__new_account_role"."role" IS NULL OR "__new_account_role"."role" IN ('clerk', 'head', 'leader', 'principal', 'inspector', 'sysadmin', 'secadmin', 'auditor', 'setup'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_account_role`("account_id", "role") SELECT "account_id", "role" FROM `account_role`;--> statement-breakpoint
DROP TABLE `account_role`;--> statement-breakpoint
ALTER TABLE `__new_account_role` RENAME TO `account_role`;--> statement-breakpoint
ALTER TABLE `staff` ADD `search_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `staff` SET `search_key` = name_key(`name`);--> statement-breakpoint
ALTER TABLE `task` ADD `search_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `task` SET `search_key` = text_key(`title`);--> statement-breakpoint
ALTER TABLE `village` ADD `search_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
UPDATE `village` SET `search_key` = text_key(`name`);--> statement-breakpoint
CREATE INDEX `task_open` ON `task` (`state`,`module_id`,`due`,`seq`,`id`,`issued_on`,`progress`);--> statement-breakpoint
CREATE INDEX `task_list` ON `task` (`seq`,`id`,`title`,`search_key`,`code`,`doc_no`,`form`,`source`,`weight`,`module_id`,`lead_staff_id`,`issued_on`,`due`,`state`,`exempt`,`completed_on`,`reworks`,`quality`,`progress`);--> statement-breakpoint
CREATE INDEX `task_log_seq` ON `task_log` (`seq`);--> statement-breakpoint
CREATE INDEX `task_log_at` ON `task_log` (`at`);--> statement-breakpoint
CREATE INDEX `task_party_seq` ON `task_party` (`seq`);--> statement-breakpoint
CREATE INDEX `service_event_seq` ON `service_event` (`seq`);--> statement-breakpoint
CREATE INDEX `service_event_state` ON `service_event` (`state`);
