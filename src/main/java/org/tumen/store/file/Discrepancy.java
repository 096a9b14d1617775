package org.tumen.store.file;

import org.tumen.words.Texts;

/**
 * Something that verification found.
 *
 * @param where the file, part or arm, relative to the result folder
 */
public record Discrepancy(String where, String what) {
    @Override
    public String toString() {
        // A folder of others may hold files of any name.
        return Texts.visible(where + ": " + what);
    }
}
