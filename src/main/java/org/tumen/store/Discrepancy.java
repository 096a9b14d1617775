package org.tumen.store;

/**
 * Something that verification found.
 *
 * @param where the file, part or arm, relative to the result folder
 * @param what what is wrong with it
 */
public record Discrepancy(String where, String what) {
    @Override
    public String toString() {
        return where + ": " + what;
    }
}
