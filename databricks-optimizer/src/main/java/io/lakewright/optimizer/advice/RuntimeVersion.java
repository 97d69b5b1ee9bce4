package io.lakewright.optimizer.advice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Databricks Runtime. */
public record RuntimeVersion(int major, int minor) implements Comparable<RuntimeVersion> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,3})(?:\\.(\\d{1,3}))?");

    /** The first version in a text such as {@code DBR 15.4 LTS}. */
    public static Optional<RuntimeVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int minor = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        return Optional.of(new RuntimeVersion(Integer.parseInt(matcher.group(1)), minor));
    }

    public boolean isBefore(int otherMajor, int otherMinor) {
        return compareTo(new RuntimeVersion(otherMajor, otherMinor)) < 0;
    }

    @Override
    public int compareTo(RuntimeVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
