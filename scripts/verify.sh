#!/usr/bin/env bash
# Everything a reviewer needs. --fast leaves out Spark, databases and browsers; --deep runs what takes longer.
set -euo pipefail
. "$LAKEWRIGHT_ROOT/scripts/platform.sh"
. "$LAKEWRIGHT_ROOT/scripts/build.sh"
cd "$LAKEWRIGHT_ROOT"
mkdir -p "$STATE"
need_maven
need_node
started=$(date +%s)
skipped=()
step() { printf '\n== %s (%s s)\n' "$1" "$(($(date +%s) - started))"; }

# Short-lived processes gain nothing from the second compiler.
QUICK_JVM="--enable-native-access=ALL-UNNAMED -XX:+EnableDynamicAgentLoading -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

fast() {
    step "Java tests without engine, database, node processes and slow ones; beside them the web tests"
    [ -d web/node_modules ] || (cd web && install_web_packages)
    (cd web && npm test --silent) >"$STATE/web-checks.log" 2>&1 &
    local web=$! passed
    mvn --batch-mode --no-transfer-progress -q --threads 2 -Dquick -Dspotless.check.skip=true \
        -Dsurefire.excludedGroups=spark,db,node,slow "-Dsurefire.argLine=$QUICK_JVM" test
    step "Web tests"
    wait "$web" && passed=yes || passed=no
    cat "$STATE/web-checks.log"
    [ "$passed" = yes ] || fail "LW-2107: the web checks failed." "What they said stands above."
}

web_checks() {
    (cd web && npm run lint && npm test && npm run build) && touch "$STATE/web.stamp"
}

java_checks() {
    mvn --batch-mode --no-transfer-progress --threads 2 verify
    touch "$STATE/java.stamp"
    rm -f "$STATE"/*.aot
    train_engine
}

browser_checks() {
    find_chromium
    [ -n "$CHROMIUM" ] || install_chromium
    if [ -z "$CHROMIUM" ]; then
        skipped+=("BROWSER TESTS: no Chromium here, and it could not be installed. Install it and run again.")
        return
    fi
    step "Browser tests in $CHROMIUM"
    (cd web && LAKEWRIGHT_CHROMIUM="$CHROMIUM" npm run e2e)
}

case "${1:-}" in
    --fast) fast ;;
    "" | --deep)
        step "Web: packages"
        (cd web && install_web_packages)
        step "Java: format, strict compile, all tests (PostgreSQL, Spark + Delta, MCP); beside it the web checks"
        web_checks >"$STATE/web-checks.log" 2>&1 &
        web=$!
        java_checks
        step "Web: lint, types, unit tests, build"
        wait "$web" && passed=yes || passed=no
        cat "$STATE/web-checks.log"
        [ "$passed" = yes ] || fail "LW-2107: the web checks failed." "What they said stands above."
        browser_checks
        if [ "${1:-}" = --deep ]; then
            step "Deep: the benchmarks"
            "$LAKEWRIGHT_ROOT/lakewright" bench
        fi
        ;;
    *) fail "LW-2106: verify knows --fast and --deep." ;;
esac

step "Done"
for line in "${skipped[@]:-}"; do [ -z "$line" ] || printf 'SKIPPED %s\n' "$line"; done
printf 'verify passed in %s s\n' "$(($(date +%s) - started))"
