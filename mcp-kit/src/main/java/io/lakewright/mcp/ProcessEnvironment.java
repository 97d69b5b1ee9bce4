package io.lakewright.mcp;

import io.lakewright.core.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a started server may see of this process's environment, and what nobody may give it: variables that make a
 * program load other code (threats 3.A row 12). Keys of brains and databases are not passed on.
 */
final class ProcessEnvironment {

    private static final Set<String> PASSED = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TMPDIR",
            "TEMP",
            "TMP",
            "TERM",
            "SHELL",
            "JAVA_HOME",
            "SYSTEMROOT",
            "USERPROFILE",
            "APPDATA",
            "LOCALAPPDATA");
    private static final Set<String> REFUSED = Set.of(
            "NODE_OPTIONS",
            "JAVA_TOOL_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "_JAVA_OPTIONS",
            "PYTHONSTARTUP",
            "PYTHONPATH",
            "PERL5OPT",
            "RUBYOPT",
            "BASH_ENV",
            "ENV",
            "PROMPT_COMMAND");

    private ProcessEnvironment() {}

    static Map<String, String> of(String server, Map<String, String> own, Map<String, String> given) {
        Map<String, String> whole = new LinkedHashMap<>();
        own.forEach((name, value) -> {
            if (PASSED.contains(name.toUpperCase(Locale.ROOT))) {
                whole.put(name, value);
            }
        });
        given.forEach((name, value) -> {
            String upper = name.toUpperCase(Locale.ROOT);
            if (REFUSED.contains(upper) || upper.startsWith("LD_") || upper.startsWith("DYLD_")) {
                throw refused(server, "the variable " + name + " could load other code into it");
            }
            if (name.isEmpty() || name.indexOf('=') >= 0 || hasControl(name) || value.indexOf('\0') >= 0) {
                throw refused(server, "a variable has an impossible name or value");
            }
            whole.put(name, value);
        });
        return whole;
    }

    static void requireSafe(String server, List<String> command) {
        if (command.isEmpty() || command.getFirst().isBlank()) {
            throw refused(server, "it has no command");
        }
        if (command.stream().anyMatch(ProcessEnvironment::hasControl)) {
            throw refused(server, "its command holds a control character");
        }
        String program = command.getFirst();
        boolean bare = program.indexOf('/') < 0 && program.indexOf('\\') < 0;
        if (!bare && !Path.of(program).isAbsolute()) {
            throw refused(server, "its command is a relative path, which means something else in every folder");
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static RuntimeException refused(String server, String why) {
        return Problem.unsafe(
                        "LW-1307",
                        "The MCP server " + server + " is not started: " + why + ".",
                        "Correct its entry in the servers file.")
                .exception();
    }
}
