CREATE TABLE `score_book_original` (
	`book_id` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL,
	FOREIGN KEY (`book_id`) REFERENCES `score_book`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `score_book_original` (`book_id`, `content`)
SELECT `score_book`.`id`, bytes_of_base64(json_extract(issued.value, '$.original'))
FROM `audit_entry`, json_each(`audit_entry`.`detail`, '$.books') AS issued
JOIN `score_book` ON `score_book`.`id` = json_extract(issued.value, '$.bookId')
WHERE `audit_entry`.`action` = 'scoreBooks.issue' AND json_type(issued.value, '$.original') = 'text';
