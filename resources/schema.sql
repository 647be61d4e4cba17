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
, written_at text, sum text) strict;

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
  changed_at text not null, sum text,
  primary key (sku, fact)
) strict;

CREATE TABLE setting (
  name text primary key,
  value text not null,
  changed_at text not null
, sum text) strict;

CREATE TABLE intention (
  sku text not null,
  fact text not null,
  value text not null,
  decided_at text not null, sum text,
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
, sum text) strict;

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
, sum text) strict;

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
, sum text) strict;

CREATE TABLE decision (
  rule text not null,
  subject text not null,
  kind text not null,
  why text not null,
  finding_case text not null,
  decided_at text not null, sum text,
  primary key (rule, subject)
) strict;

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
, sum text) strict;

CREATE TABLE photo (
  sha256 text primary key,
  content blob not null
) strict;

CREATE TABLE return_photo (
  order_id text not null,
  sha256 text not null references photo (sha256),
  name text not null,
  added_at text not null, sum text,
  primary key (order_id, sha256)
) strict;

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

CREATE TABLE undo_step (
  position integer primary key autoincrement,
  action integer not null references action (number) on delete cascade,
  did text not null,
  table_name text not null,
  row integer not null,
  old_1 text, old_2 text, old_3 text, old_4 text, old_5 text, old_6 text, old_7 text, old_8 text
) strict;

CREATE INDEX undo_step_action on undo_step (action);

CREATE TABLE table_sum (
  name text primary key,
  sum text not null
) strict;

CREATE TABLE copy_sum (
  name text primary key,
  sum text not null
) strict;

CREATE TRIGGER sku_fact_insert after insert on sku_fact begin insert into undo_step (action, did, table_name, row) select action, 'insert', 'sku_fact', new.rowid from acting; end;

CREATE TRIGGER sku_fact_update after update on sku_fact begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4, old_5) select action, 'update', 'sku_fact', old.rowid, old.sku, old.fact, old.value, old.changed_at, old.sum from acting; end;

CREATE TRIGGER sku_fact_delete after delete on sku_fact begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4, old_5) select action, 'delete', 'sku_fact', old.rowid, old.sku, old.fact, old.value, old.changed_at, old.sum from acting; end;

CREATE TRIGGER setting_insert after insert on setting when new.name <> 'judged' begin insert into undo_step (action, did, table_name, row) select action, 'insert', 'setting', new.rowid from acting; end;

CREATE TRIGGER setting_update after update on setting when old.name <> 'judged' begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4) select action, 'update', 'setting', old.rowid, old.name, old.value, old.changed_at, old.sum from acting; end;

CREATE TRIGGER setting_delete after delete on setting when old.name <> 'judged' begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4) select action, 'delete', 'setting', old.rowid, old.name, old.value, old.changed_at, old.sum from acting; end;

CREATE TRIGGER intention_insert after insert on intention begin insert into undo_step (action, did, table_name, row) select action, 'insert', 'intention', new.rowid from acting; end;

CREATE TRIGGER intention_update after update on intention begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4, old_5) select action, 'update', 'intention', old.rowid, old.sku, old.fact, old.value, old.decided_at, old.sum from acting; end;

CREATE TRIGGER intention_delete after delete on intention begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4, old_5) select action, 'delete', 'intention', old.rowid, old.sku, old.fact, old.value, old.decided_at, old.sum from acting; end;

CREATE TRIGGER order_payment_insert after insert on order_payment begin insert into undo_step (action, did, table_name, row) select action, 'insert', 'order_payment', new.rowid from acting; end;

CREATE TRIGGER order_payment_update after update on order_payment begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4) select action, 'update', 'order_payment', old.rowid, old.order_id, old.payment, old.changed_at, old.sum from acting; end;

CREATE TRIGGER order_payment_delete after delete on order_payment begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4) select action, 'delete', 'order_payment', old.rowid, old.order_id, old.payment, old.changed_at, old.sum from acting; end;

CREATE TRIGGER method_alias_insert after insert on method_alias begin insert into undo_step (action, did, table_name, row) select action, 'insert', 'method_alias', new.rowid from acting; end;

CREATE TRIGGER method_alias_update after update on method_alias begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4) select action, 'update', 'method_alias', old.rowid, old.written, old.method, old.told_at, old.sum from acting; end;

CREATE TRIGGER method_alias_delete after delete on method_alias begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4) select action, 'delete', 'method_alias', old.rowid, old.written, old.method, old.told_at, old.sum from acting; end;

CREATE TRIGGER decision_insert after insert on decision begin insert into undo_step (action, did, table_name, row) select action, 'insert', 'decision', new.rowid from acting; end;

CREATE TRIGGER decision_update after update on decision begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4, old_5, old_6, old_7) select action, 'update', 'decision', old.rowid, old.rule, old.subject, old.kind, old.why, old.finding_case, old.decided_at, old.sum from acting; end;

CREATE TRIGGER decision_delete after delete on decision begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4, old_5, old_6, old_7) select action, 'delete', 'decision', old.rowid, old.rule, old.subject, old.kind, old.why, old.finding_case, old.decided_at, old.sum from acting; end;

CREATE TRIGGER return_note_insert after insert on return_note begin insert into undo_step (action, did, table_name, row) select action, 'insert', 'return_note', new.rowid from acting; end;

CREATE TRIGGER return_note_update after update on return_note begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4) select action, 'update', 'return_note', old.rowid, old.order_id, old.note, old.changed_at, old.sum from acting; end;

CREATE TRIGGER return_note_delete after delete on return_note begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4) select action, 'delete', 'return_note', old.rowid, old.order_id, old.note, old.changed_at, old.sum from acting; end;

CREATE TRIGGER return_photo_insert after insert on return_photo begin insert into undo_step (action, did, table_name, row) select action, 'insert', 'return_photo', new.rowid from acting; end;

CREATE TRIGGER return_photo_update after update on return_photo begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4, old_5) select action, 'update', 'return_photo', old.rowid, old.order_id, old.sha256, old.name, old.added_at, old.sum from acting; end;

CREATE TRIGGER return_photo_delete after delete on return_photo begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4, old_5) select action, 'delete', 'return_photo', old.rowid, old.order_id, old.sha256, old.name, old.added_at, old.sum from acting; end;

CREATE TABLE payment (
  import integer not null references import (number) on delete cascade,
  line integer not null,
  at text not null,
  type text not null,
  order_id text not null,
  sku text not null,
  text text not null,
  amounts text not null,
  total integer not null,
  quantity integer,
  settlement text not null,
  amount_type text not null,
  report text not null
, state text not null default '', released text not null default '', fulfilled text not null default '') strict;

CREATE INDEX payment_import on payment (import);

CREATE TABLE payment_total (
  import integer not null references import (number) on delete cascade,
  settlement text not null,
  yen integer not null,
  line integer not null
) strict;

CREATE INDEX payment_total_import on payment_total (import);

CREATE VIEW v_offer as
-- Offers of the last listings report. price_yen: whole yen; points: whole points; "" and null are not known.
select sku, asin, title, price as price_yen, points, quantity,
  case when condition = 11 then 'new' when condition = 10 then 'renewed' when condition between 1 and 4 then 'used'
    when condition between 5 and 8 then 'collectible' end as condition,
  case channel when 'seller' then 'shipped by the seller' when 'amazon' then 'shipped by Amazon' end as channel,
  shipping_template, status
from offer;

CREATE VIEW v_offer_verdict as
-- Verdicts on offers, as last judged. needed, short: points; missing: facts that are waited for, space-separated.
select sku, json_extract(row, '$[4]') as price_yen, json_extract(row, '$[5]') as points, json_extract(row, '$[6]') as needed,
  json_extract(row, '$[7]') as short, case points_verdict when 0 then 'breach' when 1 then 'check' when 2 then 'advice' when 3 then 'ok' end as points_verdict, json_extract(row, '$[11]') as points_rule,
  case sfp_verdict when 0 then 'breach' when 1 then 'check' when 2 then 'advice' when 3 then 'ok' end as sfp_verdict, json_extract(row, '$[14]') as sfp_rules, missing
from judged;

CREATE VIEW v_order as
-- Orders in the cashless project of 2019-20, as last judged. amount_yen, rebate_yen: whole yen; placed: a moment in Japan.
select order_id, skus, placed, case verdict when 0 then 'breach' when 1 then 'check' when 2 then 'advice' when 3 then 'ok' end as verdict, state, reason, amount as amount_yen, rebate as rebate_yen, days_left, category, missing
from judged_order;

CREATE VIEW v_shipment as
-- Shipments of Prime offers, as last judged. shipped_at: a moment in Japan; rule: rule and case of the worst verdict.
select order_id, sku, service, tracking, shipped_at, case verdict when 0 then 'breach' when 1 then 'check' when 2 then 'advice' when 3 then 'ok' end as verdict, why as rule, missing
from judged_shipment;

CREATE VIEW v_return as
-- Returned orders, as last judged. payer: who pays by the terms; charged: who was; days in Japan.
select order_id, sku, reason, category, payer, charged, difference as charged_wrongly_yen, requested_on, refund_by, days_left,
  case verdict when 0 then 'breach' when 1 then 'check' when 2 then 'advice' when 3 then 'ok' end as verdict, why as rule, missing
from judged_return;

CREATE VIEW v_return_cost as
-- What a return costs the shop, by its own assumptions and by what was charged. at_least: 'yes' where not all of it is known.
select order_id, sku, substr(requested_on, 1, 7) as month, cost as cost_yen, case at_least when 1 then 'yes' else 'no' end as at_least
from judged_return;

CREATE VIEW v_payment as
-- Rows of payment reports as they were imported; reports that overlap hold a row twice. yen: whole yen, below 0 what Amazon takes.
select i.file, i.number as import, substr(p.at, 1, 7) as month, p.at, p.type, p.order_id, p.sku, p.text, p.quantity, p.total as yen,
  p.settlement, case p.report when 'settlement' then 'settlement report' else 'transactions by date range' end as report
from payment as p join import as i on i.number = p.import;

CREATE TABLE told_refund (
  order_id text not null,
  sku text not null,
  yen integer not null,
  told_at text not null,
  sum text,
  primary key (order_id, sku)
) strict
;

CREATE TRIGGER told_refund_insert after insert on told_refund begin insert into undo_step (action, did, table_name, row) select action, 'insert', 'told_refund', new.rowid from acting; end;

CREATE TRIGGER told_refund_update after update on told_refund begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4, old_5) select action, 'update', 'told_refund', old.rowid, old.order_id, old.sku, old.yen, old.told_at, old.sum from acting; end;

CREATE TRIGGER told_refund_delete after delete on told_refund begin insert into undo_step (action, did, table_name, row, old_1, old_2, old_3, old_4, old_5) select action, 'delete', 'told_refund', old.rowid, old.order_id, old.sku, old.yen, old.told_at, old.sum from acting; end;

CREATE TABLE payment_column (
  import integer not null references import (number) on delete cascade,
  title text not null,
  yen integer not null,
  rows integer not null
) strict;

CREATE INDEX payment_column_import on payment_column (import);

