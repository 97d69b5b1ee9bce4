package io.lakewright.app;

import io.lakewright.core.Problem;
import io.lakewright.core.ProblemException;
import io.lakewright.runtime.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** {@code lakewright serve [--port N] [--data DIR]}: the web application on 127.0.0.1. */
@SpringBootApplication(proxyBeanMethods = false)
public class ServeMain {

    private static final String USAGE = "Usage: lakewright serve [--port 8080] [--data DIR]";

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
            tell(USAGE + "\nShows the page on 127.0.0.1 and keeps conversations and models in DIR"
                    + " (default: .lakewright in your home folder). PORT names another port too.");
            return;
        }
        try {
            serve(options(arguments));
        } catch (RuntimeException e) {
            stop(explained(e));
        }
    }

    private static void serve(Map<String, String> options) {
        Settings settings = Settings.load(Path.of(""), System.getenv());
        Path data = Path.of(options.getOrDefault(
                        "--data", settings.get(Settings.Key.DATA).orElseGet(ServeMain::defaultData)))
                .toAbsolutePath();
        createFolder(data);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put(
                "server.port", options.getOrDefault("--port", System.getenv().getOrDefault("PORT", "8080")));
        properties.put("lakewright.data", data.toString());
        properties.put("spring.datasource.url", "jdbc:sqlite:" + data.resolve("lakewright.db"));
        SpringApplication application = new SpringApplication(ServeMain.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(properties);
        application.addListeners((ApplicationListener<WebServerInitializedEvent>)
                event -> tell("Lakewright is running: http://127.0.0.1:"
                        + event.getWebServer().getPort() + "\nData: " + data + "\nStop it with Ctrl-C."));
        application.run();
    }

    private static String defaultData() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home, ".lakewright")
                .toString();
    }

    /** Why the start failed: a problem and its next step where it was expected, everything where it was not. */
    static String explained(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException expected) {
                Problem problem = expected.problem();
                return "lakewright: " + problem.code() + ": " + problem.message() + "\n  " + problem.nextStep();
            }
            if (cause instanceof PortInUseException busy) {
                return "lakewright: LW-2207: port " + busy.getPort() + " is in use.\n"
                        + "  Open http://127.0.0.1:" + busy.getPort()
                        + " if that is Lakewright, or choose another port: --port " + (busy.getPort() + 1);
            }
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return "lakewright: LW-2299: the server did not start. Report what follows.\n" + trace;
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            boolean known = arguments[i].equals("--port") || arguments[i].equals("--data");
            if (!known || i + 1 >= arguments.length) {
                stop("LW-2204: \"" + arguments[i] + "\" is not understood.\n" + USAGE);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        String port = options.getOrDefault("--port", "8080");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            stop("LW-2205: \"" + port + "\" is not a port.\n" + USAGE);
        }
        return options;
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            stop("LW-2206: the data folder " + folder + " cannot be created. Choose another one with --data.");
        }
    }

    // The launcher keeps standard error for its own words and the program's; the URL is what the user waits for.
    @SuppressWarnings("SystemOut")
    private static void tell(String line) {
        System.out.println(line);
    }

    private static void stop(String line) {
        System.err.println(line);
        System.exit(2);
    }
}
