"""Whose copy of the site this is: the name, the logo and the contacts of those who run one of their own."""

from __future__ import annotations

from dataclasses import dataclass

from .evidence import PREFECTURES
from .fields import Record, spec

UPSTREAM_NAME = "協議会ハンドブック"
_SITE_NAME = r'[^<>&"]{1,30}'
_PHONE = r"[0-9０-９()（）+‐\-－ ]{6,30}(（内線 ?[0-9]+）)?"
_MAIL = r"[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}"


@dataclass(frozen=True, kw_only=True)
class Contact(Record):
    """問い合わせ先。電話、メール、ホームページのうち、一つは書く。"""

    office: str = spec("部署や団体の名前（個人の名前は書かない）。例: 白浜県 障害福祉課")
    about: str = spec("何について答えるか。例: 県の協議会、アドバイザーの派遣", default="")
    phone: str = spec("電話", default="", pattern=_PHONE, hint="数字とハイフン")
    mail: str = spec("メール（部署のもの）", default="", pattern=_MAIL, hint="name@example.jp の形")
    url: str = spec("ホームページ", default="", pattern=r"https?://\S+", hint="https:// で始まる番地")


@dataclass(frozen=True, kw_only=True)
class Site(Record):
    """自分の県版などの設定。data/local/site.yml がないときは、もとのサイトのまま。"""

    name: str = spec("サイトの名前", default=UPSTREAM_NAME, pattern=_SITE_NAME, hint="記号 < > & \" を使わず、30文字まで")
    description: str = spec("サイトの説明（一文）", default="", pattern=r'[^<>&"]+', hint="記号 < > & \" を使わずに")
    publisher: str = spec("この版を作って公開するところ。例: 白浜県障害福祉課", default="")
    prefecture: str = spec("都道府県（入力の欄で、はじめから選ばれる）", default="", choices={name: name for name in PREFECTURES})
    logo: str = spec("data/local/ に置いた絵のファイル名", default="", pattern=r"[a-z0-9-]+\.(svg|png)", hint="logo.svg か logo.png のように、半角の小文字")
    about: str = spec("「このサイトについて」に出す、この版の説明", default="", prose=True)
    contacts: tuple[Contact, ...] = spec("問い合わせ先", default=())
