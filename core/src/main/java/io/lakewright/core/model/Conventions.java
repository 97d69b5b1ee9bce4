package io.lakewright.core.model;

/**
 * The conventions a model follows throughout.
 *
 * @param naming name of the naming profile; {@code default} is the one of the contracts
 * @param hash recipe of hash keys and change hashes
 * @param surrogate how dimensions get their keys
 */
public record Conventions(String naming, HashProfile hash, SurrogateKind surrogate) {
    public static Conventions standard() {
        return new Conventions("default", HashProfile.H1, SurrogateKind.IDENTITY);
    }
}
