DROP TRIGGER task_log_no_delete;--> statement-breakpoint
CREATE TRIGGER task_log_no_delete BEFORE DELETE ON task_log
WHEN OLD.action <> 'import' OR OLD.from_state IS NOT NULL OR (SELECT count(*) FROM task_log WHERE task_id = OLD.task_id) > 1
BEGIN SELECT RAISE(ABORT, 'task_log is append-only'); END;
