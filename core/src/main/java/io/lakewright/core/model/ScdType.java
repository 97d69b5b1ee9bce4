package io.lakewright.core.model;

import io.lakewright.core.Problem;

/** How a dimension treats a changed attribute: keep the first value, overwrite it, or keep every version. */
public enum ScdType {
    TYPE_0(0),
    TYPE_1(1),
    TYPE_2(2);

    private final int number;

    ScdType(int number) {
        this.number = number;
    }

    /** The number in Kimball's name of the type. */
    public int number() {
        return number;
    }

    public static ScdType ofNumber(int number) {
        for (ScdType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        throw Problem.invalid("LW-1104", "SCD type " + number + " is not offered.", "Choose type 0, 1 or 2.")
                .exception();
    }
}
