package org.tumen.analysis.discovery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A box in the space of factors: every restriction holds.
 *
 * @param restrictions a restriction a factor
 */
public record Box(List<Restriction> restrictions) {
    public Box {
        restrictions = List.copyOf(restrictions);
    }

    public static Box whole(int factors) {
        return new Box(Collections.nCopies(factors, Restriction.NONE));
    }

    public boolean contains(double[] point) {
        for (int j = 0; j < point.length; j++) {
            if (!restrictions.get(j).contains(point[j])) {
                return false;
            }
        }
        return true;
    }

    public List<Integer> restricted() {
        return IntStream.range(0, restrictions.size())
                .filter(j -> restrictions.get(j).restricts())
                .boxed()
                .toList();
    }

    /** The same box with another restriction of one factor. */
    public Box with(int factor, Restriction restriction) {
        List<Restriction> changed = new ArrayList<>(restrictions);
        changed.set(factor, restriction);
        return new Box(changed);
    }

    /** The same box without the restriction of one factor. */
    public Box without(int factor) {
        return with(factor, Restriction.NONE);
    }
}
