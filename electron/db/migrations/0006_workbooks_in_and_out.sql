CREATE TABLE `book_layout` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`book` text NOT NULL,
	`name` text NOT NULL,
	`content` text NOT NULL,
	`in_use` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "book_layout_book" CHECK("book_layout"."book" IS NULL OR "book_layout"."book" IN ('evaluation', 'evaluation-year', 'performance', 'tasks', 'teams', 'registers', 'roster')),
	CONSTRAINT "book_layout_in_use" CHECK("book_layout"."in_use" IS NULL OR "book_layout"."in_use" IN ('yes', 'no')),
	CONSTRAINT "book_layout_content" CHECK(json_valid("book_layout"."content"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `book_layout_used` ON `book_layout` (`book`) WHERE "book_layout"."in_use" = 'yes';--> statement-breakpoint
CREATE UNIQUE INDEX `book_layout_name` ON `book_layout` (`book`,`name`);--> statement-breakpoint
CREATE TABLE `import_mapping` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`sender` text NOT NULL,
	`choice` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "import_mapping_choice" CHECK(json_valid("import_mapping"."choice"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `import_mapping_once` ON `import_mapping` (`kind`,`sender`);--> statement-breakpoint
CREATE TABLE `score_book` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`period_id` text NOT NULL,
	`scorer_id` text NOT NULL,
	`code` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text NOT NULL,
	`taken_at` text,
	`taken_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `period`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`scorer_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "score_book_taken" CHECK(("score_book"."taken_at" IS NULL) = ("score_book"."taken_by" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `score_book_period` ON `score_book` (`period_id`);--> statement-breakpoint
CREATE INDEX `score_book_scorer` ON `score_book` (`scorer_id`);--> statement-breakpoint
CREATE TABLE `upper_template` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`name` text NOT NULL,
	`file_name` text NOT NULL,
	`file` blob NOT NULL,
	`book` text NOT NULL,
	`mapping` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "upper_template_book" CHECK("upper_template"."book" IS NULL OR "upper_template"."book" IN ('evaluation', 'evaluation-year', 'performance', 'tasks', 'teams', 'registers', 'roster')),
	CONSTRAINT "upper_template_mapping" CHECK(json_valid("upper_template"."mapping"))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `upper_template_name` ON `upper_template` (`name`);--> statement-breakpoint
ALTER TABLE `export_log` ADD `form` text;--> statement-breakpoint
ALTER TABLE `import_batch` ADD `sender` text;