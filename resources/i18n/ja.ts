<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>Chips</name>
    <message>
        <source>Clear filter</source>
        <translation>絞りこみをやめる</translation>
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
        <translation>わけ</translation>
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
        <source>Setting up the demo shop</source>
        <translation>体験ショップを用意しています</translation>
    </message>
    <message>
        <source>Checking every offer</source>
        <translation>すべての出品を判定しています</translation>
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
        <source>“{work}” ended unexpectedly; nothing of it was taken. Please try again.</source>
        <translation>「{work}」が途中で止まりました。何も取り込んでいません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>An answer is taken back for at most {count} offers at once.</source>
        <translation>答えを取り消せるのは、一度に {count} 件までです。</translation>
    </message>
    <message>
        <source>Taking your answer for {count} offers</source>
        <translation>{count} 件に答えを入れています</translation>
    </message>
</context>
<context>
    <name>First</name>
    <message>
        <source>Seller Desk</source>
        <translation>セラーデスク</translation>
    </message>
    <message>
        <source>Checks your points, SFP terms and return costs, on this computer alone.</source>
        <translation>出品のポイント、SFP の規約、返品の費用を、このパソコンだけで確かめます。</translation>
    </message>
    <message>
        <source>Open my report</source>
        <translation>自分のレポートを開く</translation>
    </message>
    <message>
        <source>For example “All listings report”. Its kind is recognised.</source>
        <translation>「全出品商品レポート」など。種類は自動で見分けます。</translation>
    </message>
    <message>
        <source>Try the demo shop</source>
        <translation>体験ショップで試す</translation>
    </message>
    <message>
        <source>A sample shop, apart from your own data. Leave any time.</source>
        <translation>見本のお店です。自分のデータとは別で、すぐ終われます。</translation>
    </message>
    <message>
        <source>You can also drop a file on this window</source>
        <translation>ファイルをこの窓に落としても開けます</translation>
    </message>
    <message>
        <source>No network. Nothing leaves this computer.</source>
        <translation>通信はしません。データはこのパソコンの外に出ません。</translation>
    </message>
</context>
<context>
    <name>Missing</name>
    <message>
        <source>Answers settle {count} verdicts</source>
        <translation>これに答えると {count} 件決まる</translation>
    </message>
    <message>
        <source>{answer}, for all {count} offers</source>
        <translation>{count} 件すべて「{answer}」</translation>
    </message>
</context>
<context>
    <name>Notice</name>
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
        <source>No offer matches “{text}”</source>
        <translation>「{text}」に合う出品はありません</translation>
    </message>
    <message>
        <source>Searched SKU, name and ASIN of {count} offers.</source>
        <translation>{count} 件の SKU・商品名・ASIN をさがしました。</translation>
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
    <name>Points</name>
    <message>
        <source>possible</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>unclear</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>incomplete listing</source>
        <translation>登録が未完了</translation>
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
        <source>How to mend</source>
        <translation>直し方</translation>
    </message>
    <message>
        <source>All other rows were read. Mend these in the file, or in Seller Central, and open it again.</source>
        <translation>ほかの行はすべて読めました。ファイルかセラーセントラルで直して、もう一度開いてください。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>Choose a reason or a category, and see who pays the return shipping.</source>
        <translation>理由かカテゴリーを選ぶと、返品送料を誰が払うか分かります。</translation>
    </message>
    <message>
        <source>With one of these reasons instead, your shop would pay:</source>
        <translation>次の理由なら、返品送料はあなたのお店が払います:</translation>
    </message>
    <message>
        <source>With one of these reasons instead, the customer would pay:</source>
        <translation>次の理由なら、返品送料は購入者が払います:</translation>
    </message>
    <message>
        <source>Your shop pays the return shipping.</source>
        <translation>返品送料はあなたのお店が払います。</translation>
    </message>
    <message>
        <source>The customer pays the return shipping.</source>
        <translation>返品送料は購入者が払います。</translation>
    </message>
    <message>
        <source>Who pays is not certain yet.</source>
        <translation>誰が払うかは、まだ決まりません。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>カテゴリー(&amp;C)</translation>
    </message>
    <message>
        <source>Cost of this return</source>
        <translation>この返品の費用</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>返金額</translation>
    </message>
    <message>
        <source>Charged by Amazon</source>
        <translation>Amazon の引き落とし</translation>
    </message>
    <message>
        <source>Refund by</source>
        <translation>返金の期限</translation>
    </message>
    <message>
        <source>Amounts and the deadline come with the next version.</source>
        <translation>金額と期限は次の版で計算します。</translation>
    </message>
    <message>
        <source>A near twin of the reason. Read the buyer&apos;s words again before you decide.</source>
        <translation>よく似た理由です。購入者の言葉を読み直してから決めてください。</translation>
    </message>
    <message>
        <source>Copy answer</source>
        <translation>結果をコピー</translation>
    </message>
    <message>
        <source>An empty field means “not known”, never 0</source>
        <translation>空欄は「わからない」です。0 とはみなしません</translation>
    </message>
</context>
<context>
    <name>Sfp</name>
    <message>
        <source>Pre-order items offered through SFP: {count}</source>
        <translation>予約商品が SFP で出品されています: {count} 件</translation>
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
        <translation>事実が足りない</translation>
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
        <source>Left as they are, they can cost your shop its SFP eligibility (S-33). Change their shipping template today.</source>
        <translation>そのままにすると、SFP を利用する資格を失うおそれがあります(S-33)。きょう配送パターンを変えてください。</translation>
    </message>
    <message>
        <source>Show these offers</source>
        <translation>この出品を見る</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>{file}  ·  opened {age}  ·  {rows} offers</source>
        <translation>{file}  ·  取り込み {age}  ·  {rows} 件</translation>
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
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Which of your shipping templates are Prime ones?</source>
        <translation>プライムの配送パターンはどれですか?</translation>
    </message>
    <message>
        <source>No report tells. Tick the ones you use for Seller Fulfilled Prime; leave all unticked when you do not take part.</source>
        <translation>レポートには書かれていません。マケプレプライムに使っているものにチェックを入れてください。参加していなければ、すべて外したままにします。</translation>
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
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>To mend</source>
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
        <source>Why, and how to mend it</source>
        <translation>なぜ、どう直すか</translation>
    </message>
    <message>
        <source>Select a row to see why, and how to mend it.</source>
        <translation>行を選ぶと、ここに「なぜ」と「直し方」が出ます。</translation>
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
        <translation>くらべた値</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translation>いちばん小さな直し方</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>根拠</translation>
    </message>
    <message>
        <source>Unclear passage: {name}</source>
        <translation>規約のあいまいな点: {name}</translation>
    </message>
    <message>
        <source>Take it off my list</source>
        <translation>予定から外す</translation>
    </message>
    <message>
        <source>Put this change on my list</source>
        <translation>この直しを予定に入れる</translation>
    </message>
    <message>
        <source>On your list: make this change in Seller Central. Nothing is sent from here.</source>
        <translation>予定に入っています。セラーセントラルで直してください。ここからは何も送りません。</translation>
    </message>
    <message>
        <source>Facts about this item (F2)</source>
        <translation>この商品の事実(F2)</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>わからない</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Open a report</source>
        <translation>レポートを開く</translation>
    </message>
    <message>
        <source>Reports (*.txt *.tsv *.csv);;All files (*)</source>
        <translation>レポート (*.txt *.tsv *.csv);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Seller Desk {version}

MIT licence; Qt for Python under the LGPL.
Data folder: {folder}</source>
        <translation>セラーデスク {version}

MIT ライセンス。Qt for Python は LGPL。
データのフォルダー: {folder}</translation>
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
        <source>Search</source>
        <translation>検索</translation>
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
        <source>Leave the demo shop</source>
        <translation>体験を終える</translation>
    </message>
    <message>
        <source>Try the demo shop</source>
        <translation>体験ショップで試す</translation>
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
        <source>Feature</source>
        <translation>機能</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
</context>
</TS>
