package io.lakewright.analyzer.understand;

/** Tells names of columns whose values must not be shown (threats.md row 45). */
public final class PersonalNames {

    private PersonalNames() {}

    /** Whether values of the column may tell something about a person. */
    public static boolean isPersonal(String column) {
        String flat = NameParts.flat(column);
        return NameParts.containsAny(
                        flat,
                        "email",
                        "mail",
                        "phone",
                        "mobile",
                        "fax",
                        "birth",
                        "ssn",
                        "passport",
                        "firstname",
                        "lastname",
                        "middlename",
                        "fullname",
                        "surname",
                        "givenname",
                        "iban",
                        "cardnumber",
                        "accountnumber",
                        "password",
                        "passwd",
                        "secret",
                        "token",
                        "addressline",
                        "street",
                        "nationalid",
                        "taxid",
                        "salary",
                        "latitude",
                        "longitude",
                        "ipaddress")
                || flat.equals("username")
                || flat.equals("login");
    }
}
