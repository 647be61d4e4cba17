#!/bin/sh
# Seller Desk をあなただけのために入れます(管理者の権限は要りません)。 / Install Seller Desk for yourself, without an administrator.
#   sh install.sh            入れる、または新しくする / install, or upgrade
#   sh install.sh --remove   削除する(お店のデータは残ります) / remove; the shops' data stay
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/sellerdesk
command=$HOME/.local/bin/sellerdesk

for one in /proc/[0-9]*/exe; do
    case "$(readlink "$one" 2>/dev/null || true)" in
    "$program"/sellerdesk*)
        echo "Seller Desk が開いています。閉じてから、もう一度実行してください。 / Seller Desk is open: close it and run this again." >&2
        exit 1
        ;;
    esac
done

if [ "${1:-}" = --remove ]; then
    rm -rf "$program"
    rm -f "$command" "$share/applications/sellerdesk.desktop" "$share"/icons/hicolor/*/apps/sellerdesk.png \
        "$share/icons/hicolor/scalable/apps/sellerdesk.svg" "$share/man/man1/sellerdesk.1.gz" "$share/man/ja/man1/sellerdesk.1.gz" \
        "$share/bash-completion/completions/sellerdesk" "$share/zsh/vendor-completions/_sellerdesk" \
        "$share/fish/vendor_completions.d/sellerdesk.fish"
    echo "削除しました。お店のデータは $share/SellerDesk に残っています。 / Removed. The shops' data stay in $share/SellerDesk."
    exit 0
fi

mkdir -p "$HOME/.local/lib" "$HOME/.local/bin" "$share/applications"
rm -rf "$program.new"
cp -R "$here/sellerdesk" "$program.new"
"$program.new/sellerdesk" self-test >/dev/null || {
    rm -rf "$program.new"
    echo "このコンピューターでは動きません。前のままにしました。 / It does not run on this computer; everything is as it was." >&2
    exit 1
}
rm -rf "$program"
mv "$program.new" "$program"
ln -sf "$program/sellerdesk" "$command"
(cd "$here/share" && find icons man bash-completion zsh fish -type f) | while read -r file; do
    mkdir -p "$share/$(dirname "$file")"
    cp "$here/share/$file" "$share/$file"
done
sed "s|^Exec=.*|Exec=\"$command\"|" "$here/share/applications/sellerdesk.desktop" >"$share/applications/sellerdesk.desktop"
echo "入れました。アプリの一覧から Seller Desk を開くか、$command を実行してください。"
echo "Installed: open Seller Desk from your applications, or run $command."
