package io.lakewright.engine.internal;

import io.lakewright.engine.EngineSettings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line and environment of a worker: Spark's own JVM flags, nothing inherited from the caller. */
final class WorkerCommand {

    private static final String MAIN = "io.lakewright.engine.worker.WorkerMain";

    /** The packages that Spark opens for itself on Java 17 and later (fact base, Spark and Delta, section 1). */
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.nio",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/jdk.internal.ref",
            "java.base/sun.nio.ch",
            "java.base/sun.nio.cs",
            "java.base/sun.security.action",
            "java.base/sun.util.calendar",
            "java.security.jgss/sun.security.krb5");

    private WorkerCommand() {}

    /** A worker that serves. */
    static ProcessBuilder serving(EngineSettings settings, Path folder) {
        List<String> cache = settings.startCache()
                .filter(Files::isRegularFile)
                .map(file -> List.of("-XX:AOTCache=" + file))
                .orElse(List.of());
        return builder(command(settings, folder, cache), folder);
    }

    /** A worker that warms up, ends and leaves an AOT cache. */
    static ProcessBuilder training(EngineSettings settings, Path folder, Path cache) {
        List<String> command = command(settings, folder, List.of("-XX:AOTCacheOutput=" + cache));
        command.add("until-warm");
        return builder(command, folder);
    }

    private static ProcessBuilder builder(List<String> command, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("TMPDIR", folder.resolve("tmp").toString());
        environment.put("LANG", "C.UTF-8");
        environment.put("TZ", "UTC");
        environment.put("HADOOP_USER_NAME", "lakewright");
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        return builder;
    }

    private static List<String> command(EngineSettings settings, Path folder, List<String> cache) {
        List<String> command = new ArrayList<>();
        command.add(settings.javaHome().resolve("bin").resolve("java").toString());
        command.add("-Xmx" + settings.heapMegabytes() + "m");
        command.addAll(List.of("-XX:+UseSerialGC", "-Xss4m", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-XX:-UsePerfData", "-XX:+IgnoreUnrecognizedVMOptions"));
        command.addAll(cache);
        command.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off"));
        command.add("--add-modules=jdk.incubator.vector");
        for (String opened : OPENED) {
            command.add("--add-opens=" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        command.add("-Dio.netty.tryReflectionSetAccessible=true");
        command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
        command.add("-Duser.home=" + folder.resolve("home"));
        command.addAll(
                List.of("-Duser.timezone=UTC", "-Duser.language=en", "-Duser.country=US", "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-cp", absolute(settings.classPath()), MAIN));
        command.addAll(List.of(folder.resolve("warehouse").toString(), Integer.toString(settings.cores())));
        return command;
    }

    /** The worker runs in its own folder, so relative entries would miss their files. */
    private static String absolute(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            if (!entry.isBlank()) {
                entries.add(Path.of(entry).toAbsolutePath().toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }
}
