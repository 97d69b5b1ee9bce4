package io.lakewright.proof.run;

/** What surrounds the scripts did not work, such as filling a source table: our own failure, told on the receipt. */
final class SetUpFailure extends RuntimeException {
    SetUpFailure(String message) {
        super(message);
    }
}
