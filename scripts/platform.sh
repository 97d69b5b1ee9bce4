# Finds what Lakewright needs on this machine. Sourced by the launcher; sets JAVA_HOME.

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "lakewright: $1"
    [ -z "${2:-}" ] || say "  $2"
    exit 2
}

# The major version of the JDK in a folder, 0 when there is none.
jdk_version() {
    local version
    [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || { echo 0; return; }
    version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
    echo "${version:-0}"
}

find_jdk() {
    local home
    for home in "${LAKEWRIGHT_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -n "$home" ] && [ "$(jdk_version "$home")" -ge 25 ]; then
            export JAVA_HOME="$home"
            return
        fi
    done
    fail "LW-2101: no JDK 25 or newer was found." "Install one (Temurin 25, for instance) or set LAKEWRIGHT_JAVA_HOME to its folder."
}

# at_least 3.8.7 3.9.1 succeeds: the second version is not below the first.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

need_maven() {
    command -v mvn >/dev/null || fail "LW-2102: Maven is missing." "Install Maven 3.8.7 or newer."
    local version
    version="$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)"
    at_least 3.8.7 "${version:-0}" || fail "LW-2102: Maven $version is too old." "Install Maven 3.8.7 or newer."
}

need_node() {
    command -v node >/dev/null && command -v npm >/dev/null ||
        fail "LW-2103: Node.js with npm is missing." "Install Node.js 20.19 or newer."
    at_least 20.19.0 "$(node --version | tr -d v)" ||
        fail "LW-2103: Node.js $(node --version) is too old." "Install Node.js 20.19 or newer."
}

# Sets CHROMIUM to a browser for the end-to-end tests, or leaves it empty.
find_chromium() {
    CHROMIUM="${LAKEWRIGHT_CHROMIUM:-}"
    local candidate
    for candidate in chromium chromium-browser google-chrome; do
        [ -n "$CHROMIUM" ] || CHROMIUM="$(command -v "$candidate" || true)"
    done
}

install_chromium() {
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "Installing Chromium with apt-get for the browser tests ..."
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1 || true
        find_chromium
    fi
}
