PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_book_layout` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`book` text NOT NULL,
	`name` text NOT NULL,
	`content` text NOT NULL,
	`in_use` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "book_layout_book" CHECK("__new_book_layout"."book" IS NULL OR "__new_book_layout"."book" IN ('evaluation', 'evaluation-year', 'performance', 'tasks', 'teams', 'registers', 'roster', 'papers')),
	CONSTRAINT "book_layout_in_use" CHECK("__new_book_layout"."in_use" IS NULL OR "__new_book_layout"."in_use" IN ('yes', 'no')),
	CONSTRAINT "book_layout_content" CHECK(json_valid("__new_book_layout"."content"))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_book_layout`("id", "seq", "book", "name", "content", "in_use", "version") SELECT "id", "seq", "book", "name", "content", "in_use", "version" FROM `book_layout`;--> statement-breakpoint
DROP TABLE `book_layout`;--> statement-breakpoint
ALTER TABLE `__new_book_layout` RENAME TO `book_layout`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `book_layout_used` ON `book_layout` (`book`) WHERE "book_layout"."in_use" = 'yes';--> statement-breakpoint
CREATE UNIQUE INDEX `book_layout_name` ON `book_layout` (`book`,`name`);