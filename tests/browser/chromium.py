"""Find Chromium and a Japanese font, or install them: `python -m tests.browser.chromium`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from macros.kit.browser import FLAGS, find

__all__ = ["FLAGS", "find", "has_japanese_font", "main"]


def _install_chromium() -> None:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    print("Chromium が見つからないので、入れます。")
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, **quiet)
    if done.returncode and _may_apt():
        _apt("chromium")


def _install_font() -> None:
    print("日本語の書体が見つからないので、入れます。")
    if _may_apt():
        _apt("fonts-noto-cjk")


def _may_apt() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt(package: str) -> None:
    subprocess.run(["apt-get", "update", "-qq"], check=False, stdout=subprocess.DEVNULL)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "install", "-y", "-qq", package], check=False, stdout=subprocess.DEVNULL, env=environment)


def has_japanese_font() -> bool:
    """True if a font for Japanese is installed (or if that cannot be asked, as on Windows)."""
    if shutil.which("fc-list") is None:
        return sys.platform in ("win32", "darwin")
    return bool(subprocess.run(["fc-list", ":lang=ja"], capture_output=True, check=False).stdout.strip())


def main() -> int:
    """Make sure that both are there; say what to do where one cannot be had."""
    if find() is None:
        _install_chromium()
    if find() is None:
        print("Chromium を入れられません。Chromium か Google Chrome を入れるか、環境変数 CHROMIUM に場所を書いてください。", file=sys.stderr)
        return 1
    if not has_japanese_font():
        _install_font()
    if not has_japanese_font():
        print("日本語の書体がありません。fonts-noto-cjk などを入れてください。", file=sys.stderr)
        return 1
    print(f"ブラウザー: {find()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
