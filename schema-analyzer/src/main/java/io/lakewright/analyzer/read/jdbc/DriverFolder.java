package io.lakewright.analyzer.read.jdbc;

import io.lakewright.core.Problem;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the driver of an address: on the class path, else among the jars that the user put into a folder. Those are
 * loaded apart from everything else, once a folder for the life of the process; they see the platform, none of our classes.
 */
final class DriverFolder {

    private static final Map<List<URI>, ClassLoader> LOADERS = new ConcurrentHashMap<>();

    private DriverFolder() {}

    /** @throws io.lakewright.core.ProblemException LW-1582 naming the jar to add and the folder */
    static Driver driver(JdbcAddress address, Path folder) {
        return accepting(address, DriverFolder.class.getClassLoader())
                .or(() -> among(address, folder))
                .orElseThrow(() -> Problem.notFound(
                                "LW-1582",
                                "There is no driver for " + address.product().name() + " here.",
                                "Put the jar of its JDBC driver ("
                                        + address.product().driverJar() + ") into " + folder
                                        + ", or set LAKEWRIGHT_DRIVERS to the folder that holds it.")
                        .exception());
    }

    /** The driver that a jar of the folder offers for the address. */
    static Optional<Driver> among(JdbcAddress address, Path folder) {
        List<URI> jars = jars(folder);
        return jars.isEmpty()
                ? Optional.empty()
                : accepting(address, LOADERS.computeIfAbsent(jars, DriverFolder::loader));
    }

    private static ClassLoader loader(List<URI> jars) {
        return new URLClassLoader(
                "drivers",
                jars.stream().map(DriverFolder::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    private static Optional<Driver> accepting(JdbcAddress address, ClassLoader loader) {
        Iterator<Driver> drivers = ServiceLoader.load(Driver.class, loader).iterator();
        while (true) {
            try {
                if (!drivers.hasNext()) {
                    return Optional.empty();
                }
                Driver driver = drivers.next();
                if (driver.acceptsURL(address.driverUrl())) {
                    return Optional.of(driver);
                }
            } catch (ServiceConfigurationError | SQLException e) {
                // A jar that is no working driver must not hide the others.
            }
        }
    }

    private static List<URI> jars(Path folder) {
        List<URI> jars = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
                for (Path file : files) {
                    jars.add(file.toUri());
                }
            } catch (IOException e) {
                throw Problem.upstream(
                                "LW-1583",
                                "The folder of drivers cannot be read.",
                                "Check the rights on " + folder + ".")
                        .exception();
            }
        }
        Collections.sort(jars);
        return List.copyOf(jars);
    }

    private static URL url(URI jar) {
        try {
            return jar.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file has no URL", e);
        }
    }
}
