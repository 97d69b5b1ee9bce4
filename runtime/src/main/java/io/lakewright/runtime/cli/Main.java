package io.lakewright.runtime.cli;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.runtime.Composition;
import java.io.PrintStream;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** Entry of every command but {@code serve}, {@code verify} and {@code bench}, which the launcher takes. */
@Command(
        name = "lakewright",
        description = "Designs data models for Databricks in conversation, and proves them.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        subcommands = {
            DesignCommand.class,
            AnalyzeCommand.class,
            ToolCommand.class,
            McpCommand.class,
            CheckCommand.class,
            ProveCommand.class,
            ExportCommand.class,
            DoctorCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "And: serve [--port 8080] [--data DIR], verify [--fast | --deep], bench.",
            "Exit codes: 0 done, 1 our bug, 2 wrong usage or source, 3 a question first, 4 refused, 5 checks failed."
        })
public final class Main {

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.err));
    }

    /** Runs one command; problems become one sentence on {@code errors} and an exit code. */
    static int run(String[] arguments, PrintStream errors) {
        boolean debug = Arrays.asList(arguments).contains("--debug");
        String[] rest = Arrays.stream(arguments)
                .filter(argument -> !argument.equals("--debug"))
                .toArray(String[]::new);
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, unused) -> usage(e, errors));
        line.setExecutionExceptionHandler((e, command, unused) -> failed(e, errors, debug));
        if (rest.length == 0) {
            line.usage(errors);
            return Exit.USAGE;
        }
        return line.execute(rest);
    }

    private static int usage(ParameterException e, PrintStream errors) {
        errors.println("lakewright: LW-2130: " + e.getMessage());
        boolean command = e.getCommandLine().getParent() != null;
        errors.println(
                "  Try: lakewright help" + (command ? " " + e.getCommandLine().getCommandName() : ""));
        return Exit.USAGE;
    }

    private static int failed(Exception e, PrintStream errors, boolean debug) {
        if (debug) {
            e.printStackTrace(errors);
        }
        if (e instanceof ProblemException expected) {
            Problem problem = expected.problem();
            errors.println("lakewright: " + problem.code() + ": " + problem.message());
            errors.println("  " + problem.nextStep());
            return Exit.of(problem);
        }
        errors.println(
                "lakewright: LW-2199: an unexpected failure (" + e.getClass().getSimpleName() + ").");
        errors.println("  Run the command again with --debug and report what it prints.");
        return Exit.BUG;
    }

    /** What {@code --version} says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"lakewright " + Composition.version()};
        }
    }
}
