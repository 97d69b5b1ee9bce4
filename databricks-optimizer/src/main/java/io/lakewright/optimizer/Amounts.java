package io.lakewright.optimizer;

import java.math.BigDecimal;
import java.util.Locale;

/** Amounts in words for people: rounded, with their unit. */
public final class Amounts {

    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB", "PB"};

    private Amounts() {}

    /** 1,500 gives {@code 1.5 KB}; units are powers of 1,000. */
    public static String bytes(double bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1000 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        String form = amount >= 10 || unit == 0 ? "%,.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, form, amount, UNITS[unit]);
    }

    public static String rows(long rows) {
        return String.format(Locale.ROOT, "%,d rows", rows);
    }

    /** 1095.0 gives {@code 1,095}. */
    public static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** 0.0103 gives {@code 1.0%}; a share above nothing is never shown as 0%. */
    public static String percent(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.01) {
            return "less than 0.01%";
        }
        String form = percent >= 10 || percent == 0 ? "%.0f%%" : percent >= 1 ? "%.1f%%" : "%.2f%%";
        return String.format(Locale.ROOT, form, percent);
    }

    /** Seconds, minutes or hours, rounded. */
    public static String duration(double seconds) {
        if (seconds < 1) {
            return "less than 1 s";
        }
        if (seconds < 120) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        return seconds < 7200
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%,.0f h", seconds / 3600);
    }

    public static String usd(double usd) {
        return usd > 0 && usd < 0.01 ? "less than 0.01 USD" : String.format(Locale.ROOT, "%,.2f USD", usd);
    }

    /** Without superfluous zeros: 48.0 gives {@code 48}. */
    public static String plain(double number) {
        return new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
    }

    /** An amount of money to a hundredth of a cent. */
    public static double cents(double usd) {
        return Math.round(usd * 10_000) / 10_000.0;
    }
}
