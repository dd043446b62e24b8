CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER task_log_no_update BEFORE UPDATE ON task_log BEGIN SELECT RAISE(ABORT, 'task_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER task_log_no_delete BEFORE DELETE ON task_log BEGIN SELECT RAISE(ABORT, 'task_log is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER snapshot_no_update BEFORE UPDATE ON snapshot BEGIN SELECT RAISE(ABORT, 'snapshot is immutable'); END;
--> statement-breakpoint
CREATE TRIGGER plan_used_no_update BEFORE UPDATE OF document ON plan
WHEN EXISTS (SELECT 1 FROM period JOIN snapshot ON snapshot.period_id = period.id WHERE period.plan_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a plan used by a frozen period is immutable'); END;
