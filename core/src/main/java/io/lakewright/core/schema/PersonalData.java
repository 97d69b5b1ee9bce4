package io.lakewright.core.schema;

import io.lakewright.core.naming.Names;
import io.lakewright.core.type.LakeType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says which columns of a source table look like personal data, with the reason (modeling.md 4.3 step 3, G09;
 * threats.md row 45). Designs tag such columns; values of them are shown to nobody.
 */
public final class PersonalData {

    /** The tag of such columns. */
    public static final String TAG = "pii";

    private static final Set<String> TELLING = Set.of(
            "email",
            "mail",
            "phone",
            "telephone",
            "mobile",
            "fax",
            "ssn",
            "passport",
            "iban",
            "birthday",
            "birth",
            "birthdate",
            "dob",
            "surname",
            "firstname",
            "lastname",
            "middlename",
            "forename",
            "emailaddress",
            "phonenumber",
            "cardnumber",
            "nationalid",
            "password",
            "passwordhash",
            "passwordsalt",
            "username",
            "passwd",
            "secret",
            "token",
            "salary",
            "ipaddress",
            "taxid",
            "fullname",
            "givenname");
    private static final List<List<String>> TELLING_PAIRS = List.of(
            List.of("first", "name"),
            List.of("last", "name"),
            List.of("middle", "name"),
            List.of("full", "name"),
            List.of("contact", "name"),
            List.of("user", "name"),
            List.of("card", "number"),
            List.of("tax", "number"),
            List.of("national", "id"),
            List.of("tax", "id"),
            List.of("ip", "address"),
            List.of("given", "name"));
    private static final Set<String> OF_PERSONS = Set.of(
            "name",
            "address",
            "address1",
            "address2",
            "addressline1",
            "addressline2",
            "street",
            "gender",
            "latitude",
            "longitude");
    private static final Set<String> PERSONS = Set.of(
            "person",
            "people",
            "customer",
            "employee",
            "contact",
            "user",
            "patient",
            "member",
            "staff",
            "passenger",
            "student",
            "subscriber",
            "client",
            "applicant",
            "guest",
            "donor",
            "policyholder",
            "cardholder");

    private PersonalData() {}

    /** Why the column looks personal; empty when it does not. */
    public static Optional<String> reason(SourceTable table, Column column) {
        if (column.lakeType().base() == LakeType.Base.BOOLEAN) {
            return Optional.empty();
        }
        List<String> words = Names.words(column.name());
        Optional<String> telling = words.stream().filter(TELLING::contains).findFirst();
        if (telling.isPresent() && !endsInKey(words)) {
            return Optional.of("its name says \"" + telling.get() + "\"");
        }
        for (List<String> pair : TELLING_PAIRS) {
            if (indexOf(words, pair) >= 0) {
                return Optional.of("its name says \"" + String.join(" ", pair) + "\"");
            }
        }
        String last = words.isEmpty() ? "" : words.getLast();
        if (OF_PERSONS.contains(last) && isPerson(table)) {
            return Optional.of("it is the " + last + " of a person: the table is "
                    + table.name().table());
        }
        return Optional.empty();
    }

    private static boolean isPerson(SourceTable table) {
        return Names.words(Names.singular(table.name().table())).stream().anyMatch(PERSONS::contains);
    }

    private static boolean endsInKey(List<String> words) {
        return words.size() > 1 && Set.of("id", "key", "type", "flag", "count").contains(words.getLast());
    }

    private static int indexOf(List<String> words, List<String> pair) {
        return Collections.indexOfSubList(words, pair);
    }
}
