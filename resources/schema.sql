CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE TABLE import (
  number integer primary key autoincrement,
  kind text not null,
  file text not null,
  sha256 text not null,
  encoding text not null,
  imported_at text not null,
  rows integer not null,
  refused integer not null,
  source blob not null
, written_at text) strict;

CREATE TABLE offer (
  sku text not null,
  asin text,
  title text,
  price integer,
  points integer,
  quantity integer,
  condition integer,
  condition_note text,
  channel text,
  shipping_template text,
  status text,
  line integer not null
) strict;

CREATE TABLE restock (
  import integer not null references import (number) on delete cascade,
  sku text not null,
  restock_date text not null
) strict;

CREATE TABLE sku_fact (
  sku text not null,
  fact text not null,
  value text not null,
  changed_at text not null,
  primary key (sku, fact)
) strict;

CREATE TABLE setting (
  name text primary key,
  value text not null,
  changed_at text not null
) strict;

CREATE TABLE intention (
  sku text not null,
  fact text not null,
  value text not null,
  decided_at text not null,
  primary key (sku, fact)
) strict;

CREATE TABLE refusal (
  import integer not null references import (number) on delete cascade,
  line integer not null,
  column_name text not null,
  value text not null,
  expected text not null,
  fix text not null
) strict;

CREATE INDEX refusal_import on refusal (import);

CREATE INDEX offer_sku on offer (sku);

CREATE INDEX restock_sku on restock (sku);

CREATE INDEX offer_asin on offer (asin);

CREATE TABLE action (
  number integer primary key autoincrement,
  name text not null,
  facts text not null,
  at text not null,
  state text not null
) strict;

CREATE TABLE undo_step (
  position integer primary key autoincrement,
  action integer not null references action (number) on delete cascade,
  statement text not null
) strict;

CREATE INDEX undo_step_action on undo_step (action);

CREATE TABLE acting (
  action integer not null
) strict;

CREATE TABLE history (
  number integer primary key autoincrement,
  at text not null,
  who text not null,
  did text not null,
  name text not null,
  facts text not null
) strict;

CREATE TABLE sale (
  import integer not null references import (number) on delete cascade,
  sku text not null,
  price integer not null,
  points integer,
  start_day text,
  end_day text
) strict;

CREATE INDEX sale_sku on sale (sku);

CREATE TABLE order_payment (
  order_id text primary key,
  payment text not null,
  changed_at text not null
) strict;

CREATE TABLE judged_order (
  place integer primary key,
  order_id text not null,
  skus text not null,
  placed text not null,
  verdict integer not null,
  state text not null,
  reason text not null,
  amount integer,
  rebate integer,
  days_left integer,
  category text not null,
  missing text not null,
  search text not null,
  order_rank integer not null
) strict;

CREATE TRIGGER sku_fact_insert after insert on sku_fact begin insert into undo_step (action, statement) select action, 'delete from sku_fact where rowid = ' || new.rowid from acting; end;

CREATE TRIGGER sku_fact_update after update on sku_fact begin insert into undo_step (action, statement) select action, 'update sku_fact set sku = ' || quote(old.sku) || ', fact = ' || quote(old.fact) || ', value = ' || quote(old.value) || ', changed_at = ' || quote(old.changed_at) || ' where rowid = ' || old.rowid from acting; end;

CREATE TRIGGER sku_fact_delete after delete on sku_fact begin insert into undo_step (action, statement) select action, 'insert into sku_fact (rowid, sku, fact, value, changed_at) values (' || old.rowid || ',' || quote(old.sku) || ',' || quote(old.fact) || ',' || quote(old.value) || ',' || quote(old.changed_at) || ')' from acting; end;

CREATE TRIGGER setting_insert after insert on setting when new.name <> 'judged' begin insert into undo_step (action, statement) select action, 'delete from setting where rowid = ' || new.rowid from acting; end;

CREATE TRIGGER setting_update after update on setting when old.name <> 'judged' begin insert into undo_step (action, statement) select action, 'update setting set name = ' || quote(old.name) || ', value = ' || quote(old.value) || ', changed_at = ' || quote(old.changed_at) || ' where rowid = ' || old.rowid from acting; end;

CREATE TRIGGER setting_delete after delete on setting when old.name <> 'judged' begin insert into undo_step (action, statement) select action, 'insert into setting (rowid, name, value, changed_at) values (' || old.rowid || ',' || quote(old.name) || ',' || quote(old.value) || ',' || quote(old.changed_at) || ')' from acting; end;

CREATE TRIGGER intention_insert after insert on intention begin insert into undo_step (action, statement) select action, 'delete from intention where rowid = ' || new.rowid from acting; end;

CREATE TRIGGER intention_update after update on intention begin insert into undo_step (action, statement) select action, 'update intention set sku = ' || quote(old.sku) || ', fact = ' || quote(old.fact) || ', value = ' || quote(old.value) || ', decided_at = ' || quote(old.decided_at) || ' where rowid = ' || old.rowid from acting; end;

CREATE TRIGGER intention_delete after delete on intention begin insert into undo_step (action, statement) select action, 'insert into intention (rowid, sku, fact, value, decided_at) values (' || old.rowid || ',' || quote(old.sku) || ',' || quote(old.fact) || ',' || quote(old.value) || ',' || quote(old.decided_at) || ')' from acting; end;

CREATE TRIGGER order_payment_insert after insert on order_payment begin insert into undo_step (action, statement) select action, 'delete from order_payment where rowid = ' || new.rowid from acting; end;

CREATE TRIGGER order_payment_update after update on order_payment begin insert into undo_step (action, statement) select action, 'update order_payment set order_id = ' || quote(old.order_id) || ', payment = ' || quote(old.payment) || ', changed_at = ' || quote(old.changed_at) || ' where rowid = ' || old.rowid from acting; end;

CREATE TRIGGER order_payment_delete after delete on order_payment begin insert into undo_step (action, statement) select action, 'insert into order_payment (rowid, order_id, payment, changed_at) values (' || old.rowid || ',' || quote(old.order_id) || ',' || quote(old.payment) || ',' || quote(old.changed_at) || ')' from acting; end;

CREATE TABLE judged_shipment (
  place integer primary key,
  order_id text not null,
  sku text not null,
  service text not null,
  tracking text not null,
  shipped_at text not null,
  verdict integer not null,
  why text not null,
  findings text not null,
  missing text not null,
  search text not null,
  order_rank integer not null
) strict;

CREATE TABLE method_alias (
  written text primary key,
  method text not null,
  told_at text not null
) strict;

CREATE TRIGGER method_alias_insert after insert on method_alias begin insert into undo_step (action, statement) select action, 'delete from method_alias where rowid = ' || new.rowid from acting; end;

CREATE TRIGGER method_alias_update after update on method_alias begin insert into undo_step (action, statement) select action, 'update method_alias set written = ' || quote(old.written) || ', method = ' || quote(old.method) || ', told_at = ' || quote(old.told_at) || ' where rowid = ' || old.rowid from acting; end;

CREATE TRIGGER method_alias_delete after delete on method_alias begin insert into undo_step (action, statement) select action, 'insert into method_alias (rowid, written, method, told_at) values (' || old.rowid || ',' || quote(old.written) || ',' || quote(old.method) || ',' || quote(old.told_at) || ')' from acting; end;

CREATE TABLE decision (
  rule text not null,
  subject text not null,
  kind text not null,
  why text not null,
  finding_case text not null,
  decided_at text not null,
  primary key (rule, subject)
) strict;

CREATE TRIGGER decision_insert after insert on decision begin insert into undo_step (action, statement) select action, 'delete from decision where rowid = ' || new.rowid from acting; end;

CREATE TRIGGER decision_update after update on decision begin insert into undo_step (action, statement) select action, 'update decision set rule = ' || quote(old.rule) || ', subject = ' || quote(old.subject) || ', kind = ' || quote(old.kind) || ', why = ' || quote(old.why) || ', finding_case = ' || quote(old.finding_case) || ', decided_at = ' || quote(old.decided_at) || ' where rowid = ' || old.rowid from acting; end;

CREATE TRIGGER decision_delete after delete on decision begin insert into undo_step (action, statement) select action, 'insert into decision (rowid, rule, subject, kind, why, finding_case, decided_at) values (' || old.rowid || ',' || quote(old.rule) || ',' || quote(old.subject) || ',' || quote(old.kind) || ',' || quote(old.why) || ',' || quote(old.finding_case) || ',' || quote(old.decided_at) || ')' from acting; end;

CREATE TABLE judged_return (
  place integer primary key,
  order_id text not null,
  sku text not null,
  reason text not null,
  category text not null,
  payer text not null,
  charged text not null,
  difference integer,
  cost integer,
  at_least integer not null,
  requested_on text not null,
  refund_by text not null,
  days_left integer,
  verdict integer not null,
  why text not null,
  findings text not null,
  missing text not null,
  search text not null,
  order_rank integer not null
) strict;

CREATE TABLE return_note (
  order_id text primary key,
  note text not null,
  changed_at text not null
) strict;

CREATE TABLE photo (
  sha256 text primary key,
  content blob not null
) strict;

CREATE TABLE return_photo (
  order_id text not null,
  sha256 text not null references photo (sha256),
  name text not null,
  added_at text not null,
  primary key (order_id, sha256)
) strict;

CREATE TRIGGER return_note_insert after insert on return_note begin insert into undo_step (action, statement) select action, 'delete from return_note where rowid = ' || new.rowid from acting; end;

CREATE TRIGGER return_note_update after update on return_note begin insert into undo_step (action, statement) select action, 'update return_note set order_id = ' || quote(old.order_id) || ', note = ' || quote(old.note) || ', changed_at = ' || quote(old.changed_at) || ' where rowid = ' || old.rowid from acting; end;

CREATE TRIGGER return_note_delete after delete on return_note begin insert into undo_step (action, statement) select action, 'insert into return_note (rowid, order_id, note, changed_at) values (' || old.rowid || ',' || quote(old.order_id) || ',' || quote(old.note) || ',' || quote(old.changed_at) || ')' from acting; end;

CREATE TRIGGER return_photo_insert after insert on return_photo begin insert into undo_step (action, statement) select action, 'delete from return_photo where rowid = ' || new.rowid from acting; end;

CREATE TRIGGER return_photo_update after update on return_photo begin insert into undo_step (action, statement) select action, 'update return_photo set order_id = ' || quote(old.order_id) || ', sha256 = ' || quote(old.sha256) || ', name = ' || quote(old.name) || ', added_at = ' || quote(old.added_at) || ' where rowid = ' || old.rowid from acting; end;

CREATE TRIGGER return_photo_delete after delete on return_photo begin insert into undo_step (action, statement) select action, 'insert into return_photo (rowid, order_id, sha256, name, added_at) values (' || old.rowid || ',' || quote(old.order_id) || ',' || quote(old.sha256) || ',' || quote(old.name) || ',' || quote(old.added_at) || ')' from acting; end;

CREATE TABLE "judged" (
  place integer primary key,
  sku text not null,
  points_verdict integer not null,
  sfp_verdict integer,
  missing text not null,
  row text not null
) strict;

CREATE INDEX judged_sku on judged (sku);

CREATE INDEX judged_worst on judged (points_verdict, place);

