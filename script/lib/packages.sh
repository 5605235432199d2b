# shellcheck shell=bash
# What the scripts need of a machine: Debian packages, and Swift. To be sourced.

readonly swift_version_min=6.2

# What the server is built with, and what the toolchain itself links to.
runtime_packages=(
    ca-certificates
    curl
    g++
    git
    libc-ares-dev
    libcurl4
    libncurses6
    libp11-kit-dev
    libpq-dev
    libsqlite3-dev
    libuuid1
    libxml2
    openssl
    pkgconf
    tzdata
    unzip
    zlib1g-dev
)

# What the tests need besides: other people's programs that judge ours, and the linters.
# shellcheck disable=SC2034 # for the scripts that source this file
test_packages=(
    "${runtime_packages[@]}"
    gnutls-bin
    jq
    opensc
    postgresql
    python3
    python3-venv
    shellcheck
    softhsm2
    sqlite3
)

# Installs those of the packages that are missing. Where none is, it needs neither root nor network.
install_packages() {
    local installed missing=() name as_root=()
    if ! command -v dpkg-query >/dev/null; then
        echo "${0##*/}: no Debian here; these packages, or their like, are needed: $*" >&2
        return
    fi
    # It fails where a name is unknown, and still lists the others.
    installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for name in "$@"; do
        grep --quiet --line-regexp --fixed-strings "$name installed" <<<"$installed" || missing+=("$name")
    done
    ((${#missing[@]})) || return 0

    echo "${0##*/}: installing ${missing[*]}" >&2
    if ((EUID)); then
        if ! command -v sudo >/dev/null; then
            echo "${0##*/}: without sudo, run as root: apt-get install ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo)
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -qq --option Dpkg::Use-Pty=0)
    "${as_root[@]}" update </dev/null >&2
    "${as_root[@]}" install --yes --no-install-recommends "${missing[@]}" </dev/null >&2
}

# Finds Swift, on PATH or where its archives are often unpacked, or says how to get it.
find_swift() {
    command -v swift >/dev/null || PATH=$PATH:/opt/swift/usr/bin
    command -v swift >/dev/null || refuse_swift "there is no Swift on PATH or in /opt/swift"
}

# To be called when the packages are there: without them the toolchain may not even start.
check_swift_version() {
    local answer version
    answer=$(swift --version 2>&1) || refuse_swift "swift --version fails: $answer"
    version=$(sed --quiet 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' <<<"$answer")
    printf '%s\n' "$swift_version_min" "$version" | sort --version-sort --check=quiet ||
        refuse_swift "$(command -v swift) is Swift ${version:-of an unknown version}"
}

refuse_swift() {
    cat >&2 <<END
${0##*/}: $1.
Chancery needs Swift $swift_version_min or later. Get it with swiftly, as told at
https://www.swift.org/install/linux/, or unpack an archive from there to /opt/swift.
END
    exit 1
}
