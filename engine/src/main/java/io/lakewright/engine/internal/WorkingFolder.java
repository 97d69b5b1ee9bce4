package io.lakewright.engine.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A worker's home, temp and warehouse folder, made empty and deleted with everything in it. */
final class WorkingFolder {

    private final Path path;

    private WorkingFolder(Path path) {
        this.path = path;
    }

    static WorkingFolder make(Path parent) {
        try {
            Path path = Files.createTempDirectory(parent, "lakewright-engine-");
            for (String name : new String[] {"home", "tmp", "warehouse"}) {
                Files.createDirectory(path.resolve(name));
            }
            return new WorkingFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    /** Best effort: what cannot be deleted stays in the temporary folder. Links are removed, never followed. */
    void delete() {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
