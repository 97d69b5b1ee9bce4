package io.lakewright.optimizer;

import java.util.Locale;

/** Amounts in words for people: rounded, with their unit. */
public final class Amounts {

    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB", "PB"};

    private Amounts() {}

    /** 1,536 gives {@code 1.5 KB}; units are powers of 1,024. */
    public static String bytes(double bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        String form = amount >= 10 || unit == 0 ? "%,.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, form, amount, UNITS[unit]);
    }

    public static String rows(long rows) {
        return String.format(Locale.ROOT, "%,d rows", rows);
    }
}
