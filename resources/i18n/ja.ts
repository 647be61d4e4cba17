<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>About</name>
    <message>
        <source>About Seller Desk</source>
        <translation>セラーデスクについて</translation>
    </message>
    <message>
        <source>Seller Desk {version}</source>
        <translation>Seller Desk {version}</translation>
    </message>
    <message>
        <source>An offline assistant for small shops on Amazon.co.jp. Not made or endorsed by Amazon.</source>
        <translation>Amazon.co.jp の小さなお店のための、インターネットに接続しないアシスタントです。Amazon が作成・推奨するものではありません。</translation>
    </message>
    <message>
        <source>Data folder: shops, backups, settings</source>
        <translation>データのフォルダー(お店・控え・設定)</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Open data folder</source>
        <translation>データのフォルダーを開く</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Seller Desk is under the MIT licence. Its window is made with Qt for Python, which is under the LGPL 3.</source>
        <translation>Seller Desk は MIT ライセンスです。画面は Qt for Python(LGPL 第3版)でできています。</translation>
    </message>
    <message>
        <source>The licence of every other part lies beside it, where it was installed.</source>
        <translation>そのほかの部品のライセンスは、それぞれが入っている場所にあります。</translation>
    </message>
    <message>
        <source>All texts lie in {folder}</source>
        <translation>全文は次の場所にあります: {folder}</translation>
    </message>
</context>
<context>
    <name>Analysis</name>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>{yen} or more</source>
        <translation>{yen} 以上</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excelブック (*.xlsx)</translation>
    </message>
    <message>
        <source>Save what returns cost</source>
        <translation>返品の費用を保存</translation>
    </message>
    <message>
        <source>Writing what returns cost</source>
        <translation>返品の費用を書いています</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Only “{name}”  ×</source>
        <translation>「{name}」だけ  ×</translation>
    </message>
    <message>
        <source>{month}</source>
        <translation>{month}月</translation>
    </message>
    <message>
        <source>{reason} ({count})</source>
        <translation>{reason}({count}件)</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Commonest reason</source>
        <translation>いちばん多い理由</translation>
    </message>
    <message>
        <source>No cost is known of these returns, or they cost nothing.</source>
        <translation>これらの返品には、分かっている費用がありません。</translation>
    </message>
    <message>
        <source>together ¥{yen}, {share}% of all</source>
        <translation>合わせて{yen}円・全体の{share}%</translation>
    </message>
    <message>
        <source>Open your returns report, and what returns cost is added up here by reason, SKU and month.</source>
        <translation>返品レポートを開くと、返品にかかった費用を理由・SKU・カテゴリー・月ごとにまとめます。</translation>
    </message>
    <message>
        <source>No returns yet</source>
        <translation>返品がまだありません</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFに保存</translation>
    </message>
    <message>
        <source>Look at it by</source>
        <translation>見かた</translation>
    </message>
    <message>
        <source>calculated (pale), or what payments took where more (filled)</source>
        <translation>見込み(うすい色)か、入出金で引かれた額(濃い色)の多いほう</translation>
    </message>
    <message>
        <source>With write-downs of {percent}%, your figure.</source>
        <translation>評価損{percent}%(お店の数字)をふくみます。</translation>
    </message>
    <message>
        <source>Without write-downs.</source>
        <translation>評価損はふくみません。</translation>
    </message>
    <message>
        <source>The month's labels and fees alone: page Payments.</source>
        <translation>月ごとのラベル代と手数料だけの額は「入出金」にあります。</translation>
    </message>
    <message>
        <source>What returns cost</source>
        <translation>返品にかかった費用</translation>
    </message>
    <message>
        <source>“{code}” (no reason of the table)</source>
        <translation>「{code}」(対応表にない理由)</translation>
    </message>
    <message>
        <source>Month by month</source>
        <translation>月ごとの費用</translation>
    </message>
    <message>
        <source>The ten dearest SKUs</source>
        <translation>費用の大きい10 SKU</translation>
    </message>
    <message>
        <source>Try what if…</source>
        <translation>もしもを試す…</translation>
    </message>
    <message>
        <source>; requests known {first} to {last}</source>
        <translation> · レポートにある依頼: {first}〜{last}</translation>
    </message>
    <message>
        <source>in 10,000 yen</source>
        <translation>単位は万円</translation>
    </message>
    <message>
        <source>in yen</source>
        <translation>単位は円</translation>
    </message>
    <message>
        <source>{unit}; none known a year before</source>
        <translation>{unit}、返品依頼の日で集計・前の年の記録はありません</translation>
    </message>
    <message>
        <source>{unit}; pale: a year before</source>
        <translation>{unit}、返品依頼の日で集計・うすい色は前の年</translation>
    </message>
    <message>
        <source>the 12 months to {month}; {legend}</source>
        <translation>{month}までの12か月・{legend}</translation>
    </message>
    <message>
        <source>No return was asked for in this month.</source>
        <translation>この月に返品の依頼はありません。</translation>
    </message>
    <message>
        <source>No return was asked for in these months.</source>
        <translation>この期間に返品の依頼はありません。</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>直近12か月</translation>
    </message>
    <message>
        <source>The 12 months before</source>
        <translation>前の12か月</translation>
    </message>
    <message>
        <source>All returns of the report</source>
        <translation>レポートのすべて</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>カテゴリー</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Cost (yen)</source>
        <translation>費用(円)</translation>
    </message>
    <message>
        <source>Each (yen)</source>
        <translation>1件あたり(円)</translation>
    </message>
    <message>
        <source>{yen} (of {count})</source>
        <translation>{yen}({count}件)</translation>
    </message>
    <message>
        <source>¥{yen}</source>
        <translation>{yen}円</translation>
    </message>
    <message>
        <source>¥{yen} or more</source>
        <translation>{yen}円以上</translation>
    </message>
    <message>
        <source>({count} cannot be calculated yet)</source>
        <translation>(まだ計算できない{count}件をのぞく)</translation>
    </message>
    <message>
        <source>Cost of returns</source>
        <translation>返品の費用</translation>
    </message>
    <message>
        <source>Each</source>
        <translation>1件あたり</translation>
    </message>
    <message>
        <source>Each of {count} calculated</source>
        <translation>計算できた{count}件の1件あたり</translation>
    </message>
    <message>
        <source>Since the 12 months before</source>
        <translation>前の12か月より</translation>
    </message>
    <message>
        <source>¥{yen} more</source>
        <translation>{yen}円増えた</translation>
    </message>
    <message>
        <source>¥{yen} less</source>
        <translation>{yen}円減った</translation>
    </message>
    <message>
        <source>{month} so far</source>
        <translation>{month}途中</translation>
    </message>
    <message>
        <source>What</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Each, year before, or item</source>
        <translation>1件あたり・前の年・商品名</translation>
    </message>
    <message>
        <source>Returns of other months: {count} ({first} to {last}).</source>
        <translation>ほかの期間の返品が{count}件あります({first}〜{last})。</translation>
    </message>
    <message>
        <source>Returns of {first}: {count}.</source>
        <translation>{first}の返品が{count}件あります。</translation>
    </message>
    <message>
        <source>Returns of which no month is known: {count}.</source>
        <translation>依頼の月が分からない返品が{count}件あります。</translation>
    </message>
    <message>
        <source>Show all returns</source>
        <translation>すべての返品を見る</translation>
    </message>
</context>
<context>
    <name>Assumed</name>
    <message>
        <source>The figures are kept.</source>
        <translation>数字を保存しました。</translation>
    </message>
    <message>
        <source>The fare is kept.</source>
        <translation>運賃を保存しました。</translation>
    </message>
    <message>
        <source>What the shop assumes of returns</source>
        <translation>返品についてのお店の想定</translation>
    </message>
    <message>
        <source>Own figures (empty: not known)</source>
        <translation>お店の数字(空欄は「不明」)</translation>
    </message>
    <message>
        <source>Fares agreed with carriers (they take the place of the list's)</source>
        <translation>運送会社との契約運賃(料金表に代わります)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Not told (added)</source>
        <translation>未設定(加える)</translation>
    </message>
    <message>
        <source>Keep figures</source>
        <translation>数字を保存</translation>
    </message>
    <message>
        <source>Add fare</source>
        <translation>運賃を追加</translation>
    </message>
    <message>
        <source>Remove fare</source>
        <translation>運賃を削除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Dates like 2026-04-01; a region may be typed as a prefecture. Undo takes every change back.</source>
        <translation>日付は 2026-04-01 のように入力します。地域は都道府県名でも入力できます。どの変更も元に戻せます。</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>終了日</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>From region</source>
        <translation>発送元の地域</translation>
    </message>
    <message>
        <source>To region</source>
        <translation>お届け先の地域</translation>
    </message>
    <message>
        <source>Add consumption tax to fees</source>
        <translation>手数料に消費税を足す</translation>
    </message>
    <message>
        <source>Handling of one return (yen)</source>
        <translation>返品1件の検品・再入庫などの費用(円)</translation>
    </message>
    <message>
        <source>Write-down (percent of the price)</source>
        <translation>評価損(価格に対する%)</translation>
    </message>
    <message>
        <source>Days from the refund in which Amazon takes a SAFE-T claim (not verified)</source>
        <translation>SAFE-T請求を受け付ける日数(返金から、未確認)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>配送方法</translation>
    </message>
    <message>
        <source>Fare with tax (yen)</source>
        <translation>運賃(税込・円)</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>適用開始日</translation>
    </message>
    <message>
        <source>To day (empty: open)</source>
        <translation>終了日(空欄は無期限)</translation>
    </message>
    <message>
        <source>Size (empty: all)</source>
        <translation>サイズ(空欄はすべて)</translation>
    </message>
    <message>
        <source>From region (empty: all)</source>
        <translation>発地の地域(空欄はすべて)</translation>
    </message>
    <message>
        <source>To region (empty: all)</source>
        <translation>着地の地域(空欄はすべて)</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Backups</source>
        <translation>控え(バックアップ)</translation>
    </message>
    <message>
        <source>Ten are kept, the older the fewer. Before one is put back, the shop as it is now is backed up as well.</source>
        <translation>10個まで残り、古いものほどまばらになります。控えに戻す前に、いまの状態も控えに取ります。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>いま控えを作る</translation>
    </message>
    <message>
        <source>Put this one back</source>
        <translation>この控えに戻す</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>別のフォルダーを選ぶ…</translation>
    </message>
    <message>
        <source>Beside the shop's data</source>
        <translation>お店のデータの隣</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>読めません</translation>
    </message>
    <message>
        <source>Backups go to {folder}</source>
        <translation>控えの置き場所: {folder}</translation>
    </message>
    <message>
        <source>{chosen} is not there now: backups go to {folder}</source>
        <translation>{chosen} がいま見つからないので、{folder} に置きます</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>控えを作っています</translation>
    </message>
    <message>
        <source>Putting a backup back</source>
        <translation>控えに戻しています</translation>
    </message>
    <message>
        <source>Folder of the backups</source>
        <translation>控えのフォルダー</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>作った日時</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>きっかけ</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>出品</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>商品情報</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>対応状況</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>Last file</source>
        <translation>最後のファイル</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>Bug</name>
    <message>
        <source>Seller Desk ended unexpectedly the last time. What was saved before is not lost.</source>
        <translation>前回、Seller Desk が途中で終了してしまいました。それまでに保存した内容は失われていません。</translation>
    </message>
    <message>
        <source>A bug of Seller Desk</source>
        <translation>Seller Deskの不具合</translation>
    </message>
    <message>
        <source>Seller Desk made a mistake and could not finish what it was doing. What was saved before is not lost.</source>
        <translation>Seller Deskの不具合により、操作を完了できませんでした。これまでに保存した内容は失われていません。</translation>
    </message>
    <message>
        <source>Please send this report to its developers. It holds nothing of your shop: you see all of it here.</source>
        <translation>この報告を開発者に送ってください。お店の情報は入っていません。送る内容は下に見えるものがすべてです。</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>報告をコピー</translation>
    </message>
    <message>
        <source>Close and go on</source>
        <translation>閉じて続ける</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>報告を保存…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>報告を保存</translation>
    </message>
    <message>
        <source>The report could not be saved: {why}</source>
        <translation>報告を保存できませんでした: {why}</translation>
    </message>
    <message>
        <source>The report is saved: {file}</source>
        <translation>報告を保存しました: {file}</translation>
    </message>
</context>
<context>
    <name>Category</name>
    <message>
        <source>{count} returns wait for: what is “{name}”?</source>
        <translation>「{name}」は何ですか?(この答えを待つ返品 {count}件)</translation>
    </message>
    <message>
        <source>Then: {names}</source>
        <translation>次: {names}</translation>
    </message>
    <message>
        <source>Apparel</source>
        <translation>服</translation>
    </message>
    <message>
        <source>Shoes</source>
        <translation>靴</translation>
    </message>
    <message>
        <source>Luggage</source>
        <translation>旅行かばん</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>どれでもない</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Clear filter</source>
        <translation>絞り込みを解除</translation>
    </message>
    <message>
        <source>Only these {count} ×</source>
        <translation>この{count}件だけ ×</translation>
    </message>
    <message>
        <source>Only these {count}: show all again</source>
        <translation>この{count}件だけを表示しています。押すとすべて表示します。</translation>
    </message>
</context>
<context>
    <name>Column</name>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Seller SKU</source>
        <translation>出品者SKU</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>必要</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>バッジ</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>在庫</translation>
    </message>
    <message>
        <source>Shipping template</source>
        <translation>配送パターン</translation>
    </message>
</context>
<context>
    <name>Cost</name>
    <message>
        <source>¥{cost} / month</source>
        <translation>月 {cost} 円</translation>
    </message>
    <message>
        <source>¥{low} to ¥{high} by rounding</source>
        <translation>端数処理により {low}〜{high} 円</translation>
    </message>
    <message>
        <source>never</source>
        <translation>元が取れない</translation>
    </message>
    <message>
        <source>Really paid</source>
        <translation>実際に払った額</translation>
    </message>
    <message>
        <source>no payment report</source>
        <translation>入出金レポートがありません</translation>
    </message>
    <message>
        <source>¥{cost} ({month})</source>
        <translation>{cost}円({month})</translation>
    </message>
    <message>
        <source>, </source>
        <translation>・</translation>
    </message>
    <message>
        <source>By the payment reports: {months}</source>
        <translation>入出金レポートによる額: {months}</translation>
    </message>
    <message>
        <source>Expected cost</source>
        <translation>費用の見込み</translation>
    </message>
    <message>
        <source>units of the order report</source>
        <translation>注文レポートの販売数</translation>
    </message>
    <message>
        <source>at your average price</source>
        <translation>平均価格で計算</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>付与率</translation>
    </message>
    <message>
        <source> units/month</source>
        <translation> 個/月</translation>
    </message>
    <message>
        <source>margin </source>
        <translation>利益率 </translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント費用</translation>
    </message>
    <message>
        <source>Lift that pays for it</source>
        <translation>元を取る販売増</translation>
    </message>
    <message>
        <source>Units a month</source>
        <translation>1か月の販売数</translation>
    </message>
    <message>
        <source>Margin before points, percent of the price</source>
        <translation>ポイントを引く前の利益率(価格に対する%)</translation>
    </message>
    <message>
        <source>The referral fee is taken on the price minus points, by the fee of each offer's category, before tax.</source>
        <translation>販売手数料(税別)は、価格からポイントを引いた額にかかります。率は商品ごとのカテゴリーのものです。</translation>
    </message>
    <message>
        <source>Without a known category: {count}; {fee}% is assumed there.</source>
        <translation>カテゴリーがわからないもの{count}件は、仮に{fee}%としています。</translation>
    </message>
    <message>
        <source>The selling plan costs ¥{plan} a month besides.</source>
        <translation>このほかに、出品プランの月額料金が{plan}円かかります。</translation>
    </message>
</context>
<context>
    <name>Day</name>
    <message>
        <source>{day} stays.</source>
        <translation>{day} のままです。</translation>
    </message>
    <message>
        <source>There is no such day: “{text}”. Write it like 2026-11-30.</source>
        <translation>「{text}」という日付はありません。2026-11-30 のように書いてください。</translation>
    </message>
    <message>
        <source>“{text}” cannot be chosen here: days from {first} to {last} can.</source>
        <translation>「{text}」はここでは選べません({first}から{last}までの日付を選べます)。</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>arrived</source>
        <translation>到着(0日目)</translation>
    </message>
    <message>
        <source>due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>day {number}</source>
        <translation>{number}日目</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>休み</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>休日</translation>
    </message>
</context>
<context>
    <name>Decision</name>
    <message>
        <source>Claimed, not paid yet</source>
        <translation>申請済み(入金待ち)</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>済み</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Not so</source>
        <translation>事実と違う</translation>
    </message>
    <message>
        <source>Keep the reason</source>
        <translation>理由を記録</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>対応状況</translation>
    </message>
    <message>
        <source>Why is it not so?</source>
        <translation>事実と違う理由</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Stopped “{work}”; nothing of it was taken.</source>
        <translation>「{work}」をやめました。途中までの内容は取り込んでいません。</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>{file} を読んでいます</translation>
    </message>
    <message>
        <source>Your report is in, but it was not checked: what you see are the verdicts of the one before. Press F5.</source>
        <translation>レポートは取り込みましたが、まだ判定していません。表示しているのは前のレポートの判定です。F5 キーで判定します。</translation>
    </message>
    <message>
        <source>Setting up the demo shop</source>
        <translation>体験用ショップを用意しています</translation>
    </message>
    <message>
        <source>Checking every offer</source>
        <translation>すべての出品を判定しています</translation>
    </message>
    <message>
        <source>“{work}”: the report is in; only checking it was stopped.</source>
        <translation>「{work}」: レポートは取り込みました。判定だけを中止しました。</translation>
    </message>
    <message>
        <source>This file was opened before; nothing changed.</source>
        <translation>このファイルは前に開いたものと同じです。何も変わりません。</translation>
    </message>
    <message>
        <source>{name} was taken, but {count} rows could not be read. The first: line {line}, {column} “{value}”: {fix}</source>
        <translation>{name}を取り込みましたが、{count} 行は読めませんでした。最初は {line} 行目の「{column}」の「{value}」です。{fix}</translation>
    </message>
    <message>
        <source>{name} was taken: {rows} rows.</source>
        <translation>{name}を取り込みました({rows} 行)。</translation>
    </message>
    <message>
        <source>The demo shop was left: the file is in your own shop.</source>
        <translation>体験用ショップを終えて、自分のお店に取り込みました。</translation>
    </message>
    <message>
        <source>“{file}” is saved.</source>
        <translation>「{file}」を保存しました。</translation>
    </message>
    <message>
        <source>Answered for {count} offers</source>
        <translation>{count}件の商品情報に答えました</translation>
    </message>
    <message>
        <source>{name} was taken but for {count} cells that could not be read; the rest of their rows was. The first: line {line}, {column} “{value}”: expected {expected}.</source>
        <translation>{name}を取り込みました。ただし、{count}個の欄は読めませんでした(同じ行のほかの欄は取り込んでいます)。最初は{line}行目、{column}の「{value}」です。入れられるのは: {expected}</translation>
    </message>
    <message>
        <source>{name} was taken, but {count} of its rows also stand in “{other}” under another settlement number: they may count twice.</source>
        <translation>{name}を取り込みました。ただし、そのうち{count}行は {other} にも別の決済番号で載っていて、2回数えているかもしれません。</translation>
    </message>
    <message>
        <source>“{work}” ended unexpectedly; nothing of it was taken. Please try again.</source>
        <translation>「{work}」が途中で止まりました。何も取り込んでいません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>“{work}”: the report is in, but checking it ended unexpectedly.</source>
        <translation>「{work}」: レポートは取り込みましたが、判定が途中で止まりました。</translation>
    </message>
    <message>
        <source>An answer is taken back for at most {count} offers at once.</source>
        <translation>答えを取り消せるのは、一度に {count} 件までです。</translation>
    </message>
    <message>
        <source>Taking your answer for {count} offers</source>
        <translation>{count} 件に答えを反映しています</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>元に戻しました: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>やり直しました: {what}</translation>
    </message>
    <message>
        <source>The amount refunded is kept.</source>
        <translation>返金額を記録しました</translation>
    </message>
    <message>
        <source>The amount refunded is forgotten.</source>
        <translation>返金額の記録を消しました</translation>
    </message>
</context>
<context>
    <name>Duties</name>
    <message>
        <source>to fix</source>
        <translation>要修正</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>まだ分かりません</translation>
    </message>
    <message>
        <source>applies to {count} offers</source>
        <translation>{count} 件に当てはまります</translation>
    </message>
    <message>
        <source>applies</source>
        <translation>当てはまります</translation>
    </message>
    <message>
        <source> · not known of {count}</source>
        <translation>、未確認 {count} 件</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>できています</translation>
    </message>
    <message>
        <source>touches no offer now</source>
        <translation>今は当てはまる出品がありません</translation>
    </message>
    <message>
        <source>Looking at your offers…</source>
        <translation>出品を調べています…</translation>
    </message>
    <message>
        <source>Open a listings report: what your shop must do is made from its own offers.</source>
        <translation>出品レポートを開くと、このお店がすることを出品から作ります。</translation>
    </message>
    <message>
        <source>since {day} (checked {checked})</source>
        <translation>{day} から({checked} に確認)</translation>
    </message>
    <message>
        <source>Do you ship on Saturdays and Sundays?</source>
        <translation>土曜日と日曜日も出荷していますか?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Is a return address in Japan set in Seller Central?</source>
        <translation>セラーセントラルに、日本国内の返送先住所を登録してありますか?</translation>
    </message>
</context>
<context>
    <name>Empty</name>
    <message>
        <source>Please wait a moment</source>
        <translation>しばらくお待ちください</translation>
    </message>
    <message>
        <source>Found in “{page}”</source>
        <translation>「{page}」にあります</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Cells that do not fit as they are</source>
        <translation>そのままでは入らないセル</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Every row is in the file. In these cells 〓 stands for letters that the form lacks, or the text is cut.</source>
        <translation>どの行もファイルに入っています。次のセルでは、この形式にない文字を〓にするか、長すぎる文を途中で切っています。</translation>
    </message>
    <message>
        <source>Listed: the first {most} of {count}.</source>
        <translation>{count}個のうち最初の{most}個を挙げます。</translation>
    </message>
    <message>
        <source>There is no list here to export.</source>
        <translation>このページには、書き出せる一覧がありません。</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excelブック (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV, UTF-8 (*.csv)</source>
        <translation>CSV・UTF-8 (*.csv)</translation>
    </message>
    <message>
        <source>CSV, Shift_JIS for old programs (*.csv)</source>
        <translation>CSV・Shift_JIS(古いソフト向け) (*.csv)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>一覧の書き出し</translation>
    </message>
    <message>
        <source>terms as of {day}, {count} rows</source>
        <translation>{day} 時点の規約・{count}行</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>{file}を書き出しています</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>やめました。何も書き出していません。</translation>
    </message>
    <message>
        <source>“{file}” could not be written. Please try again.</source>
        <translation>「{file}」を書き出せませんでした。もう一度お試しください。</translation>
    </message>
    <message>
        <source>“{file}” is written: {count} rows.</source>
        <translation>「{file}」に{count}行を書き出しました。</translation>
    </message>
    <message>
        <source>{count} cells do not fit unchanged.</source>
        <translation>そのままでは入らないセルが{count}個あります。</translation>
    </message>
    <message>
        <source>Copy selected rows</source>
        <translation>選んだ行をコピー</translation>
    </message>
    <message>
        <source>Copy all rows shown</source>
        <translation>表示中の行をすべてコピー</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>一覧を書き出す…</translation>
    </message>
    <message>
        <source>Copied. It is on the clipboard.</source>
        <translation>クリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>Rows on the clipboard: {count}</source>
        <translation>クリップボードにコピーした行: {count}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>I looked these up ({count})</source>
        <translation>調べ直しました({count}件)</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>確かさ</translation>
    </message>
    <message>
        <source>Checked (days ago)</source>
        <translation>確認した日(何日前)</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>出品</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>返品</translation>
    </message>
    <message>
        <source>Source, and where to look it up</source>
        <translation>出どころと調べる場所</translation>
    </message>
    <message>
        <source>Figures used on {day}: {count}; not sure: {unsure}. Those and the oldest stand first.</source>
        <translation>{day} に使う数字は{count}件、うち確かでないものが{unsure}件です。確かでないものと確認の古いものから並べています。</translation>
    </message>
    <message>
        <source>To look up: {count}; they stand above all others.</source>
        <translation>調べ直す数字は{count}件で、いちばん上にあります。</translation>
    </message>
    <message>
        <source>Where the figures come from</source>
        <translation>数字の出どころ</translation>
    </message>
    <message>
        <source> · look up</source>
        <translation> · 調べ直す</translation>
    </message>
    <message>
        <source>New figures</source>
        <translation>新しい数字</translation>
    </message>
    <message>
        <source>“{file}” cannot be taken in.</source>
        <translation>「{file}」は取り込めません。</translation>
    </message>
    <message>
        <source>Looking at what would change…</source>
        <translation>何が変わるかを調べています…</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>取り込む</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>“{file}” is there already. Replace it?</source>
        <translation>「{file}」はもうあります。置きかえますか?</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>置きかえる</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>そのままにする</translation>
    </message>
</context>
<context>
    <name>First</name>
    <message>
        <source>Reads its reports anew, as of today; your answers stay.</source>
        <translation>見本のレポートを今日の日付で読み直します。前に答えたことは残ります。</translation>
    </message>
    <message>
        <source>Seller Desk</source>
        <translation>セラーデスク</translation>
    </message>
    <message>
        <source>Checks your points, SFP terms and return costs, on this computer alone.</source>
        <translation>出品のポイント、SFP の規約、返品の費用を、このパソコンだけで確かめます。</translation>
    </message>
    <message>
        <source>For example “All listings report”. Its kind is recognised. You can also drop the file here.</source>
        <translation>「全出品商品レポート」などの種類を見分けます。ここへドラッグしても開けます。</translation>
    </message>
    <message>
        <source>Open my report</source>
        <translation>自分のレポートを開く</translation>
    </message>
    <message>
        <source>Go on with the demo shop</source>
        <translation>体験用ショップのつづき</translation>
    </message>
    <message>
        <source>As you left it, with your answers.</source>
        <translation>前に終えたときのまま、答えたことも残っています。</translation>
    </message>
    <message>
        <source>How to get your first report (Seller Central, about 5 minutes)</source>
        <translation>はじめてのレポートの取り方(セラーセントラル、約5分)</translation>
    </message>
    <message>
        <source>Open “Inventory” → “Inventory reports”</source>
        <translation>「在庫」→「在庫レポート」を開く</translation>
    </message>
    <message>
        <source>Choose “All listings report” and press “Request report”</source>
        <translation>「全出品商品レポート」を選び、「レポートをリクエスト」を押す</translation>
    </message>
    <message>
        <source>After some minutes press “Download”, and open the file here, not in Excel</source>
        <translation>数分後に「ダウンロード」を押し、できたファイルを Excel で開かずに、ここで開く</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語 (Language)</translation>
    </message>
    <message>
        <source>Try the demo shop</source>
        <translation>体験用ショップで試す</translation>
    </message>
    <message>
        <source>A sample shop, apart from your own data. Leave any time.</source>
        <translation>見本のお店です。自分のデータとは別で、すぐ終われます。</translation>
    </message>
    <message>
        <source>No network. Nothing leaves this computer.</source>
        <translation>通信はしません。データはこのパソコンの外に出ません。</translation>
    </message>
</context>
<context>
    <name>Fix</name>
    <message>
        <source>Make the fix file</source>
        <translation>修正ファイルを作る</translation>
    </message>
    <message>
        <source>SKU and the least whole percent that is enough. Where the template that Points Central offers differs, its header wins.</source>
        <translation>SKUと、足りる最小の割合(整数%)です。ポイントセントラルで入手できるひな形と違うときは、ひな形の見出しに合わせてください。</translation>
    </message>
    <message>
        <source>Enough rounded half up, and a point short if Amazon rounds down: {count}.</source>
        <translation>四捨五入なら足り、Amazonが切り捨てると1ポイント足りない出品: {count}件。</translation>
    </message>
    <message>
        <source>List for Points Central</source>
        <translation>ポイントセントラル用の一覧</translation>
    </message>
    <message>
        <source>Price-and-quantity file</source>
        <translation>価格と数量の変更ファイル</translation>
    </message>
    <message>
        <source>{count} of {every} offers to fix</source>
        <translation>直す{every}件のうち{count}件を入れます</translation>
    </message>
    <message>
        <source>{count} not ticked</source>
        <translation>チェックのない{count}件</translation>
    </message>
    <message>
        <source>{count} above the cap, perhaps mistyped, not ticked (end of the list)</source>
        <translation>上限を超えた{count}件(入力ミスかもしれないのでチェックなし、一覧の最後)</translation>
    </message>
    <message>
        <source>{count} that cannot stand in the file (below the list)</source>
        <translation>ファイルに入れられない{count}件(理由は一覧の下)</translation>
    </message>
    <message>
        <source>Not in the file: {sku} at ¥{price} can carry no points between {least}% and {most}%. Change its price.</source>
        <translation>ファイルに入れません: {sku} は{price}円で、{least}%以上{most}%以下のポイントを付けられません。価格を見直してください。</translation>
    </message>
    <message>
        <source>“{file}” is ready. Open Points Central (Advertising, Points) and upload it there.</source>
        <translation>「{file}」ができました。ポイントセントラル(広告 › ポイント)を開き、そこでアップロードしてください。</translation>
    </message>
    <message>
        <source>Only price, points and channel are filled in. Stock, sales and limits stay as they are.</source>
        <translation>価格・ポイント・出荷経路だけを書きます。在庫数・セール・上下限は変わりません。</translation>
    </message>
    <message>
        <source>{count} short</source>
        <translation>不足{count}</translation>
    </message>
    <message>
        <source>{count} by rounding</source>
        <translation>丸め方しだい{count}</translation>
    </message>
    <message>
        <source>{count} above the cap</source>
        <translation>上限超え{count}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>・</translation>
    </message>
    <message>
        <source>Seller SKU</source>
        <translation>出品者SKU</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Points now</source>
        <translation>今のポイント</translation>
    </message>
    <message>
        <source>Points then</source>
        <translation>直した後</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>割合</translation>
    </message>
    <message>
        <source>Perhaps mistyped: points above the cap. A ticked row is set to the most that is allowed.</source>
        <translation>入力ミスかもしれません: 上限を超えたポイントです。チェックを入れた行は上限のポイントにします。</translation>
    </message>
    <message>
        <source>Points for one sale of each: ¥{before} → ¥{after} ({more})</source>
        <translation>1つずつ売れたときのポイント費用: {before} 円 → {after} 円({more} 円)</translation>
    </message>
    <message>
        <source>The report is {hours} hours old: prices changed since would be set back. Make it all the same.</source>
        <translation>このレポートは {hours} 時間前のものです。その後に変えた価格は元に戻ります。それでも作る</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Where {least}% makes too few points once rounded, or is perhaps set already, a higher percent is taken.</source>
        <translation>{least}%では丸めると足りない出品と、すでに{least}%に設定しているかもしれない出品は、もっと高い割合にしています。</translation>
    </message>
    <message>
        <source>Not in the file: {count} offers whose price can carry no points between {least}% and {most}% (¥{prices}). Change the prices.</source>
        <translation>ファイルに入れません: {least}%以上{most}%以下のポイントを付けられない価格({prices}円)の出品{count}件。価格を見直してください。</translation>
    </message>
    <message>
        <source>Cannot stand in the file: set the points of {sku} to {after} by hand.</source>
        <translation>ファイルに書けません: {sku} のポイントは手で {after} にしてください。</translation>
    </message>
    <message>
        <source>Cannot stand in the file: {count} offers. Set their points by hand.</source>
        <translation>ファイルに書けません: {count}件。ポイントは手で設定してください。</translation>
    </message>
    <message>
        <source>Cannot stand in the file: {sku} is above the cap, perhaps mistyped. The most that is allowed: {after}.</source>
        <translation>ファイルに書けません: {sku} は上限を超えています(入力ミスかもしれません)。付けられるのは{after}ポイントまでです。</translation>
    </message>
    <message>
        <source>Cannot stand in the file: {count} offers above the cap, perhaps mistyped.</source>
        <translation>ファイルに書けません: 上限を超えた{count}件(入力ミスかもしれません)。</translation>
    </message>
    <message>
        <source>{sku}: ¥{price}</source>
        <translation>{sku}: {price}円</translation>
    </message>
    <message>
        <source>{sku}: {after} points</source>
        <translation>{sku}: {after}ポイント</translation>
    </message>
    <message>
        <source>{sku}: at most {after} points</source>
        <translation>{sku}: {after}ポイントまで</translation>
    </message>
    <message>
        <source>These offers ({count})</source>
        <translation>その出品({count}件)</translation>
    </message>
    <message>
        <source>The first {count} rows are shown; the others stand in the file, too.</source>
        <translation>はじめの{count}件を表示しています。残りもファイルに入ります。</translation>
    </message>
    <message>
        <source>At most {count} rows can be left out at once.</source>
        <translation>一度に外せるのは{count}件までです。</translation>
    </message>
    <message>
        <source>Points Central (Advertising, Points)</source>
        <translation>ポイントセントラル(広告 › ポイント)</translation>
    </message>
    <message>
        <source>“{file}” is ready. Upload it in Seller Central under “Add products via upload”.</source>
        <translation>「{file}」ができました。セラーセントラルの「アップロードによる一括商品登録」から送ってください。</translation>
    </message>
    <message>
        <source>Only what the list behind shows: {count}. Without the tick: {every}</source>
        <translation>一覧に表示中の出品だけ: {count}件(チェックを外すと{every}件)</translation>
    </message>
    <message>
        <source>Only what is on your list ({count})</source>
        <translation>予定に入れたものだけ({count}件)</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Save this page as PDF…</source>
        <translation>このページをPDFに保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Every clause of the two documents in our own words, and what the program does with it.</source>
        <translation>2つの文書のすべての条項(Seller Deskによる要約)と、それぞれについてこのプログラムがすることです。</translation>
    </message>
    <message>
        <source>{title}, as of {year}</source>
        <translation>{title}({year}年の版)</translation>
    </message>
    <message>
        <source>Columns of the files, with the titles by which each is told</source>
        <translation>ファイルの列と、見分けに使う見出し</translation>
    </message>
    <message>
        <source>Commands for a terminal</source>
        <translation>端末で使うコマンド</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>ファイルを書き込めませんでした。</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>書き込みました: {name}</translation>
    </message>
    <message>
        <source>How to use it</source>
        <translation>使い方</translation>
    </message>
    <message>
        <source>Terms covered</source>
        <translation>対象の規約</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>ショートカットキー</translation>
    </message>
    <message>
        <source>Commands and columns</source>
        <translation>コマンドと列</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>更新履歴</translation>
    </message>
    <message>
        <source>In a list: edit the facts of the selected offers</source>
        <translation>一覧で: 選んだ出品の商品情報を直す</translation>
    </message>
    <message>
        <source>In a list: go to the reasons at the right</source>
        <translation>一覧で: 右の理由へ移る</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>In a list: copy the selected rows</source>
        <translation>一覧で: 選んだ行をコピー</translation>
    </message>
    <message>
        <source>In a list: select all rows</source>
        <translation>一覧で: すべての行を選ぶ</translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation>次・前の項目へ</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つかりません</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>ヘルプの中を検索</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Seller Desk help</source>
        <translation>セラーデスクの使い方</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Who changed what when</source>
        <translation>だれがいつ何を変更したか</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>変更した人</translation>
    </message>
    <message>
        <source>Did</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>まだ何も変更していません。</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Excel workbook (*.xlsx);;CSV (*.csv)</source>
        <translation>Excelブック (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save unread rows</source>
        <translation>読めない行を保存</translation>
    </message>
    <message>
        <source>(not read)</source>
        <translation>(読まない)</translation>
    </message>
    <message>
        <source>What “{title}” is</source>
        <translation>「{title}」は何の列か</translation>
    </message>
    <message>
        <source>This cannot be read.</source>
        <translation>このままでは読めません。</translation>
    </message>
    <message>
        <source>Against “{file}”: {new} new, {gone} gone, {changed} changed.</source>
        <translation>前回の「{file}」と比べて、新しい{new}件、なくなる{gone}件、変わる{changed}件です。</translation>
    </message>
    <message>
        <source>A spreadsheet seems to have changed {count} cells.</source>
        <translation>表計算ソフトで変わったらしいセルが{count}個あります。</translation>
    </message>
    <message>
        <source>{count} rows cannot be read and will stay out.</source>
        <translation>{count}行は読み取れないため、取り込みません。</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>変質</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>読めない</translation>
    </message>
    <message>
        <source>This is none of the reports that Seller Desk knows. If it is not about your shop, press “Take nothing”.</source>
        <translation>これは、Seller Deskの知っているレポートではありません。お店のレポートでなければ「取り込まない」を押してください。</translation>
    </message>
    <message>
        <source>Otherwise say which column is the SKU, the price and so on; then the rows can be counted.</source>
        <translation>お店の一覧なら、どの列がSKUや価格なのかを選んでください。選ぶと件数が分かります。</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>なくなる</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変わる</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新しい</translation>
    </message>
    <message>
        <source>is corrected to {sku}</source>
        <translation>{sku} に直します</translation>
    </message>
    <message>
        <source>was one of {skus}; please correct it in the file</source>
        <translation>元は {skus} のどれかです。ファイルを直してください</translation>
    </message>
    <message>
        <source>was {sku}, it seems</source>
        <translation>元は {sku} のようです</translation>
    </message>
    <message>
        <source>what it was is not known; format the cell as text and type the right value</source>
        <translation>元の値が分かりません。セルの書式を「文字列」にしてから、正しい値を入れ直してください</translation>
    </message>
    <message>
        <source>what it was is not known; use the file as downloaded</source>
        <translation>元の値が分かりません。ダウンロードしたままのファイルを使ってください</translation>
    </message>
    <message>
        <source>Before this is taken</source>
        <translation>取り込む前の確認</translation>
    </message>
    <message>
        <source>Column of the file</source>
        <translation>ファイルの列</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>最初の行</translation>
    </message>
    <message>
        <source>Is taken for</source>
        <translation>何の列として読むか</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>ファイルの種類</translation>
    </message>
    <message>
        <source>What</source>
        <translation>区分</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>More</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>変わること</translation>
    </message>
    <message>
        <source>Correct {count} SKUs of which only one explanation is left</source>
        <translation>元が1つに決まる{count}個のSKUを直す</translation>
    </message>
    <message>
        <source>Unread rows go to {file}</source>
        <translation>読めない行は{file}へ</translation>
    </message>
    <message>
        <source>Save unread rows…</source>
        <translation>読めない行を保存…</translation>
    </message>
    <message>
        <source>Take {count} rows</source>
        <translation>{count}行を取り込む</translation>
    </message>
    <message>
        <source>Take nothing</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>This file (written {written}) is older than the one in place ({in_place}). It would put the shop back.</source>
        <translation>このファイルは {written} のもので、いま入っているファイル({in_place})より古いものです。取り込むと、お店の情報が古い時点に戻ります。</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>{line}行目</translation>
    </message>
    <message>
        <source>Not taken: {files}</source>
        <translation>取り込まなかったファイル: {files}</translation>
    </message>
    <message>
        <source>Not opened yet: {files}</source>
        <translation>まだ開いていないファイル: {files}</translation>
    </message>
    <message>
        <source>{count} files are in: {files}</source>
        <translation>{count}件のファイルを取り込みました: {files}</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Take away…</source>
        <translation>取り消す…</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>取り込んだ日時</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>読めない行</translation>
    </message>
    <message>
        <source>Where a report is taken away, the one before it comes back; of payments its rows go. Your files stay where they are.</source>
        <translation>レポートを取り消すと、一つ前のものに戻ります(入出金は、その行が外れます)。パソコンの中のファイルは消えません。</translation>
    </message>
    <message>
        <source>What was imported</source>
        <translation>取り込んだファイル</translation>
    </message>
    <message>
        <source>Take “{file}” away?</source>
        <translation>「{file}」の取り込みを取り消しますか?</translation>
    </message>
    <message>
        <source>Its {rows} rows go out of this shop. To have them back, open the file again.</source>
        <translation>このファイルの{rows}行をお店から外します。戻すときは、ファイルをもう一度開いてください。</translation>
    </message>
    <message>
        <source>Only its line goes out of this list: what the sheet told of items stays. Undo, or another sheet, changes that.</source>
        <translation>この一覧から消えるだけで、表で答えた商品情報はそのまま残ります。変えるには「元に戻す」か、別の表を開いてください。</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Taking {file} away</source>
        <translation>{file} を取り消しています</translation>
    </message>
    <message>
        <source>“{file}” was taken away.</source>
        <translation>「{file}」の取り込みを取り消しました。</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>The watched folder cannot be read any more: {folder}. Nothing is watched now.</source>
        <translation>見張っていたフォルダーを読めなくなりました: {folder}。いまは、どのフォルダーも見張っていません。</translation>
    </message>
    <message>
        <source>A report has come: {kind} ({file}).</source>
        <translation>レポートが届きました: {kind}({file})</translation>
    </message>
    <message>
        <source>{count} more after it.</source>
        <translation>ほかに{count}件あります。</translation>
    </message>
    <message>
        <source>See what is in it…</source>
        <translation>中身を見る…</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>取り込まない</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>見張るフォルダー</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>フォルダーを見張る</translation>
    </message>
    <message>
        <source>Watch a folder for new reports</source>
        <translation>新しいレポートが届くフォルダーを見張る</translation>
    </message>
    <message>
        <source>A report that lands in this folder, such as a download of your browser, is shown to you with what it would change. Nothing is taken until you press the button there.</source>
        <translation>ブラウザーのダウンロードなど、このフォルダーに届いたレポートをお知らせし、取り込むと何が変わるかを先にお見せします。取り込むボタンを押すまで、何も取り込みません。</translation>
    </message>
    <message>
        <source>Watched now: {folder}</source>
        <translation>見張っているフォルダー: {folder}</translation>
    </message>
    <message>
        <source>No folder is watched now.</source>
        <translation>いまは、どのフォルダーも見張っていません。</translation>
    </message>
    <message>
        <source>Watch the downloads</source>
        <translation>ダウンロードを見張る</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>別のフォルダー…</translation>
    </message>
    <message>
        <source>Watch nothing</source>
        <translation>見張らない</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Interview</name>
    <message>
        <source>May this shop join?</source>
        <translation>参加できるか確かめる</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Each answer is kept at once; Undo takes it back.</source>
        <translation>答えはその場で保存します(「元に戻す」で取り消せます)。</translation>
    </message>
    <message>
        <source>e.g. 10,000,000</source>
        <translation>例: 10,000,000</translation>
    </message>
    <message>
        <source>e.g. 3</source>
        <translation>例: 3</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>yen</source>
        <translation>円</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Not certain yet.</source>
        <translation>まだ決まりません。</translation>
    </message>
    <message>
        <source>The shop meets the conditions. It may join only while the programme runs.</source>
        <translation>条件は満たしています。申し込めるのは、プログラムが続いている間だけです。</translation>
    </message>
    <message>
        <source>The shop meets the conditions, and applied on {day}.</source>
        <translation>お店は条件を満たしていて、{day}に申請しています。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Don't know</source>
        <translation>わからない</translation>
    </message>
    <message>
        <source>Retail</source>
        <translation>小売業</translation>
    </message>
    <message>
        <source>Wholesale</source>
        <translation>卸売業</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>サービス業</translation>
    </message>
    <message>
        <source>Manufacturing, construction, transport and others</source>
        <translation>製造業・建設業・運輸業・その他</translation>
    </message>
    <message>
        <source>Ryokan (inns, hotels)</source>
        <translation>旅館業</translation>
    </message>
    <message>
        <source>Software, information processing</source>
        <translation>ソフトウェア業・情報処理サービス業</translation>
    </message>
</context>
<context>
    <name>Keep</name>
    <message>
        <source>Keep what you typed?</source>
        <translation>入力した内容を保存しますか?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存する</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>保存しない</translation>
    </message>
    <message>
        <source>Go on typing</source>
        <translation>入力を続ける</translation>
    </message>
    <message>
        <source>Something in this window was changed and is not kept yet.</source>
        <translation>この画面で変更した内容のうち、まだ保存していないものがあります。</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>The shop's file is no longer in {folder}. Was a disk taken out? Put it back and try again.</source>
        <translation>お店のデータが {folder} から見えなくなりました。ディスクを外しましたか? つなぎ直して、もう一度試してください。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Read only: this shop is open in another window of Seller Desk. Close that one to change anything.</source>
        <translation>閲覧のみ: このお店は別のSeller Deskのウィンドウで開いています。変更するには、そのウィンドウを閉じてください。</translation>
    </message>
    <message>
        <source>The shop's file is damaged.</source>
        <translation>お店のデータファイルが壊れています。</translation>
    </message>
    <message>
        <source>The shop's file is not Seller Desk's.</source>
        <translation>お店のデータファイルがSeller Deskのものではありません。</translation>
    </message>
    <message>
        <source>The shop's file is empty or gone.</source>
        <translation>お店のデータファイルが空か、見つかりません。</translation>
    </message>
    <message>
        <source>No backup of it could be found whole.</source>
        <translation>無事と確かめられた控えはありません。</translation>
    </message>
    <message>
        <source>The backup of {at} is whole and can be put back.</source>
        <translation>{at} の控えは無事なので、戻せます。</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>控え…</translation>
    </message>
    <message>
        <source>The data folder is in {service}, which can damage the shop's file. Stop it for {folder}, or move that folder out of it.</source>
        <translation>データのフォルダーが {service} の中にあり、同期でお店のデータが壊れることがあります。{folder} の同期を止めるか、フォルダーを同期の外へ移してください。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>わかりました</translation>
    </message>
    <message>
        <source>Today's backup could not be made: {why}</source>
        <translation>今日の控えを作れませんでした: {why}</translation>
    </message>
    <message>
        <source>The backup is back in place. The shop as it was before is in the list of backups, too.</source>
        <translation>控えに戻しました。戻す前の状態も控えの一覧にあります。</translation>
    </message>
    <message>
        <source>The file holds versions, settings and counts only, nothing of your shop.</source>
        <translation>ファイルには版・設定・件数だけが入っています。お店の中身は入っていません。</translation>
    </message>
    <message>
        <source>The whole shop is in {file}. Open it with Seller Desk on the other computer.</source>
        <translation>お店をまるごと {file} に書き出しました。新しいコンピューターのSeller Deskで、このファイルを開いてください。</translation>
    </message>
    <message>
        <source>The shop came in, and all of its {rows} rows were found whole.</source>
        <translation>お店を受け取り、{rows}行が全部そろっていることを確かめました。</translation>
    </message>
    <message>
        <source>Backed up and checked: {folder}</source>
        <translation>控えを作り、壊れていないことを確かめました: {folder}</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Mend</name>
    <message>
        <source>Stock of {sku} that you counted</source>
        <translation>{sku}の数えた在庫</translation>
    </message>
    <message>
        <source>type the stock you counted</source>
        <translation>数えた在庫を入力してください</translation>
    </message>
    <message>
        <source>type the stock you have, if any</source>
        <translation>在庫があれば数を入力</translation>
    </message>
    <message>
        <source>its points are not known</source>
        <translation>ポイントが分かりません</translation>
    </message>
    <message>
        <source>the file cannot hold this SKU</source>
        <translation>ファイルに書けないSKUです</translation>
    </message>
    <message>
        <source>Take offers off the Prime template</source>
        <translation>プライムの配送パターンから外す</translation>
    </message>
    <message>
        <source>Set stock and restock dates</source>
        <translation>在庫数と入荷予定日を直す</translation>
    </message>
    <message>
        <source>An inventory upload with SKU and shipping template; nothing else is touched.</source>
        <translation>SKUと配送パターンだけの在庫ファイルです。ほかは変わりません。</translation>
    </message>
    <message>
        <source>A price-and-quantity file; price and points stay as read. Only what you have in stock goes in.</source>
        <translation>価格と数量の変更ファイルです。価格とポイントは読んだとおりで、在庫のあるものだけを書きます。</translation>
    </message>
    <message>
        <source>To this template</source>
        <translation>移す先の配送パターン</translation>
    </message>
    <message>
        <source>Seller SKU</source>
        <translation>出品者SKU</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>{count} not ticked</source>
        <translation>チェックのない{count}件</translation>
    </message>
    <message>
        <source>{count} whose stock is to be typed</source>
        <translation>在庫数を入れる{count}件</translation>
    </message>
    <message>
        <source>{count} mended with them ({skus})</source>
        <translation>一緒に直る{count}件({skus})</translation>
    </message>
    <message>
        <source>{count} that cannot stand in the file (see the note)</source>
        <translation>ファイルに書けない{count}件(備考を見てください)</translation>
    </message>
    <message>
        <source>{count} not mended by this file (see the panel beside each offer)</source>
        <translation>このファイルでは直せない{count}件(出品ごとのパネルを見てください)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備考</translation>
    </message>
    <message>
        <source>{count} of {every} offers to fix</source>
        <translation>要修正{every}件のうち{count}件を入れます</translation>
    </message>
    <message>
        <source>{count} mended with {by} ({waiting})</source>
        <translation>{by} を入れると一緒に直る{count}件({waiting})</translation>
    </message>
    <message>
        <source>“{file}” is ready. Upload it in Seller Central under “Add products via upload”.</source>
        <translation>「{file}」ができました。セラーセントラルの「アップロードによる一括商品登録」から送ってください。</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <source>Answers that offers wait for</source>
        <translation>答えを待っている質問</translation>
    </message>
    <message>
        <source>{questions} questions settle {count} offers</source>
        <translation>{questions}つの質問で{count}件が決まります</translation>
    </message>
    <message>
        <source>{answer}, for {count} offers</source>
        <translation>{count} 件を「{answer}」にする</translation>
    </message>
    <message>
        <source>About: {names}</source>
        <translation>対象: {names}</translation>
    </message>
    <message>
        <source>About: {names} and {count} more</source>
        <translation>対象: {names}、ほか{count}件</translation>
    </message>
</context>
<context>
    <name>Months</name>
    <message>
        <source>{month} {year}</source>
        <translation>{year}年{month}</translation>
    </message>
    <message>
        <source>{month} {day} ({week})</source>
        <translation>{month}{day}日({week})</translation>
    </message>
    <message>
        <source>{month} (to the {day})</source>
        <translation>{month}({day}日まで)</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>Seller Desk shop (*.sellerdesk)</source>
        <translation>Seller Deskのお店 (*.sellerdesk)</translation>
    </message>
    <message>
        <source>Move this shop to another computer</source>
        <translation>このお店を別のコンピューターへ引っ越す</translation>
    </message>
    <message>
        <source>Writing the whole shop into one file</source>
        <translation>お店をまるごと1つのファイルに書き出しています</translation>
    </message>
    <message>
        <source>Take in a shop from another computer</source>
        <translation>別のコンピューターからお店を受け取る</translation>
    </message>
    <message>
        <source>The shop's file is empty or gone, but there are backups of it. Put the one from {file} in its place?</source>
        <translation>お店のデータファイルが空か、見つかりませんが、控えはあります。{file} のお店を代わりに入れますか?</translation>
    </message>
    <message>
        <source>There is a shop on this computer already. Put the one from {file} in its place?</source>
        <translation>このコンピューターにはもうお店があります。{file} のお店と入れ替えますか?</translation>
    </message>
    <message>
        <source>The shop as it is now is backed up first, and can be put back from the list of backups.</source>
        <translation>いまのお店は先に控えに取るので、控えの一覧から戻せます。</translation>
    </message>
    <message>
        <source>Put it in its place</source>
        <translation>入れ替える</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>このままにする</translation>
    </message>
    <message>
        <source>Taking in a shop</source>
        <translation>お店を受け取っています</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Your note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>What you saw and did, for yourself</source>
        <translation>見たこと・したことの控え(自分用)</translation>
    </message>
    <message>
        <source>Keep note</source>
        <translation>メモを保存</translation>
    </message>
    <message>
        <source>Add photo…</source>
        <translation>写真を追加…</translation>
    </message>
    <message>
        <source>Leave the buyer's address label out of the picture.</source>
        <translation>購入者の住所ラベルが写らないようにしてください。</translation>
    </message>
    <message>
        <source>Note and photos</source>
        <translation>メモと写真</translation>
    </message>
    <message>
        <source>The note is kept: {order}</source>
        <translation>メモを保存しました: {order}</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.png *.webp *.heic);;All files (*)</source>
        <translation>写真 (*.jpg *.jpeg *.png *.webp *.heic);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>写真を追加</translation>
    </message>
    <message>
        <source>{file} could not be read as a photo.</source>
        <translation>{file}は写真として読めませんでした。</translation>
    </message>
    <message>
        <source>Photo {name}</source>
        <translation>写真 {name}</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>The report was taken: {count} rows</source>
        <translation>レポートを取り込みました: {count}行</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total} 件中 {done} 件</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>残り約 {seconds} 秒</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Read all</source>
        <translation>全文を読む</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message>
        <source>“{text}” is not taken: write a whole number from {least} to {most}.</source>
        <translation>「{text}」は使えません。{least}から{most}までの整数を入力してください。</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Eligible</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>出荷待ち</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Not eligible</source>
        <translation>対象外</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>注文番号</translation>
    </message>
    <message>
        <source>Placed (Japan)</source>
        <translation>注文日時</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Rebate</source>
        <translation>還元</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>残り日数</translation>
    </message>
    <message>
        <source>Shipped but not confirmed: {unconfirmed}. Three days or fewer left: {due}. Send the confirmations now.</source>
        <translation>出荷済みで出荷通知がまだ: {unconfirmed} 件。期限まで3日以内: {due} 件。すぐに出荷通知を送ってください。</translation>
    </message>
    <message>
        <source>No report tells how {count} orders were paid. Were cash on delivery and convenience store switched off?</source>
        <translation>支払い方法がレポートに書かれていない注文が {count} 件あります。代金引換とコンビニ払いは無効にしていましたか?</translation>
    </message>
    <message>
        <source>Rebate to buyers: eligible ¥{eligible}, still open ¥{open} (5%, rounded down for each order)</source>
        <translation>購入者への還元: 対象 {eligible} 円、まだ間に合う注文 {open} 円(5%、注文ごとに切り捨て)</translation>
    </message>
    <message>
        <source>At least: {count} orders have no known amount.</source>
        <translation>少なくともこの額です。金額の分からない注文が{count}件あります。</translation>
    </message>
    <message>
        <source>{count} orders wait for: did your shop take part in the cashless rebate project of METI?</source>
        <translation>{count}件の注文が、次の答えを待っています: お店は経済産業省のキャッシュレス・消費者還元事業に参加していましたか?</translation>
    </message>
    <message>
        <source>Yes, it took part</source>
        <translation>はい、参加していました</translation>
    </message>
    <message>
        <source>No, it did not</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Open “All orders” or “Unshipped orders”, or your own sheet of orders. Buyers' names and addresses are never read.</source>
        <translation>「全注文レポート」か「未出荷注文レポート」、またはご自分の注文の表を開いてください。購入者の名前や住所は読み込みません。</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>注文はまだありません</translation>
    </message>
    <message>
        <source>No order matches “{text}”</source>
        <translation>「{text}」に合う注文はありません</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>ここにはありません</translation>
    </message>
    <message>
        <source>No order matches.</source>
        <translation>条件に合う注文はありません。</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <translation>すべての注文を表示</translation>
    </message>
    <message>
        <source>Select an order to see why.</source>
        <translation>注文を選ぶと、理由を表示します。</translation>
    </message>
    <message>
        <source>{count} orders are selected</source>
        <translation>{count} 件の注文を選択中</translation>
    </message>
    <message>
        <source>How it was paid, if no report tells</source>
        <translation>支払い方法(レポートにないとき)</translation>
    </message>
    <message>
        <source>Card, points or gift card</source>
        <translation>カード・ポイント・ギフト券</translation>
    </message>
    <message>
        <source>Cash on delivery or convenience store</source>
        <translation>代金引換・コンビニ払い</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>わからない</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>すべてのカテゴリー</translation>
    </message>
    <message>
        <source>Category of the campaign</source>
        <translation>キャンペーンのカテゴリー</translation>
    </message>
    <message>
        <source>Yes, all were cashless</source>
        <translation>はい、すべてキャッシュレス</translation>
    </message>
    <message>
        <source>No, look at them</source>
        <translation>いいえ、1件ずつ見る</translation>
    </message>
    <message>
        <source>Reply to a buyer…</source>
        <translation>購入者への返信…</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>注文の表</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Copies the {count} offers shown, ready to paste into a spreadsheet</source>
        <translation>表示中の {count} 件を、表計算ソフトに貼れる形でコピーします</translation>
    </message>
    <message>
        <source>On {day} these rules are not in force yet. Choose a later day at the top.</source>
        <translation>{day} には、この規約はまだ始まっていません。上の「規約の基準日」で後の日を選んでください。</translation>
    </message>
    <message>
        <source>Nothing to judge on this day</source>
        <translation>この日に当てはまる規約はありません</translation>
    </message>
    <message>
        <source>Open “All listings report” of Seller Central, and every offer is checked.</source>
        <translation>セラーセントラルの「全出品商品レポート」を開くと、すべての出品を調べます。</translation>
    </message>
    <message>
        <source>No listings report yet</source>
        <translation>出品レポートがまだありません</translation>
    </message>
    <message>
        <source>No offer matches “{text}”</source>
        <translation>「{text}」に合う出品はありません</translation>
    </message>
    <message>
        <source>Searched SKU, name and ASIN of {count} offers.</source>
        <translation>{count} 件の SKU・商品名・ASIN を検索しました。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索を消す</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>ここには何もありません</translation>
    </message>
    <message>
        <source>No offer has this verdict.</source>
        <translation>この判定の出品はありません。</translation>
    </message>
    <message>
        <source>Show all offers</source>
        <translation>すべての出品を表示</translation>
    </message>
    <message>
        <source>Copy list</source>
        <translation>一覧をコピー</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>出品</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find an action</source>
        <translation>操作を探す</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>何をしますか</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>No action is called that. Try another word.</source>
        <translation>その名前の操作は見つかりません。別の言葉でお試しください。</translation>
    </message>
</context>
<context>
    <name>Passages</name>
    <message>
        <source>Unclear passages and how they are read</source>
        <translation>規約のはっきりしない点と読み方</translation>
    </message>
    <message>
        <source>A reading is chosen for this shop, verdicts follow at once, and undo takes it back.</source>
        <translation>読み方はこのお店だけに効き、判定はすぐに変わります。「元に戻す」で戻せます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>(default)</source>
        <translation>(標準)</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>See by month and kind what Amazon paid and took, what returns cost, and what may be claimed back. The same row counts once, however often it is opened; buyers' towns and postal codes are not kept.</source>
        <translation>Amazonからの入金と引かれた額を月と種類ごとに並べ、返品でかかった額と、返還を求められそうな額を示します。同じ行は何度開いても1回だけ数えます。購入者の市区町村と郵便番号は保存しません。</translation>
    </message>
    <message>
        <source>In Seller Central open Payments ▸ Reports Repository.</source>
        <translation>セラーセントラルで「ペイメント」▸「レポートリポジトリ」を開きます。</translation>
    </message>
    <message>
        <source>Choose the report “Transaction” of a month, request it, and download the CSV when it is ready.</source>
        <translation>レポートの種類「トランザクション」と月を選んでリクエストし、できあがったらCSVをダウンロードします。</translation>
    </message>
    <message>
        <source>Open the file here, one month or many. A settlement report (flat file V2) will do as well.</source>
        <translation>そのファイルをここで開きます(何か月分でも)。決済レポート(フラットファイルV2)でもかまいません。</translation>
    </message>
    <message>
        <source>No payments yet</source>
        <translation>まだ入出金がありません</translation>
    </message>
    <message>
        <source>{count} months</source>
        <translation>{count}か月の計</translation>
    </message>
    <message>
        <source>{row} in {month}</source>
        <translation>{month}の{row}</translation>
    </message>
    <message>
        <source>See its rows</source>
        <translation>この行を見る</translation>
    </message>
    <message>
        <source>Press a figure to see its rows and what was found in it.</source>
        <translation>金額を押すと、その行と見つかったことが出ます。</translation>
    </message>
    <message>
        <source>Reading rows…</source>
        <translation>行を読んでいます…</translation>
    </message>
    <message>
        <source>Take {file} away…</source>
        <translation>{file} を取り消す…</translation>
    </message>
    <message>
        <source>A spreadsheet damaged order numbers or SKUs. The yen of these rows count, but no verdict on an order or a SKU uses them. Download the report again, and open it here without a spreadsheet program in between.</source>
        <translation>表計算ソフトのために、注文番号やSKUが別の文字に変わっています。金額は数えていますが、注文ごと・SKUごとの判定には入れていません。レポートをダウンロードし直し、表計算ソフトで開かずに、そのままここで開いてください。</translation>
    </message>
    <message>
        <source>damaged order numbers (rows: {count})</source>
        <translation>注文番号が変わった行 {count}行</translation>
    </message>
    <message>
        <source>damaged SKUs (rows: {count})</source>
        <translation>SKUが変わった行 {count}行</translation>
    </message>
    <message>
        <source>“{file}” lacks rows, but they all stand in “{whole}”: “{file}” can be taken away.</source>
        <translation>{file} には欠けた行がありますが、行はすべて {whole} にあります。{file} を取り消せます。</translation>
    </message>
    <message>
        <source>“{file}”: {count} rows also stand in “{other}” under another settlement number, or under none. These sums may count them twice. If they are the same, take one of the two files away.</source>
        <translation>{file} の{count}行は {other} にも、別の決済番号で(または決済番号なしで)載っています。この合計に2回入っているかもしれません。同じものであれば、片方のファイルを取り消してください。</translation>
    </message>
    <message>
        <source>{count} rows could not be read</source>
        <translation>読めなかった行が{count}行あります</translation>
    </message>
    <message>
        <source>the file ends in the middle of a row</source>
        <translation>ファイルが行の途中で切れています</translation>
    </message>
    <message>
        <source>and {count} more files</source>
        <translation>ほか{count}ファイル</translation>
    </message>
    <message>
        <source>These sums lack something. Download the report again and open it, or mend the rows.</source>
        <translation>この表の金額には、足りない分があります。レポートをダウンロードし直して開くか、読めなかった行を直してください。</translation>
    </message>
    <message>
        <source>Held back by Amazon, and in none of these sums: {yen} (rows: {count})</source>
        <translation>Amazonで保留中のため、この表の金額に入れていないもの: {yen}({count}行)</translation>
    </message>
    <message>
        <source>Rows with a transaction status that is not known: {count}. They count as paid</source>
        <translation>トランザクションのステータスの言葉が分からない行: {count}行。支払われたものとして数えています</translation>
    </message>
    <message>
        <source>{file}: the column “{title}” holds amounts that are not known, {yen}; they are not placed</source>
        <translation>{file}: 列「{title}」の金額({yen})が何か分からないため、未分類に入れてあります</translation>
    </message>
    <message>
        <source>Save payment claims ({count})…</source>
        <translation>入出金の請求資料を保存({count}件)…</translation>
    </message>
    <message>
        <source>Save payment claims…</source>
        <translation>入出金の請求資料を保存…</translation>
    </message>
    <message>
        <source>Claims from payments</source>
        <translation>入出金の請求資料</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excelブック (*.xlsx)</translation>
    </message>
    <message>
        <source>All payment rows</source>
        <translation>入出金のすべての行</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>「{file}」を書き出しています</translation>
    </message>
    <message>
        <source>freee (deals)</source>
        <translation>freee(取引)</translation>
    </message>
    <message>
        <source>Yayoi (journal)</source>
        <translation>弥生会計(仕訳)</translation>
    </message>
    <message>
        <source>Plain CSV by month, kind and tax rate</source>
        <translation>月・種類・税率ごとのCSV</translation>
    </message>
    <message>
        <source>all months</source>
        <translation>すべての月</translation>
    </message>
    <message>
        <source>Payments for the books</source>
        <translation>会計ソフト用の入出金</translation>
    </message>
    <message>
        <source>Show {count} months</source>
        <translation>表示: {count}か月</translation>
    </message>
    <message>
        <source>Months in sight</source>
        <translation>見る月の数</translation>
    </message>
    <message>
        <source>For the books…</source>
        <translation>会計ソフト用…</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>見つかったこと</translation>
    </message>
    <message>
        <source>{count} · most urgent first</source>
        <translation>{count}件・急ぐ順</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて見る</translation>
    </message>
    <message>
        <source>{count} more: the claim file and the Excel file hold all</source>
        <translation>ほかに{count}件(請求資料とExcelにはすべて入ります)</translation>
    </message>
    <message>
        <source>Answer categories of many items…</source>
        <translation>カテゴリーをまとめて答える…</translation>
    </message>
    <message>
        <source>More was found than the panel holds; the claim file holds all that may come back.</source>
        <translation>指摘が多く、ここには表示しきれません。返還を求められる分は、請求資料にすべて入ります。</translation>
    </message>
    <message>
        <source>No rule looks at this kind: it is only added up.</source>
        <translation>この種類には照らし合わせる決まりがありません。足し合わせただけです。</translation>
    </message>
    <message>
        <source>No charge to look at</source>
        <translation>気になる請求はありません</translation>
    </message>
    <message>
        <source>Refunds, labels, fees and points were held against returns, tables and listings.</source>
        <translation>返金・ラベル・手数料・ポイントを、返品レポート・料金表・出品と照らし合わせました。</translation>
    </message>
    <message>
        <source>Not checked yet. Missing: {facts}</source>
        <translation>まだ照らし合わせていません: {facts}がありません</translation>
    </message>
    <message>
        <source>Not known, what settles most first:</source>
        <translation>分からないこと(答えると多く決まる順)</translation>
    </message>
    <message>
        <source>Compared: {words}</source>
        <translation>くらべた値 {words}</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>番号をコピー</translation>
    </message>
    <message>
        <source>Into the claim pack</source>
        <translation>請求資料に入れる</translation>
    </message>
    <message>
        <source>{order}: {what}</source>
        <translation>{order}: {what}</translation>
    </message>
    <message>
        <source>{order}: decision taken back</source>
        <translation>{order}: 対応状況を未定に戻しました</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>いつまで</translation>
    </message>
    <message>
        <source>not told in these reports</source>
        <translation>レポートからは不明</translation>
    </message>
    <message>
        <source>{count} days left</source>
        <translation>あと{count}日</translation>
    </message>
    <message>
        <source>{count} days over</source>
        <translation>{count}日すぎました</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx);;CSV (*.csv)</source>
        <translation>Excelブック (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save payments</source>
        <translation>入出金を保存</translation>
    </message>
    <message>
        <source>Save all rows…</source>
        <translation>すべての行を保存…</translation>
    </message>
    <message>
        <source>Payouts are in no row: they are no income and no cost.</source>
        <translation>振込みは収入でも費用でもないので、どの行にも入りません。</translation>
    </message>
    <message>
        <source>Payments by month</source>
        <translation>入出金</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Refunded in {month}</source>
        <translation>{month}に返金した額</translation>
    </message>
    <message>
        <source>You may get back</source>
        <translation>返還を求められそうな額</translation>
    </message>
    <message>
        <source>¥{yen} or more</source>
        <translation>{yen} 円以上</translation>
    </message>
    <message>
        <source>¥{yen}</source>
        <translation>{yen} 円</translation>
    </message>
    <message>
        <source>Labels and fees of returns, {month}</source>
        <translation>返品のラベル代と手数料({month})</translation>
    </message>
    <message>
        <source>You may get back (all months)</source>
        <translation>返還を求められそうな額(全期間)</translation>
    </message>
    <message>
        <source>Not placed (all months)</source>
        <translation>未分類(全期間)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>labels {labels} + fees {fees}</source>
        <translation>ラベル {labels} + 手数料 {fees}</translation>
    </message>
    <message>
        <source> · in all: Analysis</source>
        <translation> · 全額は「分析」</translation>
    </message>
    <message>
        <source> · fee of {count} not known</source>
        <translation>・{count}件の手数料は不明</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count}件</translation>
    </message>
    <message>
        <source>first deadline {day}</source>
        <translation>最初の期限 {day}</translation>
    </message>
    <message>
        <source>no deadline known</source>
        <translation>期限は不明</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>見つかっていません</translation>
    </message>
    <message>
        <source>not all could be checked</source>
        <translation>まだ照らし合わせていないものがあります</translation>
    </message>
    <message>
        <source>claimed: ¥{yen}</source>
        <translation>申請済み {yen}円</translation>
    </message>
    <message>
        <source>and labels ({count}): ¥{yen} → Returns report</source>
        <translation>ほかに返品ラベル{count}件 {yen}円 → 返品一覧</translation>
    </message>
    <message>
        <source>and labels ({count}): at least ¥{yen} → Returns report</source>
        <translation>ほかに返品ラベル{count}件 少なくとも{yen}円 → 返品一覧</translation>
    </message>
    <message>
        <source>, </source>
        <translation>と</translation>
    </message>
    <message>
        <source>every amount has its kind</source>
        <translation>すべて分類しました</translation>
    </message>
    <message>
        <source>See rows</source>
        <translation>行を見る</translation>
    </message>
    <message>
        <source>When</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>注文番号</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>金額(円)</translation>
    </message>
    <message>
        <source>{about}: {count} rows, {yen}</source>
        <translation>{about}: {count}行、{yen}</translation>
    </message>
    <message>
        <source>. Listed: the newest {shown}; “Save all rows” holds all.</source>
        <translation>。新しい順に{shown}行を出しています。「すべての行を保存」にはすべて入ります。</translation>
    </message>
    <message>
        <source>Payment rows</source>
        <translation>入出金の行</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>動き</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1か月の計</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>of sales</source>
        <translation>売上比</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>対応済み</translation>
    </message>
</context>
<context>
    <name>Points</name>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>まだ</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>外れるおそれ</translation>
    </message>
    <message>
        <source>with buy box</source>
        <translation>カート獲得で表示</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>incomplete listing</source>
        <translation>登録が未完了</translation>
    </message>
    <message>
        <source>parent of variations</source>
        <translation>バリエーションの親</translation>
    </message>
    <message>
        <source>In no fix file: {count} offers with an impossible price, which comes first</source>
        <translation>1円の出品{count}件は修正ファイルに入りません(価格を先に直します)</translation>
    </message>
    <message>
        <source>Fix file: {what} ▾</source>
        <translation>修正ファイルを作る: {what} ▾</translation>
    </message>
    <message>
        <source>Fix file ▾</source>
        <translation>修正ファイルを作る ▾</translation>
    </message>
    <message>
        <source>List for Points Central…  (recommended)</source>
        <translation>ポイントセントラル用の一覧…(おすすめ)</translation>
    </message>
    <message>
        <source>SKU and whole percent, uploaded in Points Central (Advertising, Points)</source>
        <translation>SKUと%の表、ポイントセントラル(広告 › ポイント)にアップロード</translation>
    </message>
    <message>
        <source>Price-and-quantity file…</source>
        <translation>価格と数量の変更ファイル…</translation>
    </message>
    <message>
        <source>Exact points, with the price as read; uploaded under “Add products via upload”</source>
        <translation>ポイント数そのもの、価格は読んだまま、「アップロードによる一括商品登録」へ</translation>
    </message>
    <message>
        <source>Sets no points on this day: Amazon takes them from Points Central alone</source>
        <translation>この日にはポイントを変えられません。Amazonはポイントセントラルだけで受け付けます</translation>
    </message>
</context>
<context>
    <name>PointsList</name>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Points shown</source>
        <translation>表示のポイント</translation>
    </message>
    <message>
        <source>That is about</source>
        <translation>およそ</translation>
    </message>
    <message>
        <source>Points Central's list beside your offers</source>
        <translation>ポイント設定のリストと出品のくらべ</translation>
    </message>
    <message>
        <source> (choose {percent}%)</source>
        <translation>({percent}%を選ぶ)</translation>
    </message>
    <message>
        <source>above the cap</source>
        <translation>上限を超える</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>違う</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>not in the report</source>
        <translation>出品レポートになし</translation>
    </message>
    <message>
        <source>not in the list</source>
        <translation>リストになし</translation>
    </message>
    <message>
        <source>as set</source>
        <translation>設定どおり</translation>
    </message>
    <message>
        <source>Rows that could not be read: {count}</source>
        <translation>読めなかった行: {count}行</translation>
    </message>
    <message>
        <source>Listed: the first {most} of {count}.</source>
        <translation>はじめの{most}件を出しています(全部で{count}件)。</translation>
    </message>
</context>
<context>
    <name>Prime</name>
    <message>
        <source>Whether rows are of Prime items is not known: {count}. Your listings report and its Prime templates tell. If all are, tick it.</source>
        <translation>プライム商品のものか分からない行が{count}件あります。出品レポートを開き、プライムの配送パターンを選ぶと分かります。すべてプライム商品なら、下にチェックを付けてください。</translation>
    </message>
    <message>
        <source>Whether rows are of Prime items is not known: {count}. Your Prime templates tell. If all are, tick it.</source>
        <translation>プライム商品のものか分からない行が{count}件あります。プライムの配送パターンを選ぶと分かります。すべてプライム商品なら、下にチェックを付けてください。</translation>
    </message>
    <message>
        <source>Whether rows are of Prime items is not known: {count}. The listings report has no such SKU, or not its template. A newer one may tell. If all are, tick it.</source>
        <translation>プライム商品のものか分からない行が{count}件あります。開いている出品レポートに、そのSKUか配送パターンがありません。新しい出品レポートを開くと分かることがあります。すべてプライム商品なら、下にチェックを付けてください。</translation>
    </message>
    <message>
        <source>Choose the Prime templates…</source>
        <translation>プライムの配送パターンを選ぶ…</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Save the account report</source>
        <translation>お店の報告書を保存</translation>
    </message>
    <message>
        <source>Writing the account report</source>
        <translation>お店の報告書を書いています</translation>
    </message>
    <message>
        <source>Print the account report</source>
        <translation>お店の報告書の印刷</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>ドライブ</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>%1 File</source>
        <translation>%1 ファイル</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>場所(&amp;I):</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>ファイルの種類(&amp;T):</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Not recorded</source>
        <translation>未記録</translation>
    </message>
    <message>
        <source>We set them ourselves</source>
        <translation>自分で設定する</translation>
    </message>
    <message>
        <source>Amazon sets them for us</source>
        <translation>Amazonに任せる</translation>
    </message>
    <message>
        <source>Not looked yet</source>
        <translation>まだ確かめていない</translation>
    </message>
    <message>
        <source>The badge is there</source>
        <translation>表示されている</translation>
    </message>
    <message>
        <source>No badge yet</source>
        <translation>まだ表示されていない</translation>
    </message>
    <message>
        <source>Record dates of the programme</source>
        <translation>プログラムの日付を記録</translation>
    </message>
    <message>
        <source>e.g. 2020-08-13 2020-08-14</source>
        <translation>例: 2020-08-13 2020-08-14</translation>
    </message>
    <message>
        <source>e.g. news in Seller Central, 1 Dec</source>
        <translation>例: 12月1日のセラーセントラルのお知らせ</translation>
    </message>
    <message>
        <source>Closed 29 December to 3 January</source>
        <translation>12月29日〜1月3日は休み</translation>
    </message>
    <message>
        <source>Application sent on</source>
        <translation>申請日</translation>
    </message>
    <message>
        <source>Points are set by</source>
        <translation>ポイントの設定</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>バッジ</translation>
    </message>
    <message>
        <source>Cancelled on</source>
        <translation>取消日</translation>
    </message>
    <message>
        <source>Programme now ends on</source>
        <translation>延長後の終了日</translation>
    </message>
    <message>
        <source>Where Amazon said so</source>
        <translation>お知らせの出どころ</translation>
    </message>
    <message>
        <source>Our days off</source>
        <translation>お店の休業日</translation>
    </message>
    <message>
        <source>Undo takes all of it back. Who changed what when stays in the history.</source>
        <translation>「元に戻す」でまとめて戻せます。だれがいつ何を変えたかは記録に残ります。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>The dates are kept.</source>
        <translation>日付を保存しました。</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>No row matches “{text}”</source>
        <translation>「{text}」に合う行はありません</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>ここにはありません</translation>
    </message>
    <message>
        <source>No row matches.</source>
        <translation>条件に合う行はありません。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Select a row to see why.</source>
        <translation>行を選ぶと、理由を表示します。</translation>
    </message>
    <message>
        <source>{count} rows are selected</source>
        <translation>{count} 行を選択中</translation>
    </message>
</context>
<context>
    <name>Refund</name>
    <message>
        <source>Judge by this amount</source>
        <translation>この額で判定する</translation>
    </message>
    <message>
        <source>Take the entry back</source>
        <translation>入力を消す</translation>
    </message>
    <message>
        <source>0 while nothing is refunded. When a report tells the refund later, the report's amount is used.</source>
        <translation>まだ返金していないときは0。あとでレポートに返金額が載ったら、レポートの額を使います。</translation>
    </message>
    <message>
        <source>Amount refunded for {sku}</source>
        <translation>{sku} の返金額</translation>
    </message>
    <message>
        <source>Amount refunded</source>
        <translation>返金額</translation>
    </message>
    <message>
        <source>Several rows of this order are of one item: which of them a refund is of cannot be told here.</source>
        <translation>この注文には同じ商品の行がいくつかあり、どの行の返金額かをここでは分けられません。</translation>
    </message>
    <message>
        <source>Amount refunded, by your entry</source>
        <translation>返金額(入力した額)</translation>
    </message>
    <message>
        <source>The returns report says that ¥{told} was refunded, the payment reports say ¥{reported}. The larger amount is used.</source>
        <translation>返金額は、返品レポートでは{told}円、ペイメントのレポートでは{reported}円です。大きいほうで判定しています。</translation>
    </message>
    <message>
        <source>the returns report</source>
        <translation>返品レポート</translation>
    </message>
    <message>
        <source>the payment report</source>
        <translation>ペイメントのレポート</translation>
    </message>
    <message>
        <source>You entered ¥{told}, {source} says ¥{reported}. The report's amount is used.</source>
        <translation>入力した額は{told}円ですが、{source}では{reported}円です。レポートの額で判定しています。</translation>
    </message>
</context>
<context>
    <name>Refused</name>
    <message>
        <source>Rows that could not be read</source>
        <translation>読めなかった行</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>必要なもの</translation>
    </message>
    <message>
        <source>How to fix</source>
        <translation>直し方</translation>
    </message>
    <message>
        <source>All other rows were read. Correct these in the file, or in Seller Central, and open it again.</source>
        <translation>ほかの行はすべて読めました。ファイルかセラーセントラルで直して、もう一度開いてください。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Account report</source>
        <translation>お店の報告書</translation>
    </message>
</context>
<context>
    <name>Returned</name>
    <message>
        <source>Charged wrongly</source>
        <translation>誤った請求</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx);;PDF (*.pdf)</source>
        <translation>Excelブック (*.xlsx);;PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>カレンダー (*.ics)</translation>
    </message>
    <message>
        <source>Pays</source>
        <translation>負担者</translation>
    </message>
    <message>
        <source>Was charged</source>
        <translation>請求先</translation>
    </message>
    <message>
        <source>Wrong by</source>
        <translation>誤請求額</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>費用</translation>
    </message>
    <message>
        <source>Save label claims ({parts})…</source>
        <translation>ラベルの請求資料を保存({parts})…</translation>
    </message>
    <message>
        <source>Save label claims…</source>
        <translation>ラベルの請求資料を保存…</translation>
    </message>
    <message>
        <source>{count} orders returned</source>
        <translation>返品 {count}件</translation>
    </message>
    <message>
        <source>cost: {yen} (calculated, or what payments took where that is more)</source>
        <translation>費用: {yen}(見込みか、入出金で引かれた額の多いほう)</translation>
    </message>
    <message>
        <source>Open the returns report of Seller Central (Orders, Manage Returns), as text or XML. Buyers' names are not kept.</source>
        <translation>セラーセントラルの返品レポート(注文→返品の管理)を開いてください。テキストでもXMLでもかまいません。購入者の名前は保存しません。</translation>
    </message>
    <message>
        <source>No returns yet</source>
        <translation>返品レポートがまだありません</translation>
    </message>
    <message>
        <source>Given back to the buyer</source>
        <translation>購入者に返した</translation>
    </message>
    <message>
        <source>Take back “given back”</source>
        <translation>返却済みを取り消す</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>あと{days}日</translation>
    </message>
    <message>
        <source>{count} to take off</source>
        <translation>差し引き{count}件</translation>
    </message>
    <message>
        <source>{count} claimed</source>
        <translation>申請済み{count}件</translation>
    </message>
    <message>
        <source>charged to the shop wrongly: {count} orders, {yen}</source>
        <translation>お店への誤請求: {count}件 {yen}</translation>
    </message>
    <message>
        <source>charged to buyers wrongly: {count} orders, {yen}</source>
        <translation>購入者への誤請求: {count}件 {yen}</translation>
    </message>
    <message>
        <source>Marked as refunded: {count}</source>
        <translation>{count}件を返金済みにしました</translation>
    </message>
    <message>
        <source>Taken off the refund</source>
        <translation>返金から差し引いた</translation>
    </message>
    <message>
        <source>Take back “taken off”</source>
        <translation>差し引き済みを取り消す</translation>
    </message>
    <message>
        <source>Marked as claimed from Amazon: {count}</source>
        <translation>{count}件を申請済みにしました</translation>
    </message>
    <message>
        <source>Marked as given back: {count}</source>
        <translation>{count}件を購入者に返したことにしました</translation>
    </message>
    <message>
        <source>Not so</source>
        <translation>事実と違う</translation>
    </message>
    <message>
        <source>Take back “not so”</source>
        <translation>「事実と違う」を取り消す</translation>
    </message>
    <message>
        <source>Decision taken back: {count}</source>
        <translation>{count}件の記録を取り消しました</translation>
    </message>
    <message>
        <source>Claimed from Amazon</source>
        <translation>Amazonに申請した</translation>
    </message>
    <message>
        <source>“{words}” means</source>
        <translation>「{words}」の意味</translation>
    </message>
    <message>
        <source>Keep this meaning</source>
        <translation>この意味で覚える</translation>
    </message>
    <message>
        <source>Row of the reason table</source>
        <translation>返品理由の表の行</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選んでください…</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>ファイルを保存</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>{file} を書いています</translation>
    </message>
    <message>
        <source>{count} to claim</source>
        <translation>請求{count}件</translation>
    </message>
    <message>
        <source>{count} to give back</source>
        <translation>購入者に返す{count}件</translation>
    </message>
    <message>
        <source>, </source>
        <translation>・</translation>
    </message>
    <message>
        <source>¥{yen}</source>
        <translation>{yen}円</translation>
    </message>
    <message>
        <source>Take back “refunded”</source>
        <translation>返金済みを取り消す</translation>
    </message>
    <message>
        <source>Marked as taken off the refund, which is then made: {count}</source>
        <translation>返金から差し引いたと記録し、返金済みにしました: {count}件</translation>
    </message>
    <message>
        <source>Take back “claimed”</source>
        <translation>申請済みを取り消す</translation>
    </message>
    <message>
        <source>Deadlines to calendar…</source>
        <translation>期限をカレンダーに…</translation>
    </message>
    <message>
        <source>Returned orders</source>
        <translation>返品された注文</translation>
    </message>
    <message>
        <source>All returns of this report are of SFP items</source>
        <translation>このレポートの返品はすべてマケプレプライム商品</translation>
    </message>
    <message>
        <source>; </source>
        <translation>・</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>ラベル代</translation>
    </message>
    <message>
        <source>{act} ({count})</source>
        <translation>{act}({count}件)</translation>
    </message>
    <message>
        <source>Claims for wrong labels</source>
        <translation>返品送料の請求資料</translation>
    </message>
    <message>
        <source>Refund deadlines</source>
        <translation>返金期限</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>Refund made</source>
        <translation>返金済み</translation>
    </message>
    <message>
        <source>Marked as refunded</source>
        <translation>返金済みにした返品</translation>
    </message>
    <message>
        <source>Mark as refunded ({count})</source>
        <translation>返金済みにする({count}件)</translation>
    </message>
    <message>
        <source>Mark as refunded</source>
        <translation>返金済みにする</translation>
    </message>
    <message>
        <source>Select all ({count})</source>
        <translation>{count}件すべてを選ぶ</translation>
    </message>
    <message>
        <source>Shown: only the {count} from Today.</source>
        <translation>「今日」の{count}件だけを表示しています。</translation>
    </message>
    <message>
        <source>Shown: {count}.</source>
        <translation>{count}件を表示しています。</translation>
    </message>
    <message>
        <source>All are selected.</source>
        <translation>すべて選択中です。</translation>
    </message>
    <message>
        <source>{selected} selected.</source>
        <translation>選択中は{selected}件です。</translation>
    </message>
    <message>
        <source>Mark {count} orders as refunded?</source>
        <translation>{count}件の注文を返金済みにしますか?</translation>
    </message>
    <message>
        <source>Their refunds are then no longer counted as due. You can undo it.</source>
        <translation>返金の期限に数えなくなります。あとで元に戻せます。</translation>
    </message>
    <message>
        <source>Mark {count}</source>
        <translation>{count}件を返金済みにする</translation>
    </message>
    <message>
        <source>{count} refunds to make</source>
        <translation>返金がまだの注文 {count}件</translation>
    </message>
    <message>
        <source>{count} of them overdue</source>
        <translation>うち期限切れ {count}件</translation>
    </message>
    <message>
        <source>{count} of these perhaps made: no report tells</source>
        <translation>そのうち返金したか分からない{count}件</translation>
    </message>
    <message>
        <source>No refund is due</source>
        <translation>返金待ちはありません</translation>
    </message>
    <message>
        <source>Every refund of the report is made, or its deadline is not known.</source>
        <translation>レポートの返金はすべて済んでいるか、期限が分かりません。</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>購入者</translation>
    </message>
    <message>
        <source>shop</source>
        <translation>お店</translation>
    </message>
    <message>
        <source>both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Amazon</source>
        <translation>Amazon</translation>
    </message>
    <message>
        <source>{yen} or more</source>
        <translation>{yen} 以上</translation>
    </message>
    <message>
        <source>{days} days overdue</source>
        <translation>{days}日超過</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days}日</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>注文番号</translation>
    </message>
    <message>
        <source>Refund by</source>
        <translation>返金期限</translation>
    </message>
    <message>
        <source>What the cost is made of</source>
        <translation>費用の内訳</translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>overdue</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>without {inputs}</source>
        <translation>{inputs}が不明</translation>
    </message>
    <message>
        <source>business days left: {days}</source>
        <translation>あと{days}営業日</translation>
    </message>
    <message>
        <source>Tariff: {name}</source>
        <translation>料金表: {name}</translation>
    </message>
    <message>
        <source>less return shipping if the customer pays</source>
        <translation>購入者負担なら返品送料を差し引けます</translation>
    </message>
    <message>
        <source>less return shipping, not known yet</source>
        <translation>返品送料を差し引けます(金額は未確定)</translation>
    </message>
    <message>
        <source>Your shop pays the return shipping.</source>
        <translation>返品送料はあなたのお店が払います</translation>
    </message>
    <message>
        <source>If your shop pays: {seller}. If the customer pays: {customer}.</source>
        <translation>お店が払うなら {seller}、購入者が払うなら {customer} です。</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>未入力</translation>
    </message>
    <message>
        <source>1 business day left</source>
        <translation>あと1営業日</translation>
    </message>
    <message>
        <source>refunded or ended</source>
        <translation>返金済みか終了</translation>
    </message>
    <message>
        <source>The cost would be {yen}.</source>
        <translation>費用は{yen}になります。</translation>
    </message>
    <message>
        <source>Read the buyer's words again before you decide.</source>
        <translation>購入者の言葉を読み直してから決めてください。</translation>
    </message>
    <message>
        <source>Compare with {row}…</source>
        <translation>{row} とくらべる…</translation>
    </message>
    <message>
        <source>By</source>
        <translation>もとになる数字</translation>
    </message>
    <message>
        <source>Added up</source>
        <translation>積み上げ</translation>
    </message>
    <message>
        <source>Full refund</source>
        <translation>返金(全額)</translation>
    </message>
    <message>
        <source>Charged by Amazon (points apart)</source>
        <translation>Amazonの差引額(戻るポイントは別)</translation>
    </message>
    <message>
        <source>Sent out for (does not come back)</source>
        <translation>発送時の送料(戻りません)</translation>
    </message>
    <message>
        <source>Why, and by which clause</source>
        <translation>理由と条項</translation>
    </message>
    <message>
        <source>The customer pays the return shipping.</source>
        <translation>返品送料は購入者が払います</translation>
    </message>
    <message>
        <source>Who pays is not certain yet.</source>
        <translation>だれが払うか、まだ決められません</translation>
    </message>
    <message>
        <source>up to ¥{yen} of shipping can be taken off</source>
        <translation>返品送料 最大{yen}円を差し引けます</translation>
    </message>
    <message>
        <source>¥{yen} of shipping can be taken off</source>
        <translation>返品送料 {yen}円を差し引けます</translation>
    </message>
    <message>
        <source>With one of these reasons instead, the customer would pay</source>
        <translation>次の理由なら、返品送料は購入者の負担です</translation>
    </message>
    <message>
        <source>With one of these reasons instead, your shop would pay</source>
        <translation>次の理由なら、返品送料はお店の負担です</translation>
    </message>
    <message>
        <source>{pays} (a difference of ¥{yen}):</source>
        <translation>{pays}(差額 {yen} 円):</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFに保存</translation>
    </message>
    <message>
        <source>By the terms of {day}</source>
        <translation>{day} の規約による</translation>
    </message>
    <message>
        <source>Account of a return</source>
        <translation>返品の計算</translation>
    </message>
    <message>
        <source>“{file}” is saved.</source>
        <translation>「{file}」を保存しました。</translation>
    </message>
    <message>
        <source>“{file}” could not be written there. Choose another folder.</source>
        <translation>「{file}」はそこには書けませんでした。別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>How the deadline is counted: two business days after arrival (S-24)</source>
        <translation>返金期限の数えかた — 到着から2営業日(S-24)</translation>
    </message>
    <message>
        <source>What it costs, line by line</source>
        <translation>費用の内訳</translation>
    </message>
    <message>
        <source>Which reason is it?</source>
        <translation>どちらの理由ですか</translation>
    </message>
    <message>
        <source>The buyer's own words decide, not the sum.</source>
        <translation>金額ではなく、購入者の言葉で決めてください。</translation>
    </message>
    <message>
        <source>Take {row}</source>
        <translation>{row} にする</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>返品送料</translation>
    </message>
    <message>
        <source>Cost of this return</source>
        <translation>この返品の費用</translation>
    </message>
    <message>
        <source>Refund by</source>
        <translation>返金の期限</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>結果をコピー</translation>
    </message>
    <message>
        <source>Work out the selected return</source>
        <translation>選んだ返品を計算</translation>
    </message>
    <message>
        <source>Work out the next return</source>
        <translation>次の返品を計算</translation>
    </message>
    <message>
        <source>This answer stays among the calculations on the left</source>
        <translation>この答えは左の「前の計算」に残ります</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDFに保存…</translation>
    </message>
    <message>
        <source>Own figures and fares…</source>
        <translation>お店の数字と契約運賃…</translation>
    </message>
    <message>
        <source>An empty field means “not known”, never 0</source>
        <translation>空欄は「わからない」です。0 とはみなしません</translation>
    </message>
    <message>
        <source>Returns are free for the buyer</source>
        <translation>返品無料</translation>
    </message>
    <message>
        <source>Other categories</source>
        <translation>そのほかのカテゴリー</translation>
    </message>
    <message>
        <source>Name leaves it open</source>
        <translation>名前だけでは決まらないもの</translation>
    </message>
    <message>
        <source>points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>yen</source>
        <translation>円</translation>
    </message>
    <message>
        <source>plus 10% tax</source>
        <translation>消費税10%を加える</translation>
    </message>
    <message>
        <source>no tax</source>
        <translation>税なし</translation>
    </message>
    <message>
        <source>as set</source>
        <translation>設定どおり</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>わからない</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Potentially</source>
        <translation>可能性あり</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>到着待ち</translation>
    </message>
    <message>
        <source>{count}, the nearest deadline first</source>
        <translation>{count}件 · 返金期限の近い順</translation>
    </message>
    <message>
        <source>{count}, of which the {shown} with the nearest deadline are listed</source>
        <translation>{count}件 · 返金期限の近い{shown}件を表示</translation>
    </message>
    <message>
        <source>No return waits for its refund</source>
        <translation>返金していない返品はありません</translation>
    </message>
    <message>
        <source>No returns report is open yet</source>
        <translation>返品レポートをまだ開いていません</translation>
    </message>
    <message>
        <source>Returns not refunded yet</source>
        <translation>まだ返金していない返品</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>{count} still on its way: not under Deadlines, which has those with a day.</source>
        <translation>うち返送中の{count}件は、期限の日がまだないため「期限」には出ません。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Which return do you want to work out?</source>
        <translation>どの返品を計算しますか</translation>
    </message>
    <message>
        <source>Type a SKU, a name or an order number on the left, or choose a return below.</source>
        <translation>左の欄に SKU・商品名・注文番号のどれかを入れるか、下の返品を選んでください。</translation>
    </message>
    <message>
        <source>Type a SKU, a name or an order number on the left.</source>
        <translation>左の欄に SKU・商品名・注文番号のどれかを入れてください。</translation>
    </message>
    <message>
        <source>A reason alone tells who pays; price and size add what it costs and what to refund.</source>
        <translation>理由だけでも、返品送料をだれが払うかがわかります。価格とサイズが入ると、費用と返金額も出ます。</translation>
    </message>
    <message>
        <source>See them under Deadlines →</source>
        <translation>期限のページで見る →</translation>
    </message>
    <message>
        <source>Enter or a double click takes the selected return.</source>
        <translation>行を選んで Enter を押しても始まります。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>カテゴリー</translation>
    </message>
    <message>
        <source>Hazmat</source>
        <translation>危険物</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>Shipping paid</source>
        <translation>受け取った送料</translation>
    </message>
    <message>
        <source>Gift wrap</source>
        <translation>ギフト包装</translation>
    </message>
    <message>
        <source>Referral fee</source>
        <translation>販売手数料</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>消費税</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>検品・再入庫</translation>
    </message>
    <message>
        <source>Value lost</source>
        <translation>評価損</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>配送方法</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重さ</translation>
    </message>
    <message>
        <source>From</source>
        <translation>購入者の県</translation>
    </message>
    <message>
        <source>To</source>
        <translation>お店の県</translation>
    </message>
    <message>
        <source>Own fare</source>
        <translation>実際の送料</translation>
    </message>
    <message>
        <source>Sent out for</source>
        <translation>発送時の送料</translation>
    </message>
    <message>
        <source>Return arrived</source>
        <translation>返品の到着日</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>注文日</translation>
    </message>
    <message>
        <source>Was late</source>
        <translation>配送の遅れ</translation>
    </message>
    <message>
        <source>reason {row}</source>
        <translation>理由 {row}</translation>
    </message>
    <message>
        <source>Calculations before this one (20 at most)</source>
        <translation>前の計算(20件まで)</translation>
    </message>
    <message>
        <source>size {cm}</source>
        <translation>{cm}サイズ</translation>
    </message>
    <message>
        <source>arrived {day}</source>
        <translation>到着 {day}</translation>
    </message>
    <message>
        <source>value lost {rate}%</source>
        <translation>評価損 {rate}%</translation>
    </message>
    <message>
        <source>{count} of {every} not filled in are in here</source>
        <translation>未入力{every}のうち{count}はこの中</translation>
    </message>
    <message>
        <source>Days, handling, value lost, fees and more</source>
        <translation>到着日・検品の費用・評価損・手数料など</translation>
    </message>
    <message>
        <source>More</source>
        <translation>くわしく</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選んでください</translation>
    </message>
    <message>
        <source>{count} more and it is exact:</source>
        <translation>あと{count}項目で正確になります</translation>
    </message>
    <message>
        <source>All is filled in</source>
        <translation>すべて入りました</translation>
    </message>
    <message>
        <source>{count} of {every} not filled in</source>
        <translation>未入力{every}のうち{count}</translation>
    </message>
    <message>
        <source>order {number}</source>
        <translation>注文 {number}</translation>
    </message>
    <message>
        <source>The price is that of the listing today.</source>
        <translation>価格は出品レポートの今の価格です。</translation>
    </message>
    <message>
        <source>Returns report: {yen} (as known, or what payments took)</source>
        <translation>返品一覧では{yen}(分かる範囲の見込みか、入出金で引かれた額)</translation>
    </message>
    <message>
        <source>Price, points, category, size and days are copied from your listings and returns report.</source>
        <translation>入れると、価格・ポイント・カテゴリー・サイズ・日付を出品レポートと返品レポートから写します。</translation>
    </message>
    <message>
        <source>Open a report, and you can start from the item.</source>
        <translation>レポートを開くと、商品から始められます。</translation>
    </message>
    <message>
        <source>“{text}” is in neither the listings nor the returns.</source>
        <translation>「{text}」は出品にも返品にもありません。</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Fill in by hand</source>
        <translation>手で入れる</translation>
    </message>
    <message>
        <source>Type or paste  Ctrl+F</source>
        <translation>入力するか、貼りつけてください  Ctrl+F</translation>
    </message>
    <message>
        <source>By SKU, name or order number</source>
        <translation>SKU・商品名・注文番号から</translation>
    </message>
    <message>
        <source>refund by {day}</source>
        <translation>返金期限 {day}</translation>
    </message>
    <message>
        <source>Pick a day</source>
        <translation>日付を選ぶ</translation>
    </message>
</context>
<context>
    <name>Sfp</name>
    <message>
        <source>Pre-order items offered through SFP: {count}</source>
        <translation>マケプレプライムで予約商品を出品しています: {count} 件</translation>
    </message>
    <message>
        <source>All offers</source>
        <translation>すべての出品</translation>
    </message>
    <message>
        <source>on a Prime template</source>
        <translation>プライムの配送パターン</translation>
    </message>
    <message>
        <source>To find out</source>
        <translation>確かめること</translation>
    </message>
    <message>
        <source>facts are missing</source>
        <translation>情報が足りない</translation>
    </message>
    <message>
        <source>Chosen offers</source>
        <translation>選ばれた出品</translation>
    </message>
    <message>
        <source>asked for elsewhere</source>
        <translation>ほかの画面から選んだもの</translation>
    </message>
    <message>
        <source>twins among them: {count}</source>
        <translation>別出品{count}件を含む</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>on your list of changes</source>
        <translation>予定に入れた変更</translation>
    </message>
    <message>
        <source>Worse than last time</source>
        <translation>前回より悪化</translation>
    </message>
    <message>
        <source>since the report before</source>
        <translation>一つ前のレポートから</translation>
    </message>
    <message>
        <source>Better than last time</source>
        <translation>前回より改善</translation>
    </message>
    <message>
        <source>Make fix file ▾</source>
        <translation>修正ファイルを作る ▾</translation>
    </message>
    <message>
        <source>Take off the Prime template…</source>
        <translation>プライムの配送パターンから外す…</translation>
    </message>
    <message>
        <source>Stock and restock dates…</source>
        <translation>在庫数・入荷予定日…</translation>
    </message>
    <message>
        <source>SKU and shipping template alone: for offers that are to leave SFP</source>
        <translation>SKUと配送パターンだけ、マケプレプライムから外す出品に</translation>
    </message>
    <message>
        <source>For offers that are in stock but sold as pre-orders; price and points stay</source>
        <translation>在庫があるのに予約商品になっている出品に、価格とポイントはそのまま</translation>
    </message>
    <message>
        <source>One answer for many…</source>
        <translation>まとめて答える…</translation>
    </message>
    <message>
        <source>{count} offers</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>No offer stands on a Prime shipping template, as far as the report and your answer tell.</source>
        <translation>レポートとあなたの答えによると、プライムの配送パターンの出品はありません。</translation>
    </message>
    <message>
        <source>No Prime offers</source>
        <translation>プライムの出品はありません</translation>
    </message>
    <message>
        <source>Causes, worst first</source>
        <translation>原因 ─ 重い順</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Once Amazon sees them, your shop will lose its SFP eligibility (S-33). Change their shipping template today.</source>
        <translation>見つかると、マケプレプライムの参加資格を失います(S-33)。今日のうちに配送パターンを変更してください。</translation>
    </message>
    <message>
        <source>Show these offers</source>
        <translation>この出品を見る</translation>
    </message>
</context>
<context>
    <name>Shipments</name>
    <message>
        <source>Order id</source>
        <translation>注文番号</translation>
    </message>
    <message>
        <source>Carrier and method</source>
        <translation>配送業者・配送方法</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>お問い合わせ伝票番号</translation>
    </message>
    <message>
        <source>Shipped</source>
        <translation>発送</translation>
    </message>
    <message>
        <source>{judged} orders with Prime shipments, of {count} rows. Parcels of other offers are not judged.</source>
        <translation>プライムの発送は {judged} 件です(全 {count} 行)。ほかの出品の荷物は判定しません。</translation>
    </message>
    <message>
        <source>No rate counts anything yet</source>
        <translation>まだ数えられる率がありません</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>All rates</source>
        <translation>すべての率</translation>
    </message>
    <message>
        <source>Nothing to count yet: {names}</source>
        <translation>まだ数える注文がありません: {names}</translation>
    </message>
    <message>
        <source>{name}: {met} of {counted} ({start} to {end}), {bound} (checked {checked})</source>
        <translation>{name}: {counted}件中{met}件({start}〜{end})、基準は{bound}({checked} に確認)</translation>
    </message>
    <message>
        <source>Rates that are missed: {names}</source>
        <translation>基準を満たしていない指標: {names}</translation>
    </message>
    <message>
        <source>{judged} orders are known to have Prime shipments, of {count} rows. The others wait or are not judged.</source>
        <translation>プライムの発送と分かったのは{judged}件です(全{count}行)。ほかは、答え待ちか、判定しない荷物です。</translation>
    </message>
    <message>
        <source>No rate that counts something is missed</source>
        <translation>数えられる指標はすべて基準を満たしています</translation>
    </message>
    <message>
        <source>Of {count} orders, those outside the days of a rate or with no known result are not counted.</source>
        <translation>{count}件の注文のうち、指標の期間に入らないものと、結果の分からないものは数えません。</translation>
    </message>
    <message>
        <source>failures until it is missed: {count}</source>
        <translation>あと{count}件の失敗で基準を満たさなくなります</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>基準を満たしていません</translation>
    </message>
    <message>
        <source>at least {percent}%</source>
        <translation>{percent}%以上</translation>
    </message>
    <message>
        <source>less than {percent}%</source>
        <translation>{percent}%未満</translation>
    </message>
    <message>
        <source>at most {percent}%</source>
        <translation>{percent}%以下</translation>
    </message>
    <message>
        <source>Trial before joining, last {orders} orders ({there} here): </source>
        <translation>参加前のトライアル、直近{orders}件の注文(この表に{there}件): </translation>
    </message>
    <message>
        <source>Which shipments are Prime ones is not known yet</source>
        <translation>どれがプライムの発送か、まだ分かりません</translation>
    </message>
    <message>
        <source>As soon as it is, they stand here with their verdicts.</source>
        <translation>分かりしだい、ここに判定を表示します。</translation>
    </message>
    <message>
        <source>No Prime shipments</source>
        <translation>プライムの発送はありません</translation>
    </message>
    <message>
        <source>None of the sheet's shipments is known to be of a Prime offer.</source>
        <translation>この表にはプライムの出品の発送がありません。</translation>
    </message>
    <message>
        <source>Open your shipment sheet or the shipping-confirmation file (order id, SKU, carrier, method, tracking number …).</source>
        <translation>発送の記録か出荷通知ファイルを開いてください(注文番号、SKU、配送業者、配送方法、伝票番号など)。</translation>
    </message>
    <message>
        <source>No shipments yet</source>
        <translation>発送の記録はまだありません</translation>
    </message>
    <message>
        <source>“{words}” means</source>
        <translation>「{words}」はどれですか?</translation>
    </message>
    <message>
        <source>All shipments of this sheet are Prime ones</source>
        <translation>この表はすべてプライムの発送</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>発送</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>{rows} offers</source>
        <translation>{rows}件</translation>
    </message>
    <message>
        <source>{rows} rows</source>
        <translation>{rows}行</translation>
    </message>
    <message>
        <source>{name}: {files} files, the newest {file}  ·  opened {age}  ·  {rows} together</source>
        <translation>{name} {files}個のファイル(最新 {file})  ·  取り込み {age}  ·  合わせて{rows}</translation>
    </message>
    <message>
        <source>{name}: {file}  ·  opened {age}  ·  {rows}</source>
        <translation>{name} {file}  ·  取り込み {age}  ·  {rows}</translation>
    </message>
    <message>
        <source>{count} rows could not be read: show</source>
        <translation>{count} 行は読めませんでした [見る]</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>通信なし</translation>
    </message>
    <message>
        <source>{when} ({days} days ago)</source>
        <translation>{when}({days} 日前)</translation>
    </message>
    <message>
        <source>Listings</source>
        <translation>出品レポート</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>注文レポート</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>発送</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>返品レポート</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>入出金レポート</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Check eligibility…</source>
        <translation>資格を確かめる…</translation>
    </message>
    <message>
        <source>Record dates…</source>
        <translation>日付を記録…</translation>
    </message>
    <message>
        <source>Steps of the programme</source>
        <translation>プログラムの段階</translation>
    </message>
    <message>
        <source>{count} short</source>
        <translation>不足{count}件</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>要確認 {count} 件</translation>
    </message>
    <message>
        <source>due by {day}</source>
        <translation>{day} までに表示予定</translation>
    </message>
    <message>
        <source>may join</source>
        <translation>申し込めます</translation>
    </message>
    <message>
        <source>may not join</source>
        <translation>申し込めません</translation>
    </message>
    <message>
        <source>was due by {day}</source>
        <translation>予定日を過ぎました: {day}</translation>
    </message>
    <message>
        <source>if it still runs</source>
        <translation>続いていれば申し込めます</translation>
    </message>
    <message>
        <source>conditions met</source>
        <translation>条件を満たしています</translation>
    </message>
    <message>
        <source>Eligible</source>
        <translation>資格</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>申請</translation>
    </message>
    <message>
        <source>All offers at the least rate</source>
        <translation>全商品 最低率以上</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>バッジ</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>done</source>
        <translation>済み</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>まだ</translation>
    </message>
    <message>
        <source>to check</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>left</source>
        <translation>取消済み</translation>
    </message>
</context>
<context>
    <name>Tariffs</name>
    <message>
        <source>one price</source>
        <translation>一律</translation>
    </message>
    <message>
        <source>Buyer's prefecture</source>
        <translation>購入者の県</translation>
    </message>
    <message>
        <source>{place} (your shop)</source>
        <translation>{place}(お店の県)</translation>
    </message>
    <message>
        <source>{place} and {count} more</source>
        <translation>{place} ほか{count}県</translation>
    </message>
    <message>
        <source>{place} (an example)</source>
        <translation>{place}(例)</translation>
    </message>
    <message>
        <source>List price: ¥{yen}</source>
        <translation>定価(現金・税込) {yen}円</translation>
    </message>
    <message>
        <source>Your contract: none</source>
        <translation>お店の契約運賃 なし</translation>
    </message>
    <message>
        <source>Your contract: ¥{yen}</source>
        <translation>お店の契約運賃 {yen}円</translation>
    </message>
    <message>
        <source>¥{yen} less</source>
        <translation>定価より{yen}円安い</translation>
    </message>
    <message>
        <source>¥{yen} more</source>
        <translation>定価より{yen}円高い</translation>
    </message>
    <message>
        <source>No table of fares is known for {day}.</source>
        <translation>{day} の料金表はありません。</translation>
    </message>
    <message>
        <source>Cash list prices with tax, without discounts, on {day}. Bold: the cheaper one.</source>
        <translation>{day} 時点の現金払いの定価です(税込、割引なし)。太字は安いほうです。</translation>
    </message>
    <message>
        <source>Your contract fares with tax, on {day}; a dash where there is none.</source>
        <translation>{day} 時点のお店の契約運賃です(税込)。契約のないところは「–」です。</translation>
    </message>
    <message>
        <source>Your contract fares less the cash list prices, on {day}: − is less.</source>
        <translation>{day} 時点の契約運賃と現金払いの定価の差です。「−」は契約のほうが安いことを示します。</translation>
    </message>
    <message>
        <source>A press on ▸ opens a zone.</source>
        <translation>▸ を押すと県ごとに開きます。</translation>
    </message>
    <message>
        <source>Your prefecture</source>
        <translation>お店の県</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>配送方法</translation>
    </message>
    <message>
        <source>List</source>
        <translation>定価</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>契約運賃</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>契約との差</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>見かた</translation>
    </message>
    <message>
        <source>Sizes above 160 too</source>
        <translation>170〜200サイズも出す</translation>
    </message>
    <message>
        <source>Choose a figure to see both carriers, your contract, and since when it holds.</source>
        <translation>金額を選ぶと、2社の定価と契約運賃、いつからの料金かをここに示します。</translation>
    </message>
    <message>
        <source>Fares</source>
        <translation>料金</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Which of your shipping templates are Prime ones?</source>
        <translation>プライムの配送パターンはどれですか?</translation>
    </message>
    <message>
        <source>No report tells. Tick the ones you use for Seller Fulfilled Prime; leave all unticked when you do not take part.</source>
        <translation>レポートには書かれていません。マケプレプライムに使っているものにチェックを入れてください。参加していなければ、チェックを入れずに進んでください。</translation>
    </message>
    <message>
        <source>{count} offers</source>
        <translation>{count} 件</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>This report names no shipping templates. Open an all listings report first.</source>
        <translation>このレポートには配送パターンがありません。先に全出品商品レポートを開いてください。</translation>
    </message>
    <message>
        <source>These are my Prime templates</source>
        <translation>この内容で決める</translation>
    </message>
    <message>
        <source>Honshu</source>
        <translation>本州</translation>
    </message>
    <message>
        <source>Shikoku</source>
        <translation>四国</translation>
    </message>
    <message>
        <source>Kyushu</source>
        <translation>九州</translation>
    </message>
    <message>
        <source>Hokkaido</source>
        <translation>北海道</translation>
    </message>
    <message>
        <source>Okinawa</source>
        <translation>沖縄</translation>
    </message>
    <message>
        <source>Remote islands</source>
        <translation>離島</translation>
    </message>
    <message>
        <source>An island</source>
        <translation>島(名前で指定)</translation>
    </message>
    <message>
        <source>International</source>
        <translation>海外</translation>
    </message>
    <message>
        <source>Expedited</source>
        <translation>お急ぎ便</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>通常</translation>
    </message>
    <message>
        <source>Same Day</source>
        <translation>当日お急ぎ便</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>お届け日時指定便</translation>
    </message>
    <message>
        <source>d</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>free for Prime members</source>
        <translation>プライム会員は無料</translation>
    </message>
    <message>
        <source>1 day to Honshu, Shikoku, Kyushu, 2 elsewhere</source>
        <translation>本州・四国・九州は1日、ほかは2日まで</translation>
    </message>
    <message>
        <source>only where the shop may</source>
        <translation>お店が対象のときだけ</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>未入力</translation>
    </message>
    <message>
        <source>not all filled in</source>
        <translation>未入力あり</translation>
    </message>
    <message>
        <source>{count} cells break the terms</source>
        <translation>{count} か所が規約に合いません</translation>
    </message>
    <message>
        <source>Put {count} places right</source>
        <translation>{count}か所を直した値にする</translation>
    </message>
    <message>
        <source>To be put right by hand</source>
        <translation>手で直してください</translation>
    </message>
    <message>
        <source>Nothing is filled in yet</source>
        <translation>まだ何も入力されていません</translation>
    </message>
    <message>
        <source>Nothing to put right</source>
        <translation>直すところはありません</translation>
    </message>
    <message>
        <source>Nothing to put right so far</source>
        <translation>入力した分に直すところはありません</translation>
    </message>
    <message>
        <source>The clipboard holds no table with days and fees of these regions.</source>
        <translation>コピーされた中に、地域の日数と送料の表がありません。</translation>
    </message>
    <message>
        <source>Now change the same in Seller Central's shipping settings. Undo takes it back.</source>
        <translation>直した値にしました。セラーセントラルの配送設定も同じに直してください。元に戻すこともできます。</translation>
    </message>
    <message>
        <source>Open Settings ▸ Shipping settings ▸ Shipping templates in Seller Central, and copy days and fees here. A copied table can be pasted.</source>
        <translation>セラーセントラルの「設定」▸「配送設定」▸「配送パターン」を開き、日数と送料をここに写してください。表をコピーして貼りつけることもできます。</translation>
    </message>
    <message>
        <source>Paste table</source>
        <translation>表を貼りつける</translation>
    </message>
    <message>
        <source>Prime shipping template</source>
        <translation>プライムの配送パターン</translation>
    </message>
    <message>
        <source>Not served</source>
        <translation>配送しない</translation>
    </message>
    <message>
        <source>Within Japan only</source>
        <translation>対象外(国内だけの便です)</translation>
    </message>
    <message>
        <source>¥</source>
        <translation>円</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>Prime</source>
        <translation>プライム会員</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>その他の送料</translation>
    </message>
    <message>
        <source>Tick your Prime shipping templates first, or open a sheet of templates (template, region, service, days, fees).</source>
        <translation>先にプライムの配送パターンを選ぶか、配送パターンの表(配送パターン・地域・サービス・日数・送料)を開いてください。</translation>
    </message>
    <message>
        <source>Fees for buyers without Prime are your own affair.</source>
        <translation>プライム会員でない購入者の送料はお店が自由に決められます。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選んでください…</translation>
    </message>
    <message>
        <source>Your shop's prefecture</source>
        <translation>お店の県</translation>
    </message>
    <message>
        <source>Whether the promised days can be kept is not known yet: choose your prefecture</source>
        <translation>約束した日数で届くかは、まだ分かりません。お店の県を選んでください</translation>
    </message>
    <message>
        <source>Promised days that the carrier cannot keep: {count}</source>
        <translation>運送会社が守れない日数: {count}か所</translation>
    </message>
    <message>
        <source>No promise is known to be broken; other routes and carriers are not known here</source>
        <translation>守れないと分かっている日数はありません(ほかの区間と運送会社の日数は、このアプリには分かりません)</translation>
    </message>
    <message>
        <source>Days of other routes and carriers are not known here.</source>
        <translation>ほかの区間と運送会社の日数は、このアプリには分かりません。</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>ほか{count}件</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Replies and notes on the cashless project</source>
        <translation>購入者への返信と、しなくてよいこと</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Copy ({language})</source>
        <translation>コピー({language})</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>{day} · most urgent first</source>
        <translation>{day} · 急ぐ順</translation>
    </message>
    <message>
        <source>Open your first report to begin</source>
        <translation>最初のレポートを開いてください</translation>
    </message>
    <message>
        <source>Nothing needs you today</source>
        <translation>今日することはありません</translation>
    </message>
    <message>
        <source>{count} things need you</source>
        <translation>今日すること: {count}件</translation>
    </message>
    <message>
        <source>Open report…</source>
        <translation>レポートを開く…</translation>
    </message>
    <message>
        <source>Record refunds ({count})</source>
        <translation>{count}件の返金を記録</translation>
    </message>
    <message>
        <source>Check refunds ({count})</source>
        <translation>返金を確かめる({count}件)</translation>
    </message>
    <message>
        <source>See these returns ({count})</source>
        <translation>返品を見る({count}件)</translation>
    </message>
    <message>
        <source>See what to take off ({count})</source>
        <translation>差し引くラベルを見る({count}件)</translation>
    </message>
    <message>
        <source>See labels to claim ({count})</source>
        <translation>請求するラベルを見る({count}件)</translation>
    </message>
    <message>
        <source>Give back to buyers ({count})</source>
        <translation>{count}件を購入者に返す</translation>
    </message>
    <message>
        <source>Check payments ({count})</source>
        <translation>入出金{count}件を確かめる</translation>
    </message>
    <message>
        <source>See what is on the way ({count})</source>
        <translation>届いていない返品{count}件を見る</translation>
    </message>
    <message>
        <source>Answer for returns ({count})</source>
        <translation>{count}件の区分に答える</translation>
    </message>
    <message>
        <source>See urgent orders ({count})</source>
        <translation>急ぐ注文{count}件を見る</translation>
    </message>
    <message>
        <source>Change templates ({count})</source>
        <translation>予約商品{count}件を外す</translation>
    </message>
    <message>
        <source>Fix short offers ({count})</source>
        <translation>不足{count}件を直す</translation>
    </message>
    <message>
        <source>Check offers ({count})</source>
        <translation>出品{count}件を確かめる</translation>
    </message>
    <message>
        <source>Fix SFP offers ({count})</source>
        <translation>SFPの{count}件を直す</translation>
    </message>
    <message>
        <source>Name the Prime templates…</source>
        <translation>パターンに答える…</translation>
    </message>
    <message>
        <source>Check shipments ({count})</source>
        <translation>発送{count}件を確かめる</translation>
    </message>
    <message>
        <source>See templates ({count})</source>
        <translation>配送パターンを見る({count}か所)</translation>
    </message>
    <message>
        <source>See the rates…</source>
        <translation>指標を見る…</translation>
    </message>
    <message>
        <source>Answer the question</source>
        <translation>質問に答える</translation>
    </message>
    <message>
        <source>See offers ({count})</source>
        <translation>出品{count}件を見る</translation>
    </message>
    <message>
        <source>Open a new report…</source>
        <translation>新しいレポートを開く…</translation>
    </message>
    <message>
        <source>Open the mended report…</source>
        <translation>直したレポートを開く…</translation>
    </message>
    <message>
        <source>Look up figures ({count})…</source>
        <translation>数字{count}件を調べる…</translation>
    </message>
    <message>
        <source>See what changed ({count})</source>
        <translation>変わった{count}件を見る</translation>
    </message>
    <message>
        <source>See the figures…</source>
        <translation>数字を見る…</translation>
    </message>
    <message>
        <source>See the obligation…</source>
        <translation>決まりごとを見る…</translation>
    </message>
    <message>
        <source>Choose a reading…</source>
        <translation>読み方を選ぶ…</translation>
    </message>
    <message>
        <source>Record the dates…</source>
        <translation>日付を記録…</translation>
    </message>
    <message>
        <source>Record the last day…</source>
        <translation>終了日を記録…</translation>
    </message>
    <message>
        <source>{days} days overdue</source>
        <translation>{days}日超過</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>あと{days}日</translation>
    </message>
    <message>
        <source>to take off refunds</source>
        <translation>差し引くラベル代</translation>
    </message>
    <message>
        <source>labels to claim</source>
        <translation>請求するラベル代</translation>
    </message>
    <message>
        <source>payments to claim</source>
        <translation>入出金の返還見込み</translation>
    </message>
    <message>
        <source>to give back</source>
        <translation>購入者に返す額</translation>
    </message>
    <message>
        <source>rebate of buyers</source>
        <translation>購入者への還元</translation>
    </message>
    <message>
        <source>points short</source>
        <translation>不足ポイント</translation>
    </message>
    <message>
        <source>¥{yen}</source>
        <translation>{yen}円</translation>
    </message>
    <message>
        <source>{yen} or more</source>
        <translation>{yen}以上</translation>
    </message>
    <message>
        <source>Refunds recorded: {count}. Thank you for your work!</source>
        <translation>{count}件の返金を記録しました。おつかれさまでした</translation>
    </message>
    <message>
        <source>Claims recorded: {count}. Thank you for your work!</source>
        <translation>{count}件の請求を記録しました。おつかれさまでした</translation>
    </message>
    <message>
        <source>Facts answered, for {count} offers. Thank you!</source>
        <translation>{count}件の商品情報に答えました。ありがとうございます</translation>
    </message>
    <message>
        <source>Prime templates named. Thank you!</source>
        <translation>プライムの配送パターンに答えました。ありがとうございます</translation>
    </message>
    <message>
        <source>Your shop's dates and facts are recorded. Thank you!</source>
        <translation>お店についての記録をしました。ありがとうございます</translation>
    </message>
    <message>
        <source>A reading is chosen. Thank you!</source>
        <translation>読み方を選びました。ありがとうございます</translation>
    </message>
    <message>
        <source>A category is explained. Thank you!</source>
        <translation>カテゴリーの意味を答えました。ありがとうございます</translation>
    </message>
    <message>
        <source>Figures looked up. Thank you!</source>
        <translation>数字を調べ直しました。おつかれさまでした。</translation>
    </message>
    <message>
        <source>{words} ({count} times)</source>
        <translation>{words}({count}回)</translation>
    </message>
    <message>
        <source>Since the report before</source>
        <translation>前回のレポートから</translation>
    </message>
    <message>
        <source>Worse: {skus}</source>
        <translation>悪くなった: {skus}</translation>
    </message>
    <message>
        <source>Fixed: {skus}</source>
        <translation>直った: {skus}</translation>
    </message>
    <message>
        <source>Your reports</source>
        <translation>開いたレポート</translation>
    </message>
    <message>
        <source>Listings report</source>
        <translation>出品レポート</translation>
    </message>
    <message>
        <source>Order report</source>
        <translation>注文レポート</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>発送の表</translation>
    </message>
    <message>
        <source>Returns report</source>
        <translation>返品レポート</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>入出金</translation>
    </message>
    <message>
        <source>not opened yet</source>
        <translation>まだ開いていません</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days}日前</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>What needs you today</source>
        <translation>今日すること</translation>
    </message>
    <message>
        <source>The most urgent stands first. The button of a line leads to what it speaks of.</source>
        <translation>急ぐものから順に並びます。行のボタンで、その内容の画面へ移ります。</translation>
    </message>
    <message>
        <source>Filter by verdict</source>
        <translation>判定で絞り込む</translation>
    </message>
    <message>
        <source>Press “To fix” and the list shows only what is wrong. Titles sort; the search is at the top right.</source>
        <translation>「要修正」を押すと、直すものだけが残ります。見出しで並べ替え、検索は右上です。</translation>
    </message>
    <message>
        <source>Why, and the smallest change</source>
        <translation>理由と、いちばん小さな直し方</translation>
    </message>
    <message>
        <source>For the row that is selected: what was compared, the clause it rests on, and how to fix it.</source>
        <translation>選んだ行について、比べた値、根拠の条項、直し方を表示します。</translation>
    </message>
    <message>
        <source>Get the file that fixes it</source>
        <translation>直すためのファイルを作る</translation>
    </message>
    <message>
        <source>You upload it in Seller Central yourself. Nothing is ever sent from this computer.</source>
        <translation>セラーセントラルへのアップロードはご自身で行います。このパソコンからは何も送信しません。</translation>
    </message>
    <message>
        <source>Now with your own report</source>
        <translation>次はご自分のレポートで</translation>
    </message>
    <message>
        <source>Open it here, or drop it on the window. Every change can be undone at the top right.</source>
        <translation>ここから開くか、ウィンドウにドロップします。変更は右上の矢印でいつでも元に戻せます。</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>やめる (Esc)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>終わる</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>Upload</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The other {count}: {parts}.</source>
        <translation>残り{count}件: {parts}。</translation>
    </message>
    <message>
        <source>The file could not be made.</source>
        <translation>ファイルを作れませんでした。</translation>
    </message>
    <message>
        <source>“Add products via upload” (Inventory)</source>
        <translation>「アップロードによる一括商品登録」(在庫)</translation>
    </message>
    <message>
        <source>Save again…</source>
        <translation>保存し直す…</translation>
    </message>
    <message>
        <source>✓ Saved: {file}</source>
        <translation>✓ 保存しました: {file}</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>ファイルに保存する</translation>
    </message>
    <message>
        <source>Upload it in Seller Central: {place}</source>
        <translation>セラーセントラルに入れる: {place}</translation>
    </message>
    <message>
        <source>Open the next listings report here: it shows what is fixed</source>
        <translation>次の出品レポートをここで開く: 直ったかどうかが分かります</translation>
    </message>
    <message>
        <source>Save file ({count})…</source>
        <translation>ファイルに保存({count}件)…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>To fix</source>
        <translation>要修正</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>要確認</translation>
    </message>
    <message>
        <source>Advice</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>問題なし</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Views and columns ▾</source>
        <translation>表示と列 ▾</translation>
    </message>
    <message>
        <source>Views and columns (+{count}) ▾</source>
        <translation>表示と列(ほか{count}列) ▾</translation>
    </message>
    <message>
        <source>No room in this window for: {columns}</source>
        <translation>この幅では表示しきれない列: {columns}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A press sorts, Shift and a press sorts by one column more. Drag to move. Right button: columns.</source>
        <translation>クリックで並べ替え、Shift+クリックで並べ替えの列を追加します。ドラッグで列を移動します。右クリックで表示する列を選びます。</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>この表示を保存…</translation>
    </message>
    <message>
        <source>Delete a view</source>
        <translation>保存した表示を削除</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>並べ替え</translation>
    </message>
    <message>
        <source>Then sort by</source>
        <translation>さらに並べ替え</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>列を最初の状態に戻す</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>この列で並べ替え</translation>
    </message>
    <message>
        <source>Then sort by this column</source>
        <translation>さらにこの列で並べ替え</translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation>この列を隠す</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>この表示を保存</translation>
    </message>
    <message>
        <source>Columns, sorting, filter and search are kept under this name:</source>
        <translation>列、並べ替え、絞り込み、検索を、この名前で保存します:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>表示の名前</translation>
    </message>
    <message>
        <source>The view “{name}” is kept above this list.</source>
        <translation>表示「{name}」を一覧の上に保存しました。</translation>
    </message>
    <message>
        <source>The view “{name}” is deleted.</source>
        <translation>表示「{name}」を削除しました。</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>Say what would be different.</source>
        <translation>何を変えるかを選んでください。</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>計算しています…</translation>
    </message>
    <message>
        <source>It could not be worked out. Please try again.</source>
        <translation>計算できませんでした。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The same cost</source>
        <translation>費用は変わりません</translation>
    </message>
    <message>
        <source>¥{yen} more in a year</source>
        <translation>1年で{yen}円増えます</translation>
    </message>
    <message>
        <source>¥{yen} less in a year</source>
        <translation>1年で{yen}円減ります</translation>
    </message>
    <message>
        <source>No return of the year matches</source>
        <translation>当てはまる返品は、この1年にありません</translation>
    </message>
    <message>
        <source>Not known: what these returns cost so far is not told</source>
        <translation>分かりません(これらの返品のいまの運賃が、レポートにありません)</translation>
    </message>
    <message>
        <source>Labels that cost nobody anything: {count}. The fare supposed was not put in there.</source>
        <translation>ラベルの費用が誰にもかからない返品は{count}件です。仮定した運賃は入れていません。</translation>
    </message>
    <message>
        <source>{count} returns from {since} to {until}: {before} before, {after} then.</source>
        <translation>{since}〜{until}の返品{count}件: 今の費用 {before}、変えた場合 {after}。</translation>
    </message>
    <message>
        <source>The fare of {count} of them is assumed: its table has ended and is not confirmed.</source>
        <translation>うち{count}件の運賃は仮定です(運賃表が終わっていて、未確認)。</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>もしも</translation>
    </message>
    <message>
        <source>What would the returns of the last year have cost?</source>
        <translation>この1年の返品は、いくらになっていたでしょうか。</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>今のまま</translation>
    </message>
    <message>
        <source>All returns</source>
        <translation>すべての返品</translation>
    </message>
    <message>
        <source>One category</source>
        <translation>1つのカテゴリー</translation>
    </message>
    <message>
        <source>One SKU</source>
        <translation>1つのSKU</translation>
    </message>
    <message>
        <source>0.5 = half as many, 2 = twice</source>
        <translation>0.5 = 半分、2 = 2倍</translation>
    </message>
    <message>
        <source>Work it out</source>
        <translation>計算する</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>From your own saved returns; nothing is changed. Costs of which not all is known are “at least”.</source>
        <translation>保存済みの返品から計算します。何も変更しません。分からない費用がある返品は「以上」と表示します。</translation>
    </message>
    <message>
        <source>Of which returns</source>
        <translation>対象の返品</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>どれ</translation>
    </message>
    <message>
        <source>Fare (yen)</source>
        <translation>返品送料(円)</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>配送方法</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Returns of a reason</source>
        <translation>返品理由</translation>
    </message>
    <message>
        <source>… so many times as often</source>
        <translation>その理由の返品を何倍にするか</translation>
    </message>
    <message>
        <source>Not known: reports tell no size or prefecture of these returns</source>
        <translation>わかりません。この返品のサイズか県がレポートにありません</translation>
    </message>
    <message>
        <source>Choose a carrier</source>
        <translation>送り方を選ぶと計算します</translation>
    </message>
    <message>
        <source>It could not be worked out.</source>
        <translation>計算できませんでした。</translation>
    </message>
    <message>
        <source>no return with a known cost</source>
        <translation>費用の分かる返品がありません</translation>
    </message>
    <message>
        <source>Photograph or size table: fewer of</source>
        <translation>写真・サイズ表で減らす</translation>
    </message>
    <message>
        <source>All sent back by</source>
        <translation>送り方を変える</translation>
    </message>
    <message>
        <source>Both together</source>
        <translation>両方なら</translation>
    </message>
    <message>
        <source>of the returns of the last year</source>
        <translation>この1年の返品で計算します</translation>
    </message>
    <message>
        <source>All suppositions…</source>
        <translation>ほかのもしも…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Fewer by</source>
        <translation>減る割合</translation>
    </message>
</context>
<context>
    <name>Where</name>
    <message>
        <source>One answer for many offers</source>
        <translation>まとめて答える</translation>
    </message>
    <message>
        <source>whose name contains</source>
        <translation>商品名に含む</translation>
    </message>
    <message>
        <source>on the shipping template</source>
        <translation>配送パターンが</translation>
    </message>
    <message>
        <source>of the category</source>
        <translation>カテゴリーが</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>対象の出品</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>言葉</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Choose an answer</source>
        <translation>答えを選んでください</translation>
    </message>
    <message>
        <source>Type words, and the offers that they are for are listed here.</source>
        <translation>言葉を入れると、対象の出品がここに並びます。</translation>
    </message>
    <message>
        <source>No offer matches yet.</source>
        <translation>まだ当てはまる商品はありません。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>ほか{count}件</translation>
    </message>
    <message>
        <source>This changes the answers of {count} offers ({known}). Answered for the first time: {new}</source>
        <translation>{count}件の答え({known})を変えます。新しく答える出品: {new}件</translation>
    </message>
    <message>
        <source>Without an answer yet:</source>
        <translation>まだ答えのない出品:</translation>
    </message>
    <message>
        <source>Returns and payments of these offers are judged by it.</source>
        <translation>これらの出品の返品と入出金を、この答えで判定します。</translation>
    </message>
    <message>
        <source>Offers of these whose verdict waits for this answer: {count}</source>
        <translation>このうち、この答えを待っている出品: {count}件</translation>
    </message>
    <message>
        <source>No verdict on these offers waits for this answer.</source>
        <translation>この答えを待っている出品は、この中にありません。</translation>
    </message>
    <message>
        <source>Answer for {count} offers</source>
        <translation>{count}件に答える</translation>
    </message>
    <message>
        <source>Answer them</source>
        <translation>答える</translation>
    </message>
    <message>
        <source>Change {changed} answers</source>
        <translation>{changed}件の答えを変える</translation>
    </message>
    <message>
        <source>Answer for {count}, change {changed}</source>
        <translation>{count}件に答え、{changed}件を変える</translation>
    </message>
    <message>
        <source>Taking your answer</source>
        <translation>答えを反映しています</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Potentially</source>
        <translation>可能性あり</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>予定なし</translation>
    </message>
    <message>
        <source>Various (left as is)</source>
        <translation>いろいろ(そのまま)</translation>
    </message>
    <message>
        <source>How it is read…</source>
        <translation>読み方を見る…</translation>
    </message>
    <message>
        <source>Why, and how to fix it</source>
        <translation>理由と直し方</translation>
    </message>
    <message>
        <source>Select a row to see why, and how to fix it.</source>
        <translation>行を選ぶと、ここに理由と直し方を表示します。</translation>
    </message>
    <message>
        <source>{count} offers are selected</source>
        <translation>{count} 件を選んでいます</translation>
    </message>
    <message>
        <source>These rules do not speak of this offer.</source>
        <translation>この出品は、これらの規約の対象ではありません。</translation>
    </message>
    <message>
        <source>Line {line} of the report</source>
        <translation>レポートの {line} 行目</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比べた値</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translation>いちばん小さな直し方</translation>
    </message>
    <message>
        <source>The two offers</source>
        <translation>2つの出品</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>すること</translation>
    </message>
    <message>
        <source>Unclear passage: {title} ({name})</source>
        <translation>規約のあいまいな点: {title}({name})</translation>
    </message>
    <message>
        <source>Take it off my list</source>
        <translation>予定から外す</translation>
    </message>
    <message>
        <source>Put this change on my list</source>
        <translation>この変更を予定に入れる</translation>
    </message>
    <message>
        <source>On your list: make this change in Seller Central. Nothing is sent from here.</source>
        <translation>予定に入っています。セラーセントラルで変更してください。このパソコンからは何も送信しません。</translation>
    </message>
    <message>
        <source>Not answered yet: {fact}</source>
        <translation>{fact}が未入力です</translation>
    </message>
    <message>
        <source>Facts about this item (F2)</source>
        <translation>商品情報(F2)</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>わからない</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Open reports</source>
        <translation>レポートを開く</translation>
    </message>
    <message>
        <source>Reports (*.txt *.tsv *.csv *.xlsx *.xml);;All files (*)</source>
        <translation>レポート (*.txt *.tsv *.csv *.xlsx *.xml);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The listings report was taken: {rows} offers. They stand on this page.</source>
        <translation>出品レポートを取り込みました({rows}件)。出品はこのページです。</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx);;CSV (*.csv)</source>
        <translation>Excelブック (*.xlsx);;CSV (*.csv)</translation>
    </message>
    <message>
        <source>Facts of items</source>
        <translation>商品情報</translation>
    </message>
    <message>
        <source>Write the facts</source>
        <translation>商品情報を書き出す</translation>
    </message>
    <message>
        <source>Writing the facts</source>
        <translation>商品情報を書き出しています</translation>
    </message>
    <message>
        <source>The last change is that an import was taken away.</source>
        <translation>最後の変更は、レポートの取り込みの取り消しです。</translation>
    </message>
    <message>
        <source>What you did before it yourself: {what}. Undoing that does not bring the report back: import it again.</source>
        <translation>その前にご自分でしたこと: {what}。それを元に戻しても、取り消したファイルは戻りません。もう一度使うには、取り込み直してください。</translation>
    </message>
    <message>
        <source>The last change is the import of “{file}”.</source>
        <translation>最後の変更は、レポート「{file}」の取り込みです。</translation>
    </message>
    <message>
        <source>What you did before it yourself: {what}. Undoing that leaves the report in place.</source>
        <translation>その前にご自分でした変更は「{what}」です。それを元に戻しても、レポートは取り込まれたままです。</translation>
    </message>
    <message>
        <source>Undo “{what}” before it</source>
        <translation>その前の「{what}」を元に戻す</translation>
    </message>
    <message>
        <source>Take the import away…</source>
        <translation>取り込みを取り消す…</translation>
    </message>
    <message>
        <source>Write a file for support</source>
        <translation>サポート用のファイルを書き出す</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>テキスト (*.txt)</translation>
    </message>
    <message>
        <source>Seller Desk support</source>
        <translation>セラーデスク_サポート用</translation>
    </message>
    <message>
        <source>Writing the file for support</source>
        <translation>サポート用のファイルを書き出しています</translation>
    </message>
    <message>
        <source>There is no list on this page.</source>
        <translation>このページに一覧はありません。</translation>
    </message>
    <message>
        <source>About Seller Desk</source>
        <translation>セラーデスクについて</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Shop</source>
        <translation>お店(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語 / Language</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>見た目</translation>
    </message>
    <message>
        <source>Open report…</source>
        <translation>レポートを開く…</translation>
    </message>
    <message>
        <source>Terms as of &amp;date</source>
        <translation>規約の基準日(&amp;D)</translation>
    </message>
    <message>
        <source>Search SKU, name, ASIN  Ctrl+F</source>
        <translation>SKU・商品名・ASIN を検索  Ctrl+F</translation>
    </message>
    <message>
        <source>{what} ({count})</source>
        <translation>{what}({count}件)</translation>
    </message>
    <message>
        <source>Choose a shop</source>
        <translation>お店を選ぶ</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>ポイント</translation>
    </message>
    <message>
        <source>SFP</source>
        <translation>SFP</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>返品</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Cashless orders</source>
        <translation>キャッシュレス注文</translation>
    </message>
    <message>
        <source>Shipments</source>
        <translation>発送</translation>
    </message>
    <message>
        <source>Shipping templates</source>
        <translation>配送パターン</translation>
    </message>
    <message>
        <source>Obligations</source>
        <translation>守ること</translation>
    </message>
    <message>
        <source>Returns report</source>
        <translation>返品一覧</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>入出金</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Tariffs</source>
        <translation>料金表</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>控え(バックアップ)…</translation>
    </message>
    <message>
        <source>Move to another computer…</source>
        <translation>別のコンピューターへ引っ越す…</translation>
    </message>
    <message>
        <source>Take in from another computer…</source>
        <translation>別のコンピューターから受け取る…</translation>
    </message>
    <message>
        <source>Export the list…</source>
        <translation>一覧を書き出す…</translation>
    </message>
    <message>
        <source>Watch a folder for reports…</source>
        <translation>レポートのフォルダーを見張る…</translation>
    </message>
    <message>
        <source>Account report as PDF…</source>
        <translation>お店の報告書をPDFに…</translation>
    </message>
    <message>
        <source>Print the account report…</source>
        <translation>お店の報告書を印刷…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>検索</translation>
    </message>
    <message>
        <source>Find an action…</source>
        <translation>操作を探す…</translation>
    </message>
    <message>
        <source>Views and columns…</source>
        <translation>表示と列…</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Default text size</source>
        <translation>文字を標準の大きさに</translation>
    </message>
    <message>
        <source>What was imported; take an import away…</source>
        <translation>取り込んだファイル・取り込みを取り消す…</translation>
    </message>
    <message>
        <source>Where the figures come from…</source>
        <translation>数字の出どころ…</translation>
    </message>
    <message>
        <source>Take in new figures…</source>
        <translation>新しい数字を取り込む…</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Fix file: list for Points Central…</source>
        <translation>修正ファイル: ポイントセントラル用の一覧…</translation>
    </message>
    <message>
        <source>Fix file: price and quantity…</source>
        <translation>修正ファイル: 価格と数量…</translation>
    </message>
    <message>
        <source>Write the facts about items…</source>
        <translation>商品情報を書き出す…</translation>
    </message>
    <message>
        <source>Who changed what when…</source>
        <translation>変更の記録…</translation>
    </message>
    <message>
        <source>How to use it…</source>
        <translation>使い方…</translation>
    </message>
    <message>
        <source>Show me around</source>
        <translation>画面の案内</translation>
    </message>
    <message>
        <source>Terms covered…</source>
        <translation>対象の規約…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>ショートカットキー…</translation>
    </message>
    <message>
        <source>What changed…</source>
        <translation>更新履歴…</translation>
    </message>
    <message>
        <source>Unclear passages…</source>
        <translation>規約のはっきりしない点…</translation>
    </message>
    <message>
        <source>Replies and notes…</source>
        <translation>返信文とお知らせ…</translation>
    </message>
    <message>
        <source>Write a file for support…</source>
        <translation>サポート用のファイルを書き出す…</translation>
    </message>
    <message>
        <source>Leave the demo shop</source>
        <translation>体験を終える</translation>
    </message>
    <message>
        <source>Try the demo shop</source>
        <translation>体験用ショップで試す</translation>
    </message>
    <message>
        <source>Prime shipping templates…</source>
        <translation>プライムの配送パターン…</translation>
    </message>
    <message>
        <source>Check every offer again</source>
        <translation>すべての出品をもう一度判定</translation>
    </message>
    <message>
        <source>Demo shop · leave</source>
        <translation>体験用ショップ · 終える</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>自分のお店</translation>
    </message>
    <message>
        <source>Demo shop</source>
        <translation>体験用ショップ</translation>
    </message>
    <message>
        <source>Calculator</source>
        <translation>計算</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>出品</translation>
    </message>
    <message>
        <source>Press Enter to search the offers: this page has no list of them.</source>
        <translation>Enterキーで出品を検索します(このページには検索できる一覧がありません)。</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>機能</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Take in new figures</source>
        <translation>新しい数字を取り込む</translation>
    </message>
    <message>
        <source>Fact packs (*.toml)</source>
        <translation>数字のファイル (*.toml)</translation>
    </message>
    <message>
        <source>Go to another shop</source>
        <translation>別のお店に切り替える</translation>
    </message>
    <message>
        <source>Drop the files here to open them</source>
        <translation>ここにファイルを落とすと開きます</translation>
    </message>
</context>
</TS>
