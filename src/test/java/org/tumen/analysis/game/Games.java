package org.tumen.analysis.game;

import java.util.List;

/** Games of textbooks. */
final class Games {
    private Games() {}

    /**
     * A game of two players from their payoff matrices.
     *
     * @param row payoffs of the player who chooses the row
     * @param column payoffs of the player who chooses the column, of the same shape
     */
    static NormalForm bimatrix(double[][] row, double[][] column) {
        int columns = row[0].length;
        double[][] payoffs = new double[2][row.length * columns];
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < columns; j++) {
                payoffs[0][i * columns + j] = row[i][j];
                payoffs[1][i * columns + j] = column[i][j];
            }
        }
        return new NormalForm(
                List.of("row", "column"), List.of(Profiles.names(row.length), Profiles.names(columns)), payoffs);
    }
}
