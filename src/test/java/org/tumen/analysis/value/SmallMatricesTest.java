package org.tumen.analysis.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class SmallMatricesTest {
    /** A covariance of as many arms as a comparison takes, whose eigenvalues span thirty powers of ten. */
    private static RealMatrix manyArms(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RealMatrix factors = new Array2DRowRealMatrix(59, 59);
        for (int i = 0; i < 59; i++) {
            for (int j = 0; j < 59; j++) {
                factors.setEntry(i, j, random.nextGaussian() * Math.pow(10, -j / 4.0));
            }
        }
        return factors.multiply(factors.transpose());
    }

    @Test
    void eigenvaluesThatVanishBesideOthersAreNoObstacle() {
        int without = 0;
        for (int seed = 0; seed < 60; seed++) {
            RealMatrix covariance = manyArms(seed);
            without += ends(covariance) ? 0 : 1;
            double[][] root = SmallMatrices.root(covariance.getData());
            RealMatrix square = new Array2DRowRealMatrix(SmallMatrices.product(root, root));
            assertThat(square.subtract(covariance).getNorm()).isLessThan(1e-10 * covariance.getNorm());
        }
        assertThat(without)
                .as("matrices that the library alone does not decompose")
                .isPositive();
    }

    private static boolean ends(RealMatrix matrix) {
        try {
            new EigenDecomposition(matrix);
            return true;
        } catch (MaxCountExceededException e) {
            return false;
        }
    }
}
