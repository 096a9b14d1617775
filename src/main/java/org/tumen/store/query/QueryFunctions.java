package org.tumen.store.query;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The functions that a query may call. DuckDB has hundreds, and many make a value whose size is any multiple of their
 * arguments', in one step that cannot be stopped and that its limit of memory does not count; so these are named, and any
 * other is refused.
 */
final class QueryFunctions {
    /** Aggregates and window functions of fixed size, or whose state the limits hold. */
    private static final String AGGREGATES =
            "any_value approx_count_distinct approx_quantile arg_max arg_min argmax argmin"
                    + " arbitrary avg bit_and bit_or bit_xor bool_and bool_or corr count count_if count_star countif covar_pop"
                    + " covar_samp cume_dist dense_rank entropy favg first first_value fsum geomean geometric_mean kahan_sum"
                    + " kurtosis kurtosis_pop lag last last_value lead mad max max_by mean median min min_by mode nth_value ntile"
                    + " percent_rank product quantile quantile_cont quantile_disc rank rank_dense regr_avgx regr_avgy regr_count"
                    + " regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy row_number sem skewness stddev stddev_pop"
                    + " stddev_samp sum sumkahan var_pop var_samp variance";

    private static final String NUMBERS =
            "+ - * / // % ^ ** & | << >> ~ @ abs acos acosh add asin asinh atan atan2 atanh"
                    + " bit_count cbrt ceil ceiling cos cosh cot degrees divide even exp factorial fdiv floor fmod gamma gcd"
                    + " greatest hash isfinite isinf isnan lcm least lgamma ln log log10 log2 mod multiply nextafter pi pow power"
                    + " radians random round round_even sign signbit sin sinh sqrt subtract tan tanh trunc xor";

    private static final String TEXTS =
            "!~~ !~~* ^@ ~~ ~~* ~~~ ascii char_length character_length concat concat_ws || contains ends_with ilike_escape"
                    + " instr lcase left length len like_escape lower ltrim md5 not_ilike_escape not_like_escape position prefix"
                    + " regexp_extract regexp_full_match regexp_matches regexp_replace replace reverse right rtrim split_part"
                    + " starts_with strip_accents strlen strpos substr substring suffix translate trim ucase upper";

    private static final String OTHERS = "age array_contains array_extract array_length constant_or_null current_date"
            + " date_diff date_part date_trunc datediff datepart datetrunc day dayname dayofweek dayofyear hour if ifnull"
            + " list_any_value list_apply list_avg list_contains list_count list_distinct list_extract list_filter"
            + " list_has list_max list_median list_min list_position list_reverse_sort list_sort list_sum list_transform"
            + " list_unique list_value make_date minute month monthname nullif quarter row second"
            + " strftime struct_extract struct_pack to_days to_months to_weeks to_years today typeof unnest week weekday"
            + " width_bucket year yearweek";

    /** Aggregates whose value is as long as their rows are many. */
    static final Set<String> COLLECTING =
            Set.of("string_agg", "group_concat", "listagg", "list", "array_agg", "histogram");

    /** Functions whose value is as long as their arguments together. */
    static final Set<String> JOINING = Set.of("||", "concat", "concat_ws", "list_value", "row", "struct_pack");

    /** Functions whose second argument is a pattern, compiled again for every row unless it is a constant. */
    static final Set<String> PATTERNED =
            Set.of("regexp_extract", "regexp_full_match", "regexp_matches", "regexp_replace");

    /** Those that with one argument more than given here return that many values at once. */
    static final Set<String> PLURAL_FROM_TWO = Set.of("max", "min");

    static final Set<String> PLURAL_FROM_THREE = Set.of("arg_max", "arg_min", "argmax", "argmin", "max_by", "min_by");

    static final Set<String> SOURCES = Set.of("range", "generate_series", "unnest");

    static final Set<String> CASTS = Set.of(
            ("BOOLEAN,TINYINT,SMALLINT,INTEGER,BIGINT,HUGEINT,UTINYINT,USMALLINT,UINTEGER,UBIGINT,UHUGEINT,FLOAT,DOUBLE,"
                            + "DECIMAL,VARCHAR,DATE,TIME,TIMESTAMP,TIMESTAMP WITH TIME ZONE,INTERVAL")
                    .split(",", -1));

    private static final Set<String> ALLOWED = Stream.of(AGGREGATES, NUMBERS, TEXTS, OTHERS)
            .flatMap(names -> Stream.of(names.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private QueryFunctions() {}

    static boolean allowed(String name) {
        return ALLOWED.contains(name) || COLLECTING.contains(name);
    }
}
