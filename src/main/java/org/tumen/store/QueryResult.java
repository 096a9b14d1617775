package org.tumen.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query returned.
 *
 * @param columns the names of the columns
 * @param rows the rows; a value is null, a {@link Number}, a {@link Boolean} or a {@link String}
 * @param truncated whether there were more rows than the limit
 */
public record QueryResult(List<String> columns, List<List<@Nullable Object>> rows, boolean truncated) {}
