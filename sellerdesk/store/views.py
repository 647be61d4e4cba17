"""Views of a shop's store for those who read it with other programs: words for codes, yen and days as they are, nothing of a buyer."""

# The text of a view that was released is never changed: a store is compared with it, letter by letter.
RANK = "case {} when 0 then 'breach' when 1 then 'check' when 2 then 'advice' when 3 then 'ok' end"
VERDICT = RANK.format("verdict")
VIEWS = f"""
create view v_offer as
-- Offers of the last listings report. price_yen: whole yen; points: whole points; "" and null are not known.
select sku, asin, title, price as price_yen, points, quantity,
  case when condition = 11 then 'new' when condition = 10 then 'renewed' when condition between 1 and 4 then 'used'
    when condition between 5 and 8 then 'collectible' end as condition,
  case channel when 'seller' then 'shipped by the seller' when 'amazon' then 'shipped by Amazon' end as channel,
  shipping_template, status
from offer;
create view v_offer_verdict as
-- Verdicts on offers, as last judged. needed, short: points; missing: facts that are waited for, space-separated.
select sku, json_extract(row, '$[4]') as price_yen, json_extract(row, '$[5]') as points, json_extract(row, '$[6]') as needed,
  json_extract(row, '$[7]') as short, {RANK.format("points_verdict")} as points_verdict, json_extract(row, '$[11]') as points_rule,
  {RANK.format("sfp_verdict")} as sfp_verdict, json_extract(row, '$[14]') as sfp_rules, missing
from judged;
create view v_order as
-- Orders in the cashless project of 2019-20, as last judged. amount_yen, rebate_yen: whole yen; placed: a moment in Japan.
select order_id, skus, placed, {VERDICT} as verdict, state, reason, amount as amount_yen, rebate as rebate_yen, days_left, category, missing
from judged_order;
create view v_shipment as
-- Shipments of Prime offers, as last judged. shipped_at: a moment in Japan; rule: rule and case of the worst verdict.
select order_id, sku, service, tracking, shipped_at, {VERDICT} as verdict, why as rule, missing
from judged_shipment;
create view v_return as
-- Returned orders, as last judged. payer: who pays by the terms; charged: who was; days in Japan.
select order_id, sku, reason, category, payer, charged, difference as charged_wrongly_yen, requested_on, refund_by, days_left,
  {VERDICT} as verdict, why as rule, missing
from judged_return;
create view v_return_cost as
-- What a return costs the shop, by its own assumptions and by what was charged. at_least: 'yes' where not all of it is known.
select order_id, sku, substr(requested_on, 1, 7) as month, cost as cost_yen, case at_least when 1 then 'yes' else 'no' end as at_least
from judged_return;
create view v_payment as
-- Rows of payment reports as they were imported; reports that overlap hold a row twice. yen: whole yen, below 0 what Amazon takes.
select i.file, i.number as import, substr(p.at, 1, 7) as month, p.at, p.type, p.order_id, p.sku, p.text, p.quantity, p.total as yen,
  p.settlement, case p.report when 'settlement' then 'settlement report' else 'transactions by date range' end as report
from payment as p join import as i on i.number = p.import;
"""  # noqa: S608 (nothing but our own words)
NAMES = ("v_offer", "v_offer_verdict", "v_order", "v_shipment", "v_return", "v_return_cost", "v_payment")
