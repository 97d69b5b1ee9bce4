package io.lakewright.analyzer.profile;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Recognises values that look like personal data whatever their column is called (threats.md row 45): addresses of mail,
 * telephone numbers, account and card numbers, addresses of machines.
 */
public final class PersonalValues {

    /** A column counts as personal from this share of its values on. */
    private static final double SHARE = 0.1;

    private static final Pattern MAIL = Pattern.compile("[^\\s@]@[^\\s@]+\\.[A-Za-z]{2,24}");
    private static final Pattern PHONE =
            Pattern.compile("\\+\\d[\\d ()./-]{6,20}\\d|\\(\\d{2,5}\\)[ ./-]?\\d{3,4}[ .-]?\\d{3,5}"
                    + "|0\\d{1,4}[ ./-]\\d{3,4}[ .-]?\\d{2,5}|\\d{3}[ .-]\\d{3}[ .-]\\d{4}");
    private static final Pattern NUMBERED = Pattern.compile("\\d{3}-\\d{2}-\\d{4}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Z]{2}\\d{2} ?(?:[A-Z0-9]{4} ?){2,7}[A-Z0-9]{1,4}");
    private static final Pattern CARD = Pattern.compile("\\d(?:[ -]?\\d){12,18}");
    private static final Pattern MACHINE = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}");

    private static final Map<String, Predicate<String>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("mail addresses", value -> MAIL.matcher(value).find());
        KINDS.put("social security numbers", value -> NUMBERED.matcher(value).matches());
        KINDS.put("telephone numbers", value -> PHONE.matcher(value).matches());
        KINDS.put("account numbers", PersonalValues::isAccount);
        KINDS.put("card numbers", PersonalValues::isCard);
        KINDS.put("addresses of machines", value -> MACHINE.matcher(value).matches());
    }

    private PersonalValues() {}

    /** Why the values of a column look personal; empty when they do not. */
    public static Optional<String> reason(Collection<String> values) {
        for (Map.Entry<String, Predicate<String>> kind : KINDS.entrySet()) {
            long fitting =
                    values.stream().map(String::strip).filter(kind.getValue()).count();
            if (fitting > 0 && fitting >= values.size() * SHARE) {
                return Optional.of("its values look like " + kind.getKey());
            }
        }
        return Optional.empty();
    }

    /** Whether a single value looks personal. */
    public static boolean isPersonal(String value) {
        return KINDS.values().stream().anyMatch(kind -> kind.test(value.strip()));
    }

    /** The remainder of an IBAN by 97 is 1 (ISO 13616). */
    private static boolean isAccount(String value) {
        if (!ACCOUNT.matcher(value).matches()) {
            return false;
        }
        String plain = value.replace(" ", "");
        StringBuilder digits = new StringBuilder();
        (plain.substring(4) + plain.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).equals(BigInteger.ONE);
    }

    /** The digits of a card number add up to a multiple of ten, every second one doubled (ISO/IEC 7812). */
    private static boolean isCard(String value) {
        if (!CARD.matcher(value).matches()) {
            return false;
        }
        String digits = value.replaceAll("[ -]", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0 && digits.chars().distinct().count() > 1;
    }
}
