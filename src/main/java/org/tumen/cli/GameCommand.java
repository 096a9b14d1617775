package org.tumen.cli;

import java.util.concurrent.Callable;
import org.tumen.study.game.GameKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets the actors' policies meet as a game. */
@Command(
        name = "game",
        mixinStandardHelpOptions = true,
        description = {
            "Solve the game between the actors: payoffs by simulation, best replies, equilibria.",
            "Payoffs of every profile of strategies on common random numbers, best replies, pure and mixed equilibria, and how probable each is given the Monte Carlo error."
        },
        footer = {
            "",
            "The study's section players: for two to four players an objective (an outcome, or weights by outcome; more is",
            "better) and strategies (name: {path: value}). Its section game: runs, most_runs, tolerance, decided.",
            "",
            "Example: tumen game scenarios/studies/game-warning.yaml"
        })
final class GameCommand implements Callable<Integer> {
    @Mixin
    private StudyOptions options;

    @Override
    public Integer call() throws InterruptedException {
        return options.run(new GameKind());
    }
}
