package org.tumen.document;

/**
 * Where something stands.
 *
 * @param file the file as messages name it, or {@code --set} for an override
 * @param line its line from 1; 0 when no line applies
 */
public record Position(String file, int line) {}
