# Builds what is missing or older than its sources. Sourced by the launcher.

STATE="$LAKEWRIGHT_ROOT/.lakewright"

# fresh STAMP PATH... succeeds when no file below the paths is newer than the stamp.
fresh() {
    local stamp="$1"
    shift
    [ -f "$stamp" ] && [ -z "$(find "$@" -type f -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# Runs one build at a time; a second caller waits and then finds everything fresh.
locked() {
    mkdir -p "$STATE"
    if command -v flock >/dev/null; then
        exec 8>"$STATE/build.lock"
        flock 8
    fi
    "$@"
    if command -v flock >/dev/null; then exec 8>&-; fi
}

java_sources() {
    local module
    for module in "$LAKEWRIGHT_ROOT"/*/pom.xml; do
        printf '%s\n' "$module" "$(dirname "$module")/src/main"
    done
    printf '%s\n' "$LAKEWRIGHT_ROOT/pom.xml"
}

build_java() {
    local sources
    mapfile -t sources < <(java_sources)
    fresh "$STATE/java.stamp" "${sources[@]}" && return
    locked build_java_now "${sources[@]}"
}

build_java_now() {
    fresh "$STATE/java.stamp" "$@" && return
    need_maven
    say "Building Lakewright (the first time this takes a few minutes) ..."
    local started log="$STATE/build.log"
    started="$(mktemp "$STATE/started.XXXXXX")"
    if ! (cd "$LAKEWRIGHT_ROOT" && mvn --batch-mode --no-transfer-progress -DskipTests -Dquick -Dspotless.check.skip=true package 2>&1) |
        tee "$log" | rooms_so_far; then
        tail -n 40 "$log" >&2
        rm -f "$started"
        fail "LW-2104: the build failed." "The whole log is in .lakewright/build.log."
    fi
    mv "$started" "$STATE/java.stamp"
    rm -f "$STATE"/*.aot
    say "  the engine's start-up cache"
    train_engine
    say "Built."
}

# A line for each room that Maven begins, so that nobody takes a long build for a dead one.
rooms_so_far() {
    local line
    while IFS= read -r line; do
        if [[ "$line" =~ ^\[INFO\]\ Building\ ([^ ]+)\ .*\[([0-9]+/[0-9]+)\]$ ]]; then
            say "  [${BASH_REMATCH[2]}] ${BASH_REMATCH[1]}"
        fi
    done
}

# The engine starts and warms up faster with a cache of its classes; without it everything works, more slowly.
train_engine() {
    "$JAVA_HOME/bin/java" -cp "$(class_path runtime)" io.lakewright.engine.TrainingMain "$LAKEWRIGHT_ROOT" >/dev/null 2>&1 || true
}

web_sources() {
    printf '%s\n' "$LAKEWRIGHT_ROOT/web/src" "$LAKEWRIGHT_ROOT/web/index.html" "$LAKEWRIGHT_ROOT/web/package-lock.json" "$LAKEWRIGHT_ROOT/web/vite.config.ts"
}

build_web() {
    local sources
    mapfile -t sources < <(web_sources)
    fresh "$STATE/web.stamp" "${sources[@]}" && [ -f "$LAKEWRIGHT_ROOT/web/dist/index.html" ] && return
    locked build_web_now
}

build_web_now() {
    need_node
    say "Building the page (the first time this takes a minute) ..."
    local started log="$STATE/web.log"
    started="$(mktemp "$STATE/started.XXXXXX")"
    if ! (cd "$LAKEWRIGHT_ROOT/web" && install_web_packages && npm run build) >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        rm -f "$started"
        fail "LW-2105: building the page failed." "The whole log is in .lakewright/web.log."
    fi
    mv "$started" "$STATE/web.stamp"
}

# npm ci wants every platform's optional package in the lock file and fails where a registry does not carry them all;
# npm install takes the locked versions too and leaves out what this platform does not need.
install_web_packages() { npm ci 2>/dev/null || npm install --no-save; }

class_path() { printf '%s:%s' "$(cat "$LAKEWRIGHT_ROOT/$1/target/$1.classpath")" "$LAKEWRIGHT_ROOT/$1/target/$1.jar"; }

# run_java MODULE MAIN ARGUMENT... replaces this process by the product.
run_java() {
    local module="$1" main="$2" class_path cache flags
    shift 2
    class_path="$(class_path "$module")"
    cache="$STATE/$module.aot"
    flags=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED "-Dlakewright.root=$LAKEWRIGHT_ROOT")
    # The command line keeps no log of its libraries, and does not say so each time.
    flags+=(-Dslf4j.internal.verbosity=ERROR)
    [ "$module" = runtime ] && flags+=(-XX:TieredStopAtLevel=1)
    [ -f "$cache" ] || [ "$module" != runtime ] || train "$module" "$main" "$class_path" "$cache" "${flags[@]}"
    [ -f "$cache" ] && flags+=("-XX:AOTCache=$cache" -Xlog:aot=off -Xlog:cds=off)
    exec "$JAVA_HOME/bin/java" "${flags[@]}" -cp "$class_path" "$main" "$@"
}

# One short conversation teaches the JVM which classes a command needs, so that later starts are quick.
train() {
    local module="$1" main="$2" class_path="$3" cache="$4" out
    shift 4
    say "Preparing quick starts (once after a build, some seconds) ..."
    out="$(mktemp -d)"
    "$JAVA_HOME/bin/java" "$@" "-XX:AOTCacheOutput=$cache" -Xlog:aot=off -Xlog:cds=off -cp "$class_path" "$main" \
        design --source sample --prove static --out "$out" --request "Create a product dimension with its category" \
        >/dev/null 2>&1 || rm -f "$cache"
    rm -rf "$out"
}
